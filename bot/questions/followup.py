"""A message that changes one slot of an earlier question: 那豆包呢, 换成10块, 按汉字算, how about ERNIE."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.answers import Baseline, Kind, Load, Question
from bot.language.cues import Cue
from bot.quantities import CHARACTER, PERCENT, TOKEN, WORD, Quantity
from bot.questions.clarify import lacks_size
from bot.questions.slots import Slots
from bot.text import Language

MAX_LENGTH: Final = 40
"""Characters of a message that is still taken as a fragment."""

_LANGUAGES: Final = (
    (re.compile(r"\bin english\b|英文|英语|english please"), Language.EN),
    (re.compile(r"繁体|正体|traditional chinese"), Language.ZH_HANT),
    (re.compile(r"简体|中文|汉语|普通话|in chinese|simplified chinese"), Language.ZH_HANS),
)


def language_wish(text: str) -> Language | None:
    """The language that a fragment in normal form asks for, as in "in English please"."""
    if len(text) > MAX_LENGTH:
        return None
    return next((language for pattern, language in _LANGUAGES if pattern.search(text)), None)


_MARK: Final = re.compile(r"呢|^(?:那|咁|噉|换|改|如果|要是)|^(?:how about|what about|and |make it|what if)")


def is_marked(text: str) -> bool:
    """Whether a message in normal form says that it goes on from an earlier one: 那…呢, how about …."""
    return _MARK.search(text) is not None


def follow_up(previous: Question, slots: Slots) -> Question | None:
    """The earlier question with what the fragment names put in; ``None`` where it names nothing that fits."""
    if len(slots.reading.text) > MAX_LENGTH:
        return None
    if slots.reading.has(Cue.BEFORE, Cue.CUT) and previous.kind is Kind.PRICE and not slots.subjects:
        target = "price" if slots.reading.has(Cue.BEFORE) else PERCENT
        return Question(Kind.DISCOUNT, previous.subjects, target=target, baseline=Baseline.BEFORE)
    if previous.kind is Kind.RANK and slots.reading.has(Cue.EXCEPT) and slots.reading.has(Cue.FREE):
        return replace(previous, paid_only=True)
    changed = _with_amounts(_with_subjects(previous, slots), slots)
    changed = _with_units(changed, slots)
    return changed if changed != previous else None


def _with_subjects(question: Question, slots: Slots) -> Question:
    if slots.industry and not slots.subjects and len(question.subjects) == 1:
        return Question(Kind.DISCOUNT, question.subjects, target=PERCENT, baseline=Baseline.INDUSTRY)
    if not slots.subjects:
        everything = slots.reading.has(Cue.ALL) and question.subjects
        return replace(question, subjects=()) if everything and question.kind in _OVER_ALL else question
    if question.kind in (Kind.RANK, Kind.HELP):
        return Question(Kind.PRICE, slots.subjects)
    if question.kind is Kind.FACT:
        return question
    if question.kind is Kind.COMPARE and len(slots.subjects) == 1:
        return replace(question, subjects=(question.subjects[0], *slots.subjects), versus=None)
    return replace(question, subjects=slots.subjects)


_OVER_ALL: Final = (Kind.BUDGET, Kind.COST, Kind.PRICE)


def _with_amounts(question: Question, slots: Slots) -> Question:
    money = tuple(money for _, money in slots.money)
    loads = tuple(slots.loads[0])
    if lacks_size(question) and not money and (loads or slots.bare_numbers):
        return _with_size(question, loads[0] if loads else Load(Quantity(slots.bare_numbers[0][1].value, TOKEN)))
    if not money and not loads and slots.bare_numbers and question.kind is Kind.BUDGET:
        value = slots.bare_numbers[0][1].value
        return replace(question, money=tuple(sum_._replace(value=value) for sum_ in question.money[:1]))
    if not money and not loads and slots.bare_numbers and len(question.loads) == 1:
        value = slots.bare_numbers[0][1].value
        load = question.loads[0]
        return replace(question, loads=(load._replace(amount=load.amount._replace(value=value), times=()),))
    if money and question.kind in (*_OVER_ALL, Kind.COMPARE):
        target = question.target if question.kind is Kind.BUDGET else TOKEN
        size = question.size if question.kind is Kind.BUDGET else None
        return Question(Kind.BUDGET, question.subjects, money, target=target, size=size)
    if loads and question.kind in (Kind.COST, Kind.CONVERT, Kind.COMPARE, Kind.RANK):
        return replace(question, loads=loads)
    if loads and question.kind is Kind.BUDGET and question.size is not None:
        return replace(question, size=loads[0])
    if loads and question.kind in _OVER_ALL:
        return Question(Kind.COST, question.subjects, loads=loads, target=slots.currency)
    return question


def _with_size(question: Question, size: Load) -> Question:
    if question.kind is Kind.BUDGET:
        return replace(question, size=size)
    calls = question.loads[0]
    return replace(question, loads=(size._replace(times=(*size.times, *calls.times)),))


def _with_units(question: Question, slots: Slots) -> Question:
    if question.kind is Kind.BUDGET and slots.target_unit and slots.target_unit[0] in (TOKEN, CHARACTER, WORD):
        return replace(question, target=slots.target_unit[0], size=None)
    if question.kind is Kind.COST and slots.asked_currency:
        return replace(question, target=slots.asked_currency)
    if question.kind in (Kind.PRICE, Kind.COMPARE, Kind.RANK) and slots.per:
        return replace(question, per=slots.per[1])
    if question.kind is Kind.PRICE and len({side for _, side in slots.sides}) == 1:
        return replace(question, side=slots.sides[0][1])
    return question
