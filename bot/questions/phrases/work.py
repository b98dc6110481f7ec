"""Phrases for amounts of work: sizes, how many, on which side, how often and for how long."""

from __future__ import annotations

import re
from decimal import Decimal
from math import prod
from typing import Any, Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.own_sides import own_sides
from bot.quantities import ARITHMETIC, CALL, CHARACTER, COPY, DAY, ONE, TOKEN, WORD, ZERO
from bot.questions.phrases.rules import Rule, Stage
from bot.questions.phrases.values import (
    Copied,
    Copies,
    Count,
    Every,
    Free,
    Name,
    Number,
    Percent,
    Share,
    Side,
    Size,
    Sized,
    Sizes,
    Span,
    Sum,
    Way,
)  # fmt: skip

_HUNDRED: Final = Decimal(100)
MINUTE: Final = Decimal(60)
HOUR: Final = 60 * MINUTE
A_DAY: Final = 24 * HOUR
WEEK: Final = 7 * A_DAY
MONTH: Final = 30 * A_DAY
QUARTER: Final = 3 * MONTH
HALF_YEAR: Final = 6 * MONTH
YEAR: Final = 365 * A_DAY
_PERIODS: Final = {
    Cue.EVERY_SECOND: Decimal(1), Cue.EVERY_MINUTE: MINUTE, Cue.HOURLY: HOUR, Cue.DAILY: A_DAY, Cue.WEEKLY: WEEK,
    Cue.MONTHLY: MONTH, Cue.WHOLE_MONTH: MONTH, Cue.QUARTERLY: QUARTER, Cue.WHOLE_YEAR: YEAR, Cue.WORKDAY: A_DAY,
}  # fmt: skip
"""Words for periods, in seconds."""
TIME_CUES: Final = tuple(_PERIODS)
_TIME_UNITS: Final = {
    Cue.SECOND: Decimal(1), Cue.MINUTE: MINUTE, Cue.HOUR: HOUR, Cue.DAY: A_DAY, Cue.WORKDAY: A_DAY, Cue.QUARTERLY: QUARTER,
}  # fmt: skip
"""Words behind a number of them, in seconds."""
_ONE: Final = ("一", "1", "one ", "a ")
_SHORT: Final = 5
"""Characters of "a day", and no more of "one day" or 24 hours said otherwise."""
_COUNTED: Final = {Cue.CALL: CALL, Cue.COPY: COPY}
_SIDES: Final = {Cue.INPUT: "input", Cue.OUTPUT: "output", Cue.CACHED: "cached_input", Cue.THINKING: "thinking"}
_PLAIN: Final = words_under("questions", "work, plain")
"""How the words for sides begin that can mean nothing else."""
_PROMPT: Final = "prompt"
"""Behind an amount it is what goes in: a 50k prompt."""
_RATES: Final = words_under("questions", "work, rates")
_SCALES: Final = {
    "k": Decimal(1_000), "thousand": Decimal(1_000), "w": Decimal(10_000), "万": Decimal(10_000), "m": Decimal(10**6),
    "million": Decimal(10**6), "mil": Decimal(10**6), "亿": Decimal(10**8), "billion": Decimal(10**9),
}  # fmt: skip


def terminal(reading: Reading, place: int) -> Any:
    """The value of a token by itself; ``None`` for a word of which only the cues count."""
    token = reading.tokens[place]
    if token.name is not None:
        return Copied(token.name.id) if token.name.kind is EntityKind.WORK else Name(token.name.id)
    amount = reading.amount_at(place) if token.amount is not None else None
    if amount is None:
        speaks = not _SPEAKING.isdisjoint(token.cues) or reading.text[token.start : token.end] in WAYS
        return _word(reading, place) if speaks else None
    if amount.kind is EntityKind.MONEY:
        return Sum(amount.value, amount.unit)
    if amount.kind is EntityKind.PERCENT:
        return Percent(amount.value)
    if amount.kind is EntityKind.NUMBER:
        return Number(amount.value)
    if amount.unit in (TOKEN, CHARACTER, WORD):
        return Size(amount.value, amount.unit, scale_of(reading.text[token.start : token.end]))
    return _time(reading, place, amount) if amount.unit == DAY else Count(amount.value, amount.unit or CALL)


