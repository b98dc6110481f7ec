"""What a fragment changes in the time that work goes on for: 一年呢, per week?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bot.language.basics.cues import Cue
from bot.quantities import ARITHMETIC, DAY, ONE, Quantity, Range
from bot.question import Kind, Load, Question
from bot.questions.phrases.periods import DAYS_A_WEEK, WORKDAYS_A_WEEK, Periods, ratio
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work import A_DAY


def with_period(question: Question, slots: Slots) -> Question:
    """The question over another time, where its work comes again and again: 一年呢, per week?"""
    periods = Periods(slots)
    lengths = [time.length for time in (*periods.named, *periods.spans)]
    if not lengths:
        return question
    if not any(load.every for load in question.loads):
        return _over_days(question, periods, max(lengths))
    if any(load.every is None for load in question.loads):
        return question
    span = max(lengths)
    if span == A_DAY and Cue.WORKDAY in slots.reading.cues:
        return replace(question, loads=tuple(map(_on_workdays, question.loads)))
    return replace(question, loads=tuple(_lasting(load, span) for load in question.loads))


def _over_days(question: Question, periods: Periods, span: Decimal) -> Question:
    """The same work as often as is said, 一个月每天都这样呢; else what so many days cost, of work that is not said yet."""
    found = periods.recurrence()
    if question.loads and not lacks_day(question) and found.every is not None and found.lasting is not None:
        loads = tuple(load._replace(every=found.every, lasting=found.lasting) for load in question.loads)
        return replace(question, loads=loads)
    if question.kind not in (Kind.COST, Kind.PRICE) or not question.subjects or span < A_DAY:
        return question
    heads = next((load.heads for load in question.loads), None)
    days = Load(Quantity(Range.exactly(ratio(span, A_DAY)), DAY), heads=heads)
    return Question(Kind.COST, question.subjects, loads=(days,), target=question.target)


def _on_workdays(load: Load) -> Load:
    """Daily work on the five days of a week alone, of those that it lasts."""
    if load.every != A_DAY or load.lasting is None:
        return load
    return load._replace(lasting=ARITHMETIC.divide(load.lasting * WORKDAYS_A_WEEK, DAYS_A_WEEK))


def _lasting(load: Load, span: Decimal) -> Load:
    times = ratio(span, load.every or span)
    return load._replace(lasting=None if times == ONE else times)


def lacks_day(question: Question) -> bool:
    return question.kind is Kind.COST and any(load.amount.unit == DAY for load in question.loads)
