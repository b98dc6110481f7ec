"""Which of these is cheaper or dearer, and by how much."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Answer, Kind, Load, Order, Question, Result, Role
from bot.knowledge.entries import Price
from bot.language.cues import Cue
from bot.quantities import ARITHMETIC, PERCENT, TIMES, ZERO, Range, exact_text
from bot.questions.handler import Candidate, Handler, asked_about, used
from bot.questions.market import INDUSTRY, Market
from bot.questions.slots import Slots
from bot.questions.working import COMMON_CURRENCY, MILLION, Working, given_of

_SIGNS: Final = (Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.DIFFERENCE, Cue.SAVE, Cue.SWITCH)
_WEAK_SIGNS: Final = (Cue.VERSUS, Cue.THAN, Cue.WHICH, Cue.WHO)
_HUNDRED: Final = Decimal(100)


def read(slots: Slots) -> Candidate | None:
    subjects = slots.subjects + ((INDUSTRY,) if slots.industry else ())
    if len(subjects) < 2 or (slots.money and not slots.loads[0]):
        return None
    signs = used(slots, *_SIGNS)
    weak = used(slots, *_WEAK_SIGNS)
    if not signs and not (weak and (slots.reading.has(Cue.WHICH) or slots.compares)):
        return None
    priced = any(slots.market.models_of(id_) for id_ in subjects)
    if (slots.families and not signs) or not priced:
        return None
    loads, load_places = slots.loads
    per_places, per = slots.per or (frozenset[int](), None)
    places = signs | weak | slots.name_places | per_places | load_places
    places |= used(slots, Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.SPEND, Cue.TOKEN, Cue.BUY, Cue.WRITE)
    places |= used(
        slots, Cue.PER, Cue.QUESTION, Cue.ASK, Cue.WHAT, Cue.MODELS, Cue.VENDORS, Cue.ALL, Cue.COPY, Cue.MONEY_WORD
    )
    dear = slots.reading.has(Cue.DEAR, Cue.DEAREST) and not slots.reading.has(Cue.CHEAP, Cue.CHEAPEST)
    dear = dear and slots.reading.has(Cue.WHICH, Cue.WHO)
    question = Question(
        Kind.COMPARE,
        subjects,
        loads=tuple(loads),
        per=per,
        order=Order.DEAREST if dear else None,
        versus=slots.compared_with,
        target=slots.currency if slots.asks_for_money else None,
        as_of=slots.as_of,
    )
    return Candidate(question, asked_about(slots) | frozenset(places))


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    priced = [(model, price) for model in question.subjects if (price := working.one_price(model)) is not None]
    figures = [
        (amount, result)
        for model, price in priced
        for load in question.loads[:1] or (None,)
        if (figure := _figure(working, model, price, load)) is not None
        for amount, result in (figure,)
    ]
    figures.sort(key=lambda figure: figure[0])
    working.results.extend(result for _, result in figures)
    if len(figures) >= 2:
        _differ(working, figures)
    return working.answer()


def _figure(working: Working, model: str, price: Price, load: Load | None) -> tuple[Decimal, Result] | None:
    """The price, or the cost of a load, and the value to compare by."""
    if load is None:
        per = working.question.per or MILLION
        amount = ZERO if price.free else working.quote(price, per)
        working.add(price.currency, Range.exactly(amount), model, price, per=per, free=price.free)
        return working.in_common(amount, price.currency), working.results.pop()
    tokens = working.tokens_of(load, model)
    if tokens is None:
        return None
    cost = Range.exactly(ZERO) if price.free else working.cost_of(tokens, price)
    given = given_of(load, working.amount_of(load))
    working.add(price.currency, cost, model, price, given=given, free=price.free)
    key = cost.low if cost.low is not None else cost.high
    return working.in_common(key or ZERO, price.currency), working.results.pop()


def _differ(working: Working, figures: list[tuple[Decimal, Result]]) -> None:
    """The difference between the cheapest and the dearest, in percent, times and money."""
    (low, cheap), (high, dear) = figures[0], figures[-1]
    question = working.question
    working.winner = dear.subject if question.order is Order.DEAREST else cheap.subject
    if high == ZERO:
        return
    base = low if question.versus == cheap.subject and low else high
    gap = ARITHMETIC.subtract(high, low)
    percent = ARITHMETIC.multiply(ARITHMETIC.divide(gap, base), _HUNDRED)
    working.step(f"({exact_text(high)} − {exact_text(low)}) ÷ {exact_text(base)} × 100% = {exact_text(percent)}%")
    _add_difference(working, PERCENT, percent)
    if low:
        times = ARITHMETIC.divide(high, low)
        working.step(f"{exact_text(high)} ÷ {exact_text(low)} = {exact_text(times)}")
        _add_difference(working, TIMES, times)
    if question.loads or question.target:
        working.step(f"{exact_text(high)} − {exact_text(low)} = {exact_text(gap)}")
        _add_difference(working, COMMON_CURRENCY if cheap.unit != dear.unit else cheap.unit, gap)


def _add_difference(working: Working, unit: str, value: Decimal) -> None:
    working.add(unit, Range.exactly(value), working.winner, role=Role.DIFFERENCE)


HANDLER: Final = Handler(
    Kind.COMPARE,
    read,
    answer,
    (
        "豆包和GLM哪个便宜,便宜多少",
        "ERNIE Tiny比GLM-3 Turbo贵多少",
        "is Doubao cheaper than ERNIE Tiny",
        "写50万字用豆包还是GLM划算",
    ),
)
