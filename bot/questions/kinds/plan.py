"""What does a subscription cost: by the month or year, whatever is used."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from bot.answers import Answer, Given, Remark, Result, Role
from bot.knowledge.model_entries import Plan, PlanPrice
from bot.knowledge.price_entries import Basis, Price
from bot.language.basics.cues import Cue
from bot.language.basics.wordset import WordSet
from bot.language.words.expressions import expressions
from bot.quantities import ARITHMETIC, ONE, ZERO, Money, Range, exact_text
from bot.question import Kind, Order, Question
from bot.questions.frames.handler import COMMON, Candidate, Handler
from bot.questions.frames.sums_per_person import shared
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Every
from bot.questions.phrases.work import YEAR
from bot.questions.working.market import Market
from bot.questions.working.standings import MOST_OFFERED
from bot.questions.working.working import Working, range_text

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
    said = _PLAN.first(reading.text) if slots.named and Cue.CHEAPEST in reading.cues else None
    if not (plans or said or Cue.PLAN in reading.cues) or reading.has(*_OTHERWISE) or slots.money or slots.loads[0]:
        return None
    order = _order(slots)
    subjects = plans
    if not plans:
        subjects = (
            _begun(slots) or tuple(id_ for _, id_ in slots.named) or (_all_plans(slots) if order is not None else ())
        )
    if not subjects or (len(plans) < len(slots.named) and plans):
        return None
    tier, place = tier_named(slots, subjects)
    sharing = shared(slots)
    periods = {
        place for each in slots.phrases if isinstance(each.value, Every) for place in range(each.first, each.end)
    }
    yearly = Cue.WHOLE_YEAR in slots.reading.cues or any(each.value == Every(YEAR) for each in slots.phrases)
    counted = _TIERS.spans(reading.text)
    monthly = _BY_THE_MONTH.spans(reading.text)
    named = Question(
        Kind.PLAN,
        subjects,
        target=slots.asked_currency,
        per=MONTHS_OF_YEAR if yearly else None,
        order=order,
        nth=tier,
        among=sharing.among if sharing is not None else None,
        as_of=None if monthly else slots.as_of,
    )
    asked = reading.has(*_SIGNS) or bool(periods or counted) or order is not None
    places, spans = (sharing.places, sharing.spans) if sharing is not None else (frozenset[int](), ())
    return Candidate(
        named,
        frozenset(periods) | places,
        implied=not (asked or plans),
        spans=(*spans, *monthly, *counted, *filter(None, (place, said))),
    )


_TIERS: Final = expressions("its tiers")
_PLAN: Final = expressions("a plan")
"""The word alone, which elsewhere is a verb as well."""
_BY_THE_MONTH: Final = expressions("by the month")
"""A month that a price is for, and no January: 一月几刀."""


def _begun(slots: Slots) -> tuple[str, ...]:
    """The one plan whose name begins with the one name of a message, as that of a model does as well: kimi code月费."""
    names = [slots.tokens[place] for place, _ in slots.named if place >= 0]
    if len(names) != 1:
        return ()
    written = slots.reading.text[names[0].start : names[0].end] + " "
    knowledge = slots.market.knowledge
    plans = {name.id for name in knowledge.names if name.id in knowledge.plans and name.text.startswith(written)}
    return tuple(plans) if len(plans) == 1 else ()


def _order(slots: Slots) -> Order | None:
    """Which of several plans is asked for: the cheapest, or the dearest."""
    if Cue.CHEAPEST in slots.reading.cues:
        return Order.CHEAPEST
    return Order.DEAREST if Cue.DEAREST in slots.reading.cues else None


def _all_plans(slots: Slots) -> tuple[str, ...]:
    """All plans that are known; those for programming, where the word for a plan says so."""
    knowledge, text = slots.market.knowledge, slots.reading.text
    words = (slots.tokens[place] for place in slots.reading.cues.get(Cue.PLAN, ()))
    if not any(_PROGRAMMING.stands_in(text[word.start : word.end]) for word in words):
        return tuple(knowledge.plans)
    names = (name for name in knowledge.names if name.id in knowledge.plans)
    return tuple(dict.fromkeys(name.id for name in names if _PROGRAMMING.stands_in(name.text)))


_PROGRAMMING: Final = WordSet(("coding", "code", "编程", "代码"))


def tier_named(slots: Slots, subjects: tuple[str, ...]) -> tuple[int | None, tuple[int, int] | None]:
    """The one tier of the one plan that is named, by its place among them, and where its word stands: Lite."""
    plans = slots.market.plans(subjects[0]) if len(subjects) == 1 else ()
    if len(plans) != 1:
        return None, None
    tiers = enumerate(tiers_of(plans[0]), 1)
    found = [(place, span) for place, tier in tiers if (span := WordSet((tier.casefold(),)).first(slots.reading.text))]
    return found[0] if len(found) == 1 else (None, None)


def tiers_of(plan: Plan) -> tuple[str, ...]:
    """The names of a plan's tiers, each once."""
    return tuple(dict.fromkeys(price.tier.en for price in plan.prices if price.tier is not None))


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    offered: list[Offered] = []
    for subject in question.subjects:
        plans = market.plans(subject)
        held = [Offered(plan, price) for plan in plans for price in plan.prices if price.holds_on(market.day)]
        offered += [each for each in held if question.nth is None or _is_tier(each, question.nth)]
        if not held:
            working.note(Remark.NO_PLAN, subject)
    if question.order is not None:
        offered = _in_order(working, offered)
    for plan, price in offered:
        _add(working, plan, price)
    for plan, of_plan in groupby(offered, key=lambda each: each.plan):
        _note_sums(working, plan, [each.price.amount for each in of_plan])
    return working.answer()


