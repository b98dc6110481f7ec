"""Slots of money, bare numbers and quantities of a message, those of prices apart."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.language.amounts.genuine import is_measure
from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.basics.lexicon import is_han
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Token
from bot.quantities import ARITHMETIC, ZERO, Money, Quantity, Range
from bot.questions.phrases.asking import says_to_have_heard
from bot.questions.phrases.repeats import Repeat, repeat_in
from bot.questions.phrases.rules import Phrase, parse_words
from bot.questions.phrases.values import Sized, Way
from bot.questions.phrases.work import STAGES, WAYS, plain_sides, scale_of

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_SIDES: Final = {Cue.INPUT: "input", Cue.OUTPUT: "output", Cue.CACHED: "cached_input"}


def _each_once(sums: list[tuple[int, Money]]) -> list[tuple[int, Money]]:
    """Each sum the first time that it is named."""
    seen: dict[Money, int] = {}
    for place, money in sums:
        seen.setdefault(money, place)
    return [(place, money) for money, place in seen.items()]


_LISTING: Final = " ,、/;|\n"
"""What may stand between the members of a list."""
_LEAST_WRITTEN_OUT: Final = Decimal(100)
"""A number from which on it may have all its figures: 500 or 2 million."""
_NOUN_CUES: Final = frozenset({Cue.SECOND, Cue.MINUTE, Cue.HOUR, Cue.WORKDAY, Cue.QUARTERLY, Cue.CALL, Cue.COPY})
"""Words for what may be counted beside money and text."""
_PLURAL: Final = re.compile(r"[a-z]{3,}s|people|children|点")
_POINT: Final = "点"


def money(slots: Slots) -> list[tuple[int, Money]]:
    """Slots of money, those of a unit price apart."""
    counted = slots.reading.counted
    if not counted[EntityKind.MONEY] and not counted[EntityKind.NUMBER]:
        return []
    priced = slots.unit_price[0] if slots.unit_price else frozenset[int]()
    sums = []
    course = slots.course
    for place, amount in counted[EntityKind.MONEY]:
        if place not in priced and place not in course and not _is_heard(slots, place):
            unit = amount.unit or slots.currency
            sums += [(at, Money(value, unit)) for at, value in slots.listed_before(place)]
            sums.append((place, Money(amount.value, unit)))
    return _each_once(sums) or _named_sums(slots)


def course(slots: Slots) -> frozenset[int]:
    """Pairs of prices that one of a model went from and to: 从3块掉到2块, from $3 down to $2."""
    places = [place for place, _ in slots.reading.counted[EntityKind.MONEY]]
    text, found = slots.reading.text, set[int]()
    for one, other in pairwise(places if slots.named else ()):
        first, second = slots.tokens[one], slots.tokens[other]
        goes = text[: first.start].rstrip().endswith(_FROM) and text[first.end : second.start].rstrip().endswith(_TO)
        if goes and other > one + 1:
            found |= {one, other}
    return frozenset(found)


_FROM: Final = words_under("questions", "funds, from")
_TO: Final = words_under("questions", "funds, to")


def _is_heard(slots: Slots, place: int) -> bool:
    """Whether a sum is what somebody takes prices to be: 谁便宜, 我看都是1块; 豆包多少钱一百万, 我记得是8毛."""
    text = slots.reading.text[: slots.tokens[place].start].rstrip()
    if not slots.named or not text.endswith(_IS) or slots.reading.has(*_FOR_A_SUM):
        return False
    return slots.reading.has(*_ASKED_OF_PRICES) and says_to_have_heard(text)


_IS: Final = words_under("questions", "funds, is")
_ASKED_OF_PRICES: Final = (Cue.WHICH, Cue.WHO, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY)
_FOR_A_SUM: Final = (Cue.BUY, Cue.ENOUGH, Cue.WRITE, Cue.FUNDS)


def _named_sums(slots: Slots) -> list[tuple[int, Money]]:
    """Bare numbers with a currency's name behind a particle: 两个亿的人民币."""
    numbers = slots.reading.counted[EntityKind.NUMBER]
    if not numbers:
        return []
    words = slots.market.money_words
    sided = {at for each in slots.phrases if isinstance(each.value, Sized) for at in range(each.first, each.end)}
    found = []
    for place, amount in numbers:
        if place in slots.priced_places or place in sided:
            continue
        for at in range(place + 1, min(place + 3, len(slots.tokens))):
            if _says_more(slots, at - 1) or "," in slots.reading.text[slots.tokens[place].end : slots.tokens[at].start]:
                break
            word = slots.reading.text[slots.tokens[at].start : slots.tokens[at].end]
            if Cue.MONEY_WORD in slots.tokens[at].cues and word in words:
                found.append((place, Money(amount.value.scaled(words[word].factor), words[word].currency)))
            elif Cue.FILLER in slots.tokens[at].cues:
                continue
            break
    return found