def _time(reading: Reading, place: int, amount: Amount) -> Every | Span | None:
    """A number of days as a period (a day, one month) or as a length of time (22 days, two months)."""
    token, days = reading.tokens[place], amount.value.exact
    written = reading.text[token.start : token.end]
    if days is None and reading.text.endswith("over ", 0, token.start):
        days = amount.value.low  # during, rather than more than: over 30 days
    if days is None:
        return None
    length = HALF_YEAR if days * A_DAY * 2 == YEAR else days * A_DAY
    if days == ONE:
        return Every(length) if len(written) <= _SHORT else None
    if length in (WEEK, MONTH, YEAR) and written.startswith(_ONE) and not written[1:2].isdigit():
        return Every(length)
    return Span(length, any(day in written for day in ("天", "日", "day")))


_SPEAKING: Final = frozenset((Cue.OWN_SIDE, *_PERIODS, *_SIDES))


def _word(reading: Reading, place: int) -> Side | Way | Every | None:
    token = reading.tokens[place]
    text = reading.text[token.start : token.end]
    if text in WAYS:
        return Way(Side(WAYS[text], plain=text.isascii()))
    period = next((_PERIODS[cue] for cue in token.cues if cue in _PERIODS), None)
    if period is not None:
        return Every(period)
    if Cue.OWN_SIDE in token.cues:
        return Side(own_sides()[text], plain=True)
    for cue, side in _SIDES.items():
        if cue in token.cues:
            plain = text.replace("_", " ").startswith(_PLAIN) or (cue is Cue.THINKING and _is_charged(reading, place))
            plain = plain or (text == _PROMPT and place > 0 and reading.amount_at(place - 1) is not None)
            return Side(side, plain, text.endswith(_RATES))
    return None


def _is_charged(reading: Reading, place: int) -> bool:
    """Whether a word for tokens or their price stands right behind a token: reasoning token price."""
    behind = reading.tokens[place + 1] if place + 1 < len(reading.tokens) else None
    apart = behind.start - reading.tokens[place].end if behind is not None else 2
    return behind is not None and apart <= 1 and not {Cue.TOKEN, Cue.PRICE}.isdisjoint(behind.cues)


WAYS: Final = {
    "in": "input",
    "out": "output",
    "进": "input",
    "入": "input",
    "喂": "input",
    "吃": "input",
    "食": "input",
    "出": "output",
}


def _on_side(size: Size | Number, side: Side | Way) -> Sized | None:
    side = side if isinstance(side, Side) else side.side
    if side.rate:
        return None
    if isinstance(size, Number):
        if size.value.exact is not None and (size.value.exact < ONE or size.value.exact % ONE):
            return None  # tokens are whole: 2.1 is hardly so many
        size = Size(size.value, TOKEN)
    return Sized(size, side)


def _of_work(count: Count | Number, work: Copied) -> Copies | None:
    return Copies(count.value, work.id) if isinstance(count, Number) or count.unit == COPY else None


def _listed(number: Number, rest: Size | Sizes) -> Sizes | None:
    """A number before an amount shares its unit, and its scale where it is written as short: 3, 4 or 5 million."""
    sizes = rest.sizes if isinstance(rest, Sizes) else (rest,)
    last, low = sizes[-1], number.value.low
    if low is None or (number.value.exact is not None and low < ONE):
        return None
    figure = ARITHMETIC.divide(last.value.low or ZERO, last.scale)
    shared = low < max(figure, _LEAST_WRITTEN_OUT)
    value = number.value.scaled(last.scale) if shared else number.value
    return Sizes((Size(value, last.unit, last.scale), *sizes))


_LEAST_WRITTEN_OUT: Final = Decimal(100)
"""A number from which on it may have all its figures: 500 or 2 million."""
_SCALE: Final = re.compile(r"(?<![a-z])(?:thousand|million|mil|billion|[kwm])(?![a-z])|[万亿]")


def scale_of(written: str) -> Decimal:
    """What the words of an amount multiply its figure by."""
    return prod((_SCALES[word] for word in _SCALE.findall(written)), start=ONE)


def _after_word(_: Cue, number: Number) -> Size | None:
    low = number.value.low
    return Size(number.value, TOKEN) if low is not None and low >= _LEAST_WRITTEN_OUT else None


