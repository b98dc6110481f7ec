"""Sums that are had several times: of each of so many people (5个人每人出10块), so many vouchers; and one that people share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import prod
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import words_under
from bot.quantities import ONE, Money
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.heads import Span, each_of_them, heads_behind, together_in
from bot.questions.phrases.periods import Periods
from bot.questions.phrases.slots import Slots

_ASKED: Final = re.compile(r"[^,.;?!0-9]{0,12}(?:多少|几多|几)|[^,.;?!0-9]{0,24}[?!. ]*$")
"""What makes a word for each one of the question, rather than of what is given."""
_BETWEEN: Final = re.compile(r"[^,.;?!0-9多少几]*")
_NEXT: Final = re.compile(r" ?(?:钱|的)? ?|, |(?: [a-z]+){0,4} ?")
_REACH: Final = 32
"""Characters between a sum and the words that make it one of each."""
_OF_THEM: Final = ("each of", "every one of")
_WITH_ME: Final = re.compile(
    r"我(?:自己)?(?:和|跟|同|与|加上?)(?:其他|另外|其余)?(?:的|嘅)?$|\b(?:me|i) (?:and|plus|\+|with) (?:my |the )?(?:other )?$"
)
"""The asker, who is one more: 我和5个朋友每人10块."""
_AMONG: Final = words_under("people", "among")
_SHARE: Final = words_under("people", "share")
_BEFORE_HEADS: Final = 16
_MOST: Final = 100_000_000


def of_all_people(candidate: Candidate, slots: Slots) -> Candidate:
    """The question for a budget with its sums as those of all people, or as one's share of them, where it is so."""
    sharing = people(slots)
    if sharing is None:
        return candidate
    question = candidate.question
    if sharing.among is not None:
        question = replace(question, among=sharing.among)
    elif sharing.times is not None:
        size = question.size and question.size._replace(heads=None)
        loads = tuple(load._replace(heads=None) for load in question.loads)
        money = tuple(Money(each.value.scaled(sharing.periods), each.currency) for each in question.money)
        question = replace(question, money=money, size=size, loads=loads, times=sharing.times)
    return candidate._replace(
        question=question,
        used=candidate.used | sharing.places,
        missing="sum" if sharing.unclear else candidate.missing,
        spans=candidate.spans + sharing.spans,
    )


class People(NamedTuple):
    """How many times the sum is had (``times``), or is to be shared (``among``); places and stretches that say so."""

    places: frozenset[int]
    spans: tuple[tuple[int, int], ...] = ()
    times: Decimal | None = None
    among: Decimal | None = None
    periods: Decimal = ONE
    unclear: bool = False


def people(slots: Slots) -> People | None:
    """Of how many people a sum is, where the message tells; ``None`` where it is of nobody in particular."""
    heads = _heads(slots)
    sums = [place for place, _ in slots.reading.counted[EntityKind.MONEY] if place not in slots.priced_places]
    if not heads or not sums:
        return _repeated(slots) if sums else None
    text, tokens = slots.reading.text, slots.tokens
    each = each_of_them(text)
    given = [span for place in sums if (span := _beside(text, each, tokens[place].start, tokens[place].end))]
    if not given and len(heads) == 1 and heads[0][3] is not None and text.startswith(_OF_THEM, heads[0][3][0]):
        given = [heads[0][3]]
    taken = [*given, *(span for *_, span in heads if span)]
    wanted = [span for span in each if not any(_meet(span, other) for other in taken)]
    places = frozenset(place for place, *_ in heads) | slots.reading.marked(frozenset({Cue.EACH}))
    nouns = tuple(noun for _, noun, *_ in heads)
    count = Decimal(prod((number for *_, number, _ in heads), start=ONE))
    nested = sum(1 for *_, span in heads if span)
    if len(heads) > 1 and nested < len(heads) - 1:
        return People(places, nouns, unclear=bool(given or wanted))
    if given:
        return None if wanted else People(places, nouns, times=count, periods=_periods(slots))
    return shared(slots) if not slots.loads[0] and len(sums) == 1 else None


def shared(slots: Slots) -> People | None:
    """Among how many people something is shared: where one's share of it is asked for (3个人合租, 一人多少), or by its words."""
    heads, text = _heads(slots), slots.reading.text
    if len(heads) != 1 or heads[0][3] is not None:
        return None
    place, noun, number, _ = heads[0]
    wanted = [span for span in each_of_them(text) if not _meet(span, noun)]
    is_shared = text[: slots.tokens[place].start].rstrip().endswith(_AMONG) or text.startswith(_SHARE, noun[1])
    if not is_shared and not any(_ASKED.match(text, end) for _, end in wanted):
        return None
    return People(frozenset({place}) | slots.reading.marked(frozenset({Cue.EACH})), (noun, *wanted), among=number)


def _repeated(slots: Slots) -> People | None:
    """A sum that there are several of, of nobody in particular: two $10 vouchers."""
    repeat = slots.repeat
    return None if repeat is None else People(repeat.places, (repeat.noun,), times=repeat.number)


def _heads(slots: Slots) -> list[tuple[int, tuple[int, int], Decimal, tuple[int, int] | None]]:
    """Numbers of people: place, the stretch of the noun, the number, and of "each" before it, which nests it: 每班40人."""
    found = []
    text = slots.reading.text
    each = each_of_them(text)
    for place, amount in slots.reading.counted[EntityKind.NUMBER]:
        token, number = slots.tokens[place], amount.value.exact
        noun = heads_behind(text, token.end)
        if noun is None or number is None or not 1 < number <= _MOST or number % 1:
            continue
        if _WITH_ME.search(text, max(0, token.start - _BEFORE_HEADS), token.start):
            number += ONE
        found.append((place, noun, number, _before(text, each, token.start)))
    together = together_in(text) if not found else None
    if together is not None:
        span, number = together
        place = next(place for place, token in enumerate(slots.tokens) if token.end > span[0])
        found.append((place, span, number, None))
    return found


def _beside(text: str, each: Sequence[Span], start: int, end: int) -> Span | None:
    """The words that make a sum one of each: 每人出 before it, "each" or "per person" behind it."""
    behind = (span for span in each if end <= span[0] <= end + _REACH and _NEXT.fullmatch(text, end, span[0]))
    return _before(text, each, start) or next(behind, None)


def _before(text: str, each: Sequence[Span], start: int) -> Span | None:
    """The words for each one that stand before an amount with no other between."""
    before = [span for span in each if start - _REACH <= span[1] <= start]
    return before[-1] if before and _BETWEEN.fullmatch(text, before[-1][1], start) else None


def _periods(slots: Slots) -> Decimal:
    """How often a sum of every week or month comes in the time that is asked for; days are another matter."""
    if Cue.DAILY in slots.reading.cues or not slots.reading.has(Cue.MONTHLY, Cue.WEEKLY, Cue.QUARTERLY):
        return ONE
    return prod(Periods(slots).recurrence().factors, start=ONE)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