def repeat(slots: Slots) -> Repeat | None:
    """The sum that there are several of."""
    found = repeat_in(slots.reading)
    return None if found is None or found.sum in slots.priced_places else found


def listed_before(slots: Slots, place: int) -> list[tuple[int, Range]]:
    """Bare numbers listed right before an amount, which share its unit, and its scale: 1, 20 and 500 yuan, 3 or 5 million."""
    found: list[tuple[int, Range]] = []
    before = slots.tokens[place - 1] if place else None
    if slots.repeat is not None and place == slots.repeat.sum:
        return []
    if before is None or (before.amount is None and Cue.VERSUS not in before.cues):
        return []
    scale, written = _scale(slots, place)
    for at in range(place - 1, -1, -1):
        token = slots.tokens[at]
        amount = slots.reading.amount_at(at)
        if _says_more(slots, at):
            break
        if amount is not None and amount.kind is EntityKind.NUMBER and not _is_half(slots, at):
            shared = amount.value.low is not None and amount.value.low < max(written, _LEAST_WRITTEN_OUT)
            found.insert(0, (at, amount.value.scaled(scale) if shared else amount.value))
        elif Cue.VERSUS not in token.cues:
            break
    return found


def _scale(slots: Slots, place: int) -> tuple[Decimal, Decimal]:
    """What the word for a scale in an amount multiplies its figure by, and that figure: 5 in "5 million tokens"."""
    token = slots.tokens[place]
    scale = scale_of(slots.reading.text[token.start : token.end])
    amount = token.amount
    low = amount.value.low if amount is not None else None
    return scale, ARITHMETIC.divide(low or ZERO, scale)


def _is_half(slots: Slots, place: int) -> bool:
    """Whether a number is the word for half of something, which no unit after it is shared with."""
    token = slots.tokens[place]
    return slots.reading.text[token.start : token.end] in ("一半", "half")


def _says_more(slots: Slots, place: int) -> bool:
    """Whether unknown words or signs stand between a token and the next: 1200 pages @ 750 tokens."""
    between = slots.reading.text[slots.tokens[place].end : slots.tokens[place + 1].start]
    return bool(between.strip(_LISTING))


def bare_numbers(slots: Slots) -> list[tuple[int, Amount]]:
    """Numbers with no unit that nothing else has taken, and that count nothing that stands behind them."""
    return [pair for pair in slots.numbers if not slots.counts_others(pair[0])]


def numbers(slots: Slots) -> list[tuple[int, Amount]]:
    """Numbers with no unit that nothing else has taken."""
    numbers = slots.reading.counted[EntityKind.NUMBER]
    if not numbers:
        return []
    used = slots.priced_places | {place for place, _ in slots.money}
    return [pair for pair in numbers if pair[0] not in used]


def quantities(slots: Slots, *units: str) -> list[tuple[int, Quantity]]:
    return [
        (place, Quantity(amount.value, amount.unit))
        for place, amount in slots.reading.counted[EntityKind.QUANTITY]
        if place not in slots.priced_places and amount.unit in units
    ]


