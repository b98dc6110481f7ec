"""Sums that are had several times: of each of so many people (5个人每人出10块), so many vouchers; and one that people share."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from math import prod
from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import ONE, Money
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.heads import HEADS
from bot.questions.phrases.periods import Periods
from bot.questions.phrases.slots import Slots

_EACH_BEFORE: Final = re.compile(
    r"(?:每一?[个位名]?(?:人|同学|学生|员工|同事|朋友|老师|成员|部门|团队|班|小?组|家)?|人均(?!分)|各自?|(?<![一二三四五六七八九十0-9])一个?(?:人|小?组|班|部门|家))"
    r"[^,.;?!0-9多少几]{0,8}$|\b(?:each|every one of)\b[^,.;?!0-9]{0,32}$|\b(?:everyone|everybody|every (?:person|student|member|one|employee|user|developer|colleague|intern|team|kid))\b[^,.;?!0-9]{0,24}$"
)
_EACH_BEHIND: Final = re.compile(
    r" ?(?:钱|的)? ?(?:每人|一个人|一人|/ ?人|/ ?(?:person|head|student|user))|,? (?:each|apiece)\b"
    r"|(?: [a-z]+){0,4}? (?:per|a|for (?:each|every)|every) (?:person|head|student|user|employee|member|pupil|dev|developer|team|department|seat|kid|child|colleague|worker|guy|classmate|teammate|mate)\b"
)
_EACH: Final = re.compile(
    r"每一?[个位名]?(?:人|同学|学生|员工|同事|朋友|老师|成员|部门|团队|班|小?组|家)|每[个位名]|人均(?!分)|(?<![一二三四五六七八九十0-9])一个?(?:人|小?组|班|部门|家)|各(?!种|类|位|家|大|厂)"
    r"|\b(?:each|apiece|everyone|everybody|per (?:person|head|student|user|employee|member|capita|kid|child|seat|pupil|team)|a (?:person|head|student|user))\b"
)
_ASKED: Final = re.compile(r"[^,.;?!0-9]{0,12}(?:多少|几多|几)|[^,.;?!0-9]{0,24}[?!. ]*$")
"""What makes a word for each one of the question, rather than of what is given."""
_OF_THEM: Final = ("each of", "every one of")
_WITH_ME: Final = re.compile(
    r"我(?:自己)?(?:和|跟|同|与|加上?)(?:其他|另外|其余)?(?:的|嘅)?$|\b(?:me|i) (?:and|plus|\+|with) (?:my |the )?(?:other )?$"
)
"""The asker, who is one more: 我和5个朋友每人10块."""
_TOGETHER: Final = re.compile(
    r"(?:我们|我哋|我地|咱们|咱|我|你们|他们|她们|佢哋)([俩仨两二三四五六七八九十])(?:个人?|人|姐妹|兄弟)?(?![多少几块元蚊毛万千百十亿天日月年次本])"
)
"""Some of us, without a word for people: 我们仨, 我哋四个."""
_SMALL: Final = {"俩": 2, "仨": 3, "两": 2, "十": 10} | {
    digit: value for value, digit in enumerate("二三四五六七八九", 2)
}
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
    sums = [place for place, _ in slots.reading.amounts(EntityKind.MONEY) if place not in slots.priced_places]
    if not heads or not sums:
        return _repeated(slots) if sums else None
    text, tokens = slots.reading.text, slots.tokens
    given = [span for place in sums if (span := _each_beside(text, tokens[place].start, tokens[place].end))]
    if (
        not given
        and len(heads) == 1
        and heads[0][3] is not None
        and any(word in text[slice(*heads[0][3])] for word in _OF_THEM)
    ):
        given = [heads[0][3]]
    taken = [*given, *(span for *_, span in heads if span)]
    wanted = [match for match in _EACH.finditer(text) if not any(_meet(match.span(), span) for span in taken)]
    places = frozenset(place for place, *_ in heads) | slots.reading.marked(frozenset({Cue.EACH}))
    nouns = tuple(noun for _, noun, *_ in heads)
    count = Decimal(prod((number for *_, number, _ in heads), start=ONE))
    nested = sum(1 for *_, span in heads if span)
    if len(heads) > 1 and nested < len(heads) - 1:
        return People(places, nouns, unclear=bool(given or wanted))
    if given:
        return None if wanted else People(places, nouns, times=count, periods=_periods(slots))
    asked = any(_ASKED.match(text, match.end()) for match in wanted)
    if not asked or slots.loads[0] or len(sums) > 1:
        return None
    return People(places, nouns, among=count)


def _repeated(slots: Slots) -> People | None:
    """A sum that there are several of, of nobody in particular: two $10 vouchers."""
    repeat = slots.repeat
    return None if repeat is None else People(repeat.places, (repeat.noun,), times=repeat.number)


def _heads(slots: Slots) -> list[tuple[int, tuple[int, int], Decimal, tuple[int, int] | None]]:
    """Numbers of people: place, the stretch of the noun, the number, and of "each" before it, which nests it: 每班40人."""
    found = []
    text = slots.reading.text
    for place, amount in slots.reading.amounts(EntityKind.NUMBER):
        token, number = slots.tokens[place], amount.value.exact
        noun = HEADS.match(text, token.end)
        if noun is None or number is None or not 1 < number <= _MOST or number % 1:
            continue
        if _WITH_ME.search(text, max(0, token.start - _BEFORE_HEADS), token.start):
            number += ONE
        before = _EACH_BEFORE.search(text, max(0, token.start - _BEFORE_HEADS), token.start)
        found.append((place, noun.span(), number, before.span() if before is not None else None))
    together = _TOGETHER.search(text) if not found else None
    if together is not None:
        place = next(place for place, token in enumerate(slots.tokens) if token.end > together.start())
        found.append((place, together.span(), Decimal(_SMALL[together[1]]), None))
    return found


def _each_beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words that make a sum one of each: 每人出 before it, "each" or "per person" behind it."""
    before = _EACH_BEFORE.search(text, max(0, start - 40), start)
    match = before or _EACH_BEHIND.match(text, end)
    return match.span() if match is not None else None


def _periods(slots: Slots) -> Decimal:
    """How often a sum of every week or month comes in the time that is asked for; days are another matter."""
    if slots.reading.has(Cue.DAILY) or not slots.reading.has(Cue.MONTHLY, Cue.WEEKLY, Cue.QUARTERLY):
        return ONE
    return prod(Periods(slots).recurrence().factors, start=ONE)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
