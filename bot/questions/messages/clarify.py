"""What to offer where a message was understood only in part."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.quantities import CALL, COPY, DAY, TOKEN, Money, Quantity, Range
from bot.question import Kind, Load, Question
from bot.questions.working.market import Market

_CALL_SIZES: Final = (500, 1_000, 2_000)
_DAY_SIZES: Final = (100_000, 1_000_000, 10_000_000)
_WORK_SIZES: Final = (1_000_000, 10_000_000, 100_000_000)
_SUMS: Final = (1, 10, 100)
_MOST: Final = 4


def options(question: Question, missing: str, market: Market) -> tuple[Question, ...]:
    """The same question with the missing slot filled in, in the likeliest ways."""
    if missing == "subject":
        return tuple(replace(question, subjects=(model,)) for model in market.offered()[0])
    if missing == "sum":
        return tuple(replace(question, money=(Money(Range.exactly(sum_), "CNY"),)) for sum_ in _SUMS)
    if missing == "size":
        return _sized(question, market)
    return ()


def missing_in(question: Question) -> str | None:
    """What only the reader can add to a question before it can be answered: the size of the work, a sum, a model."""
    if question.kind is Kind.BUDGET and not question.money:
        return "sum"
    if question.kind is Kind.DISCOUNT and not question.subjects:
        return "subject"
    if question.kind is Kind.COUNT and not question.loads:
        return "text"
    return "size" if lacks_size(question) else None


def lacks_size(question: Question) -> bool:
    """Whether it is not said how long the calls are, how much a day is, how much work there is, or which work is meant."""
    if question.kind is Kind.COST:
        return not question.loads or any(load.amount.unit in (CALL, DAY) for load in question.loads)
    return (
        question.kind is Kind.BUDGET
        and question.target in (CALL, COPY, DAY)
        and question.size is None
        and not question.loads
    )


def _sized(question: Question, market: Market) -> tuple[Question, ...]:
    if question.kind is Kind.COST and not question.loads:
        whole = (Load(Quantity(Range.exactly(Decimal(size)), TOKEN)) for size in _WORK_SIZES)
        return tuple(replace(question, loads=(load,)) for load in whole)
    if question.kind is Kind.COST:
        unsized = question.loads[0]
        sizes, times = _CALL_SIZES, unsized.times
        if unsized.amount.unit == DAY and unsized.amount.value.exact is not None:
            sizes, times = _DAY_SIZES, (unsized.amount.value.exact,)
        sized = (Load(Quantity(Range.exactly(Decimal(size)), TOKEN), times) for size in sizes)
        return tuple(replace(question, loads=(load,)) for load in sized)
    if question.target == COPY:
        loads = [Load(Quantity(Range.exactly(1), COPY), (), work) for work in market.knowledge.works]
    else:
        usual = {CALL: _CALL_SIZES, DAY: _DAY_SIZES}.get(question.target or "", ())
        loads = [Load(Quantity(Range.exactly(Decimal(size)), TOKEN)) for size in usual]
    return tuple(replace(question, size=load) for load in loads[:_MOST])


def ways_to_ask(subjects: tuple[str, ...], market: Market) -> tuple[Question, ...]:
    """Questions about something that was only named."""
    priced = [subject for subject in subjects[:2] if market.prices(subject)]
    one_yuan = Money(Range.exactly(1), "CNY")
    found = [Question(Kind.PRICE, (subject,)) for subject in priced]
    found += [Question(Kind.BUDGET, (subject,), (one_yuan,), target=TOKEN) for subject in priced]
    facts = [fact.id for fact in market.knowledge.facts.values() if set(subjects) & set(fact.subjects)]
    if facts:
        found.append(Question(Kind.FACT, facts=tuple(facts[:3])))
    return tuple(found)
