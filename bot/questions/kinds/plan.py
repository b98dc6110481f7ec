"""What does a subscription cost: by the month or year, whatever is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Given, Remark, Result, Role
from bot.knowledge.model_entries import Plan, PlanPrice
from bot.knowledge.price_entries import Basis, Price
from bot.language.basics.cues import Cue
from bot.quantities import ARITHMETIC, ONE, ZERO, Money, Range, exact_text
from bot.question import Kind, Question
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Every
from bot.questions.phrases.work import YEAR
from bot.questions.working.market import Market
from bot.questions.working.working import Working

MONTHS_OF_YEAR: Final = Decimal(12)
_SIGNS: Final = (
    Cue.HOW_MUCH_MONEY,
    Cue.PRICE,
    Cue.COSTS_MONEY,
    Cue.SPEND,
    Cue.HOW_MANY,
    Cue.DEAR,
    Cue.CHEAP,
    Cue.MONEY_WORD,
)
_OTHERWISE: Final = (Cue.CUT, Cue.RAISE, Cue.WHEN, Cue.BEFORE, Cue.WHY, Cue.FREE, Cue.DIFFERENCE, Cue.ENOUGH)
"""Words that ask something else of a plan than what it costs."""


def read(slots: Slots) -> Candidate | None:
    """A question about plans that are named, or about those of whoever is named beside a word for one."""
    reading = slots.reading
    plans = tuple(id_ for _, id_ in slots.named if id_ in slots.market.knowledge.plans)
    if slots.money or slots.loads[0] or reading.has(*_OTHERWISE):
        return None
    subjects = plans
    if not plans and reading.has(Cue.PLAN) and slots.named:
        subjects = tuple(id_ for _, id_ in slots.named)
    if not subjects or (len(plans) < len(slots.named) and plans):
        return None
    periods = {
        place for each in slots.phrases if isinstance(each.value, Every) for place in range(each.first, each.end)
    }
    yearly = slots.reading.has(Cue.WHOLE_YEAR) or any(each.value == Every(YEAR) for each in slots.phrases)
    named = Question(
        Kind.PLAN, subjects, target=slots.asked_currency, per=MONTHS_OF_YEAR if yearly else None, as_of=slots.as_of
    )
    asked = reading.has(*_SIGNS) or bool(periods)
    return Candidate(named, frozenset(periods), implied=not (asked or plans))


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for subject in question.subjects:
        plans = market.plans(subject)
        held = [(plan, price) for plan in plans for price in plan.prices if price.holds_on(market.day)]
        for plan, price in held:
            _add(working, plan, price)
        if not held:
            working.note(Remark.NO_PLAN, subject)
    return working.answer()


def _add(working: Working, plan: Plan, price: PlanPrice) -> None:
    """One tier's price, in the currency asked for as well."""
    working.cite(price.source)
    told = _as_price(plan, price, working.market.day)
    result = Result(
        plan.currency,
        Range.exactly(price.amount),
        plan.id,
        Given(Range.exactly(ONE), plan.period),
        free=price.amount == ZERO,
        as_of=working.market.day,
        source=price.source,
        offer=told,
    )
    working.results.append(result)
    if working.question.per is not None and plan.period == "month" and price.amount:
        amount = ARITHMETIC.multiply(price.amount, working.question.per)
        working.step(f"{exact_text(price.amount)} × {exact_text(working.question.per)} = {exact_text(amount)}")
        working.note(Remark.BY_THE_MONTH, plan.id, plan.currency, figures=(amount,))
    target = working.question.target
    if target is None or target == plan.currency:
        return
    exchanged = working.exchange(Money(Range.exactly(price.amount), plan.currency), target)
    if exchanged is not None:
        working.results.append(result._replace(unit=target, value=exchanged, role=Role.ALSO))


def _as_price(plan: Plan, price: PlanPrice, day: date) -> Price:
    """A plan's price as any other: whose it is, its days."""
    checked = price.checked.first if price.checked is not None else None
    return Price(
        plan.id,
        price.amount,
        plan.currency,
        ONE,
        ONE,
        free=price.amount == ZERO,
        side=None,
        since=price.since or checked or day,
        source=price.source,
        until=price.until,
        unit=plan.period,
        basis=Basis.ANNOUNCED if price.since is not None else Basis.UNDATED,
        checked=checked,
        confidence=price.confidence,
    )


HANDLER: Final = Handler(
    kind=Kind.PLAN,
    letter="n",
    words=COMMON.union(
        _SIGNS,
        (
            Cue.PLAN,
            Cue.MONTHLY,
            Cue.WHOLE_YEAR,
            Cue.HOW,
            Cue.BUY,
            Cue.LIST,
            Cue.ALL,
            Cue.VERSUS,
            Cue.CHEAPEST,
            Cue.WHICH,
        ),
    ),
    read=read,
    answer=answer,
    examples=("ChatGPT Plus 多少钱一个月", "what does Claude Max cost a month"),
    precedence=15,
    place=11,
    slots=frozenset({"subjects", "target", "per", "as_of"}),
    needs=frozenset({"subjects"}),
)