def counts_others(slots: Slots, place: int) -> bool:
    """Whether a bare number counts something that stands right behind it: 2000个咨询, 300 customers, 2 ETH, 100先令."""
    return not slots.is_fund(place) and _noun_behind(slots, place) is not None


def _noun_behind(slots: Slots, place: int) -> int | None:
    """The end of the word right behind a number that it may count: a known one, or an unknown one."""
    text, number = slots.reading.text, slots.tokens[place]
    start = number.end + text.startswith(" ", number.end)
    token = slots.tokens[place + 1] if place + 1 < len(slots.tokens) else None
    if token is not None and token.start == start and not _is_particle(slots, token):
        plural = _PLURAL.fullmatch(text, token.start, token.end) is not None and not token.name
        counted = not _NOUN_CUES.isdisjoint(token.cues) or (plural and Cue.MONEY_WORD not in token.cues)
        counted = counted or (Cue.FUNDS in token.cues and is_measure(text[start : token.end]))  # 三款, but 500经费
        counted = counted or (Cue.SERVICE in token.cues and is_measure(text[start]))  # 300张图
        return token.end if counted else None
    end = _unknown_word(slots, start)
    if end == start or (start > number.end and is_han(text, start)):
        return None
    measured = is_measure(text[start]) and any(start == unknown for unknown, _ in slots.reading.residue)
    return end if measured or text[number.start].isdigit() else None


def _unknown_word(slots: Slots, start: int) -> int:
    """The end of the word from ``start`` that nothing explains, or nothing but a character of it: 先令."""
    residue = dict(slots.reading.residue)
    parts = residue | {token.start: token.end for token in slots.tokens if _is_particle(slots, token)}
    end = last = start
    while end in parts:
        last = parts[end] if end in residue else last
        end = parts[end]
    return last


def _is_particle(slots: Slots, token: Token) -> bool:
    """Whether a token is one Chinese character that says little, and may be a part of a word that nothing explains."""
    single = token.end - token.start == 1 and is_han(slots.reading.text, token.start)
    return single and Cue.FILLER in token.cues and slots.reading.text[token.start] != _POINT


def counted_until(slots: Slots, place: int) -> int:
    """Where a number ends with the word that it counts, where it counts one: 2 ETH."""
    end = slots.tokens[place].end
    return end if slots.is_fund(place) else max(end, _noun_behind(slots, place) or end)


def counts_unknown(slots: Slots, place: int) -> bool:
    """Whether a number counts something that nobody here knows: 2 ETH."""
    end = slots.tokens[place].end
    behind = end + slots.reading.text.startswith(" ", end)
    return slots.counted_until(place) > end and _unknown_word(slots, behind) > behind


def is_fund(slots: Slots, place: int) -> bool:
    """Whether a bare number is a sum to be spent: 预算200."""
    return place > 0 and Cue.FUNDS in slots.tokens[place - 1].cues


def sides(slots: Slots) -> list[tuple[int, str]]:
    own = plain_sides(slots.reading) if slots.reading.has(Cue.OWN_SIDE, Cue.THINKING) else []
    told = [(place, side) for cue, side in _SIDES.items() for place in slots.reading.cues.get(cue, ())]
    return [*told, *(pair for pair in own if pair not in told)]


def one_side(slots: Slots) -> str | None:
    """The side that prices are wanted for, where just one is named; "in/out" names both."""
    sides = {side for _, side in slots.sides}
    ways = {each.value.side.name for each in slots.phrases if isinstance(each.value, Way)}
    return sides.pop() if len(sides) == 1 and len(ways) < len(set(WAYS.values())) else None


def phrases(slots: Slots) -> tuple[Phrase, ...]:
    """The message as typed phrases; the words of a price named are left out."""
    priced = slots.priced_places
    words = (
        [word._replace(value=None) if word.first in priced else word for word in slots.words] if priced else slots.words
    )
    return parse_words(slots.reading, STAGES, words)


def plain_side(slots: Slots) -> str | None:
    """The side that is plainly asked for, where it is the only one."""
    sides = {side for _, side in plain_sides(slots.reading)}
    return sides.pop() if len(sides) == 1 else None