_BOUNDING: Final = frozenset({Cue.FILLER, Cue.UNDER, Cue.OVER})
_NONE: Final = frozenset[Cue | str]()
_MEASURES: Final = frozenset(words_under("questions", "work, measures"))
"""What may stand between a number and the word for what it counts."""


def _share(percent: Percent | Number, side: Side) -> Share | None:
    value = percent.value.exact
    if value is None:
        return None
    part = ARITHMETIC.divide(value, _HUNDRED) if isinstance(percent, Percent) else value
    return Share(part, side.name) if 0 < part < 1 else None


def _cached_share(percent: Percent | Number, whole: Side, part: Side) -> Share | None:
    of_input = (whole.name, part.name) == ("input", "cached_input")
    return _share(percent, part) if of_input else None


def _span(number: Number, unit: Cue) -> Span | None:
    value = number.value.exact
    return None if value is None else Span(value * _TIME_UNITS[unit], unit in (Cue.DAY, Cue.WORKDAY))


_IS: Final = frozenset(words_under("questions", "work, is"))


def _free(size: Size | Number) -> Free | None:
    if isinstance(size, Size):
        return Free(size)
    low = size.value.exact
    return Free(Size(size.value, TOKEN)) if low is not None and low >= _LEAST_FREE else None


_LEAST_FREE: Final = Decimal(1_000)
"""A smaller number of no unit that is free is hardly one of tokens."""

STAGES: Final = (
    Stage(
        (
            Rule(
                "<number> <what is counted>",
                (Number, tuple(_COUNTED)),
                lambda number, unit: Count(number.value, _COUNTED[unit]),
                between=_MEASURES,
            ),
            Rule(
                "tokens: <number>",
                (Cue.TOKEN, Number),
                _after_word,
                joints=":=数量是为",
                between=frozenset({"用", "用量", "数", "数量", "是"}),
            ),
            Rule("<number> <unit of time>", (Number, tuple(_TIME_UNITS)), _span),
            Rule("one <unit of time>", ("one", tuple(_TIME_UNITS)), lambda _, unit: Span(_TIME_UNITS[unit])),
        )
    ),
    Stage(
        (
            Rule(
                "every <length of time>",
                ((Cue.PER, Cue.EACH, "every", "each", "once in"), Span),
                lambda _, span: Every(span.seconds),
            ),
        )
    ),
    Stage(
        (Rule("<number>, <size>", (Number, (Size, Sizes)), _listed, joints=",、/;|", between=frozenset({Cue.VERSUS})),),
        again=True,
    ),
    Stage(
        (
            Rule("<free> <size>", ((Cue.FREE, Cue.GIFT), (Size, Number)), lambda _, size: _free(size)),
            Rule("<size> <free>", ((Size, Number), (Cue.FREE, Cue.GIFT)), lambda size, _: _free(size), between=_IS),
            Rule("<share> <side>", ((Percent, Number), Side), _share),
            Rule("<share> of <input> <cached>", ((Percent, Number), Side, Side), _cached_share),
            Rule("<side> <share>", (Side, (Percent, Number)), lambda side, percent: _share(percent, side)),
            Rule(
                "<side> <size>",
                (Side, (Size, Number)),
                lambda side, size: _on_side(size, side),
                joints='-:=()~_的"',
                between=_BOUNDING,
            ),
            Rule(
                "in <size>",
                (Way, (Size, Number)),
                lambda way, size: _on_side(size, way),
                joints="-咗",
                between=frozenset({"去"}),
            ),
            Rule("<count> <work>", ((Count, Number), Copied), _of_work, joints="-《“"),
            Rule("<size> <side>", ((Size, Number), Side), _on_side, joints="-:=()~_的"),
            Rule("<size> in", ((Size, Number), Way), _on_side, between=_NONE),
        )
    ),
)


def plain_sides(reading: Reading) -> list[tuple[int, str]]:
    """The words for sides that can mean nothing else, in the order of the text, with their places."""
    found: list[tuple[int, str]] = []
    for place, token in enumerate(reading.tokens):
        word = _word(reading, place) if not _SPEAKING.isdisjoint(token.cues) else None
        if not isinstance(word, Side) or not word.plain:
            continue
        if found and word.name == "input" and found[-1] == (place - 1, "cached_input"):
            continue
        found.append((place, word.name))
    return found
