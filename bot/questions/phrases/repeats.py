"""So many times a sum: two $10 vouchers, 2 x $5, 三张10元代金券, 充3次100元, $20 twice."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.tokens.reading import Reading, Token
from bot.quantities import CALL, ONE

_MOST: Final = 100_000
_MEASURES: Final = "张份个笔包枚"
"""Measure words of what money comes in."""
_BEFORE: Final = re.compile(rf" ?[x×*] ?|[{_MEASURES}]")
"""What stands between a number and the sum that there are so many of."""
_BEHIND: Final = re.compile(r"[的嘅]?[\u3400-\u9fff]{0,5}?[卡券票包钞码][\u3400-\u9fff]{0,3}")
"""What stands between a sum and the number of them: 10元的代金券买了三张."""
_MEASURE: Final = re.compile(rf"[{_MEASURES}](?![\u3400-\u9fff](?<![能可够一总共买换用充]))")
_TIMES_BEHIND: Final = re.compile(
    r" ?[x×*] ?([0-9]{1,5})(?![0-9]|[.,][0-9]| ?[a-z]*\$|%)|,? (twice)\b(?! (?:a|an|per|each|every|as)\b)"
)
_TWICE: Final = Decimal(2)
_PAYING: Final = tuple(f"{pay}{done}" for pay in ("充", "充值", "付", "存") for done in ("", "了", "过"))


class Repeat(NamedTuple):
    """A sum and how many of it there are, by the places of both; ``noun`` is where the words for what they are stand."""

    sum: int
    number: Decimal
    places: frozenset[int]
    noun: tuple[int, int]


def repeat_in(reading: Reading) -> Repeat | None:
    """The one sum of a message that there are several of; ``None`` where there is none, or more than one sum."""
    sums = [place for place, _ in reading.counted[EntityKind.MONEY]]
    if len(sums) != 1:
        return None
    place = sums[0]
    return (
        _before(reading, place) or _times_behind(reading, place) or _behind(reading, place) or _of_each(reading, place)
    )


def _number(reading: Reading, place: int) -> Decimal | None:
    """A whole number of two and more, or of times (3次)."""
    amount = reading.amount_at(place)
    if amount is None or not (amount.kind is EntityKind.NUMBER or amount.unit == CALL):
        return None
    value = amount.value.exact
    return value if value is not None and ONE < value <= _MOST and value % 1 == 0 else None


def _of_times(reading: Reading, token: Token) -> bool:
    """Whether a token counts times, rather than pieces: 3次, but 3份."""
    return token.amount is not None and token.amount.unit == CALL and reading.text[token.end - 1] not in _MEASURES


def _before(reading: Reading, place: int) -> Repeat | None:
    """Two $10 vouchers, 2 x $5, 两张5美元的充值卡, 3个50块, 充3次100元."""
    text, sum_ = reading.text, reading.tokens[place]
    at = next((at for at in range(place - 1, -1, -1) if reading.tokens[at].amount is not None), None)
    number = _number(reading, at) if at is not None else None
    if at is None or number is None:
        return None
    one = reading.tokens[at]
    between = text[one.end : sum_.start]
    if _of_times(reading, one):
        repeated = not between and text[: one.start].endswith(_PAYING)
    else:
        pieces = not between and text[one.end - 1] in _MEASURES
        modified = between == " " and _modifies(text, sum_) and _is_plural(reading, sum_.end)
        repeated = pieces or modified or _BEFORE.fullmatch(between) is not None
    return Repeat(place, number, frozenset({at}), _noun(reading, place)) if repeated else None


def _times_behind(reading: Reading, place: int) -> Repeat | None:
    """$5 x 2, paid $5 twice."""
    sum_ = reading.tokens[place]
    match = _TIMES_BEHIND.match(reading.text, sum_.end)
    if match is None:
        return None
    number = Decimal(match[1]) if match[1] else _TWICE
    places = frozenset(at for at, token in enumerate(reading.tokens) if sum_.end <= token.start < match.end())
    return Repeat(place, number, places, match.span()) if ONE < number <= _MOST else None


def _behind(reading: Reading, place: int) -> Repeat | None:
    """10元的代金券三张, 充100元3次."""
    text, sum_ = reading.text, reading.tokens[place]
    at = next((at for at in range(place + 1, len(reading.tokens)) if reading.tokens[at].amount is not None), None)
    number = _number(reading, at) if at is not None else None
    if at is None or number is None:
        return None
    one = reading.tokens[at]
    between = text[sum_.end : one.start]
    if _of_times(reading, one):
        repeated = not between and text[: sum_.start].endswith(_PAYING)
    else:
        counted = text[one.end - 1] in _MEASURES or _MEASURE.match(text, one.end) is not None
        repeated = counted and _BEHIND.fullmatch(between) is not None
    return Repeat(place, number, frozenset({at}), (sum_.end, one.end + 1)) if repeated else None


def _of_each(reading: Reading, place: int) -> Repeat | None:
    """每张10元,共5张; 5 vouchers at $10 each."""
    text, sum_ = reading.text, reading.tokens[place]
    measure = text[sum_.start - 1] if text[: sum_.start].endswith(_EACH) else None
    if measure is None and not text[sum_.end :].lstrip(" ,").startswith(_EACH_BEHIND):
        return None
    for at, token in enumerate(reading.tokens):
        number = _number(reading, at)
        if number is None or _of_times(reading, token):
            continue
        of_it = text.startswith(measure, token.end) if measure is not None else _counts_unknown(reading, token.end)
        if of_it or (measure is not None and text[token.end - 1] == measure):
            match = _PLURAL.match(text, token.end)
            return Repeat(
                place, number, frozenset({at}), match.span() if match is not None else (token.end, token.end + 1)
            )
    return None


_EACH: Final = tuple(f"{each}{measure}" for each in ("每", "每一") for measure in "张份笔包枚")
_EACH_BEHIND: Final = ("each", "apiece")


def _counts_unknown(reading: Reading, end: int) -> bool:
    """Whether a plural noun that nothing explains stands behind a number: 5 vouchers."""
    match = _PLURAL.match(reading.text, end)
    return match is not None and any(match.start(1) <= start < match.end() for start, _ in reading.residue)


def _modifies(text: str, token: Token) -> bool:
    """Whether a sum is written as it stands before a noun: $10, 5-dollar."""
    return not text[token.start].isdigit() or "-" in text[token.start : token.end]


def _is_plural(reading: Reading, end: int) -> bool:
    """Whether a plural noun stands behind a sum that is none of the words the question is made of: cards, top-ups."""
    match = _PLURAL.match(reading.text, end)
    if match is None:
        return False
    words = [token for token in reading.tokens if match.start(1) <= token.start < match.end()]
    return "-" in match[1] or all(not token.cues or not _NOUNS.isdisjoint(token.cues) for token in words)


_PLURAL: Final = re.compile(r"[ -](?:[a-z]+[ -])??([a-z]{2,}(?:-[a-z]+)?s)(?![a-z])")
_NOUNS: Final = frozenset({Cue.FILLER, Cue.FUNDS, Cue.SPEND})


def _noun(reading: Reading, place: int) -> tuple[int, int]:
    """Where the word for what a sum stands before is."""
    end = reading.tokens[place].end
    match = _PLURAL.match(reading.text, end)
    return match.span() if match is not None else (end, end)