class Offered(NamedTuple):
    """One tier of a plan, at its price."""

    plan: Plan
    price: PlanPrice


def _is_tier(offered: Offered, place: int) -> bool:
    tier = offered.price.tier
    return tier is not None and tiers_of(offered.plan)[place - 1 : place] == (tier.en,)


def _in_order(working: Working, offered: list[Offered]) -> list[Offered]:
    """The cheapest tier of each plan, or the dearest, in order; of many the first few, and how many others there are."""
    dearest = working.question.order is Order.DEAREST

    def monthly(each: Offered) -> Decimal:
        amount = working.in_common(each.price.amount, each.plan.currency)
        return amount if each.plan.period == "month" else ARITHMETIC.divide(amount, MONTHS_OF_YEAR)

    best: dict[str, Offered] = {}
    for each in sorted(offered, key=monthly, reverse=dearest):
        best.setdefault(each.plan.id, each)
    found = list(best.values())
    if found and (len(found) == 1 or monthly(found[0]) != monthly(found[1])):
        working.winner = found[0].plan.id
    working.note_others(len(found) - MOST_OFFERED)
    return found[:MOST_OFFERED]


def _note_sums(working: Working, plan: Plan, amounts: list[Decimal]) -> None:
    """What the tiers of a plan come to in a year, and for each of those who share it, where that is asked."""
    question = working.question
    if question.per is not None and plan.period == "month" and any(amounts):
        yearly = tuple(ARITHMETIC.multiply(amount, question.per) for amount in amounts)
        for amount, year in zip(amounts, yearly, strict=True):
            working.step(f"{exact_text(amount)} × {exact_text(question.per)} = {exact_text(year)}")
        working.note(Remark.BY_THE_MONTH, plan.id, plan.currency, figures=yearly)
    if question.among is not None and any(amounts):
        shares = tuple(ARITHMETIC.divide(amount, question.among) for amount in amounts)
        for amount, share in zip(amounts, shares, strict=True):
            working.step(f"{exact_text(amount)} ÷ {exact_text(question.among)} = {range_text(Range.exactly(share))}")
        working.note(Remark.SHARED, plan.id, plan.currency, exact_text(question.among), figures=shares)


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
            Cue.DEAREST,
            Cue.WHICH,
            Cue.WHO,
            Cue.VENDORS,
        ),
    ),
    read=read,
    answer=answer,
    examples=("ChatGPT Plus 多少钱一个月", "what does Claude Max cost a month"),
    precedence=15,
    place=11,
    slots=frozenset({"subjects", "earlier", "target", "per", "order", "nth", "among", "as_of"}),
    needs=frozenset({"subjects"}),
)
