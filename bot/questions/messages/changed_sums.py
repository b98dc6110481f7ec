"""What a fragment changes in the sums of money of an earlier question, and in what they are to buy."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import CALL, COPY, DAY, TOKEN, Money, Range
from bot.question import Kind, Question
from bot.questions.kinds.budget import target_of
from bot.questions.phrases.slots import Slots

PRICED: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE)
_PAYING: Final = (Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.PRICE, Cue.COSTS_MONEY)


def with_money(question: Question, slots: Slots) -> Question:
    """The question with the sums that the fragment names."""
    money = tuple(_as_before(sum_, place, question, slots) for place, sum_ in slots.money)
    if question.kind is Kind.BUDGET:
        return replace(question, money=money, apart=False)
    if question.kind in (*PRICED, Kind.COMPARE):
        return Question(Kind.BUDGET, question.subjects, money, target=TOKEN)
    return question


def _as_before(sum_: Money, place: int, question: Question, slots: Slots) -> Money:
    """A sum in the currency spoken of before, where its word for money is as common for that: 200蚊呢 after 港紙."""
    before = {each.currency for each in question.money}
    token = slots.tokens[place]
    plain = sum_.currency == _YUAN and slots.reading.text[token.start : token.end].endswith(_PLAIN_MONEY)
    return sum_._replace(currency=before.pop()) if plain and len(before) == 1 and before <= _CALLED_YUAN else sum_


_PLAIN_MONEY: Final = words_under("questions", "changed work, plain money")
_YUAN: Final = "CNY"
_CALLED_YUAN: Final = frozenset({"HKD", "MOP", "TWD", "USD"})


def with_target(question: Question, slots: Slots) -> Question:
    """The question for a budget with what it is to buy, and the size of one of it."""
    unit, size, _ = target_of(slots)
    return replace(question, target=unit, size=size or (question.size if question.target == unit else None))


def with_figure(question: Question, slots: Slots, value: Range) -> Question:
    """The question with another figure of its sum of money, and its currency."""
    if not question.money or question.kind not in (Kind.BUDGET, Kind.CONVERT):
        return question
    times = question.times if Cue.EACH in slots.reading.cues else None
    money = tuple(sum_._replace(value=value) for sum_ in question.money[:1])
    return replace(question, money=money, times=times, apart=False)


def counts(slots: Slots) -> bool:
    """Whether it is asked how many copies, calls or days money lasts for."""
    counted = slots.target_unit is not None and slots.target_unit[0] in (CALL, COPY, DAY)
    return (counted or slots.work is not None) and not slots.reading.has(*_PAYING)
