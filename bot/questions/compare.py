"""Which of these is cheaper or dearer, and by how much."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Answer, Kind, Load, Order, Question, Remark, Result, Role
from bot.knowledge.entries import Price
from bot.language.cues import Cue
from bot.quantities import ARITHMETIC, PERCENT, TIMES, ZERO, Money, Range
from bot.questions.cost import cost_of_sides
from bot.questions.handler import COMMON, Candidate, Handler, used
from bot.questions.market import INDUSTRY, Market
from bot.questions.record import COMMON_CURRENCY, MILLION
from bot.questions.shares import alike
from bot.questions.sides import plain_side
from bot.questions.slots import Slots
from bot.questions.working import Working, given_of, range_text

_SIGNS: Final = (Cue.CHEAP, Cue.DEAR, Cue.CHEAPEST, Cue.DEAREST, Cue.DIFFERENCE, Cue.SAVE, Cue.SWITCH)
_WEAK_SIGNS: Final = (Cue.VERSUS, Cue.THAN, Cue.WHICH, Cue.WHO)
_EXPLAINED: Final = COMMON.union(
    _SIGNS, _WEAK_SIGNS,
    (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY, Cue.SPEND, Cue.BUY, Cue.WRITE, Cue.VENDORS, Cue.ALL, Cue.COPY, Cue.MONEY_WORD),
)  # fmt: skip
_HUNDRED: Final = Decimal(100)


_MONEY: Final = "price"
"""The target of a question that wants a difference in money and names no currency."""


def read(slots: Slots) -> Candidate | None:
    subjects = slots.subjects + ((INDUSTRY,) if slots.industry else ())
    if len(subjects) < 2 or (slots.money and not slots.loads[0]):
        return None
    reading = slots.reading
    if slots.families and len(slots.named) == 1 and reading.has(Cue.CHEAPEST, Cue.DEAREST):
        return None
    signs = reading.has(*_SIGNS)
    if not signs and not (reading.has(*_WEAK_SIGNS) and (reading.has(Cue.WHICH) or slots.compares)):
        return None
    priced = any(slots.market.models_of(id_) for id_ in subjects)
    if not priced or (slots.families and not signs and (reading.has(Cue.WHICH) or not slots.compares)):
        return None
    loads, load_places = slots.loads
    loads = alike(loads) or loads
    if any(load.subject for load in loads) and {load.subject for load in loads} != set(subjects):
        return None
    per_places, per = slots.per or (frozenset[int](), None)
    places = used(slots, _EXPLAINED) | slots.name_places | per_places | load_places
    side = None if loads else plain_side(slots)
    if side is not None:
        places |= {place for place, _ in slots.sides}
    places |= {place for place, _ in slots.bare_numbers} if reading.has(Cue.THAN) else frozenset[int]()
    dear = reading.has(Cue.DEAR, Cue.DEAREST) and not reading.has(Cue.CHEAP, Cue.CHEAPEST)
    dear = dear and reading.has(Cue.WHICH, Cue.WHO, Cue.DEAREST)
    question = Question(
        Kind.COMPARE,
        subjects,
        loads=tuple(loads),
        per=per,
        side=side,
        order=Order.DEAREST if dear else None,
        versus=slots.compared_with,
        target=slots.asked_currency or (_MONEY if slots.asks_for_money else None),
        as_of=slots.as_of,
    )
    return Candidate(question, places)


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    figures = []
    found = [(model, working.one_price(model)) for model in question.subjects]
    shared = {price.currency for _, price in found if price is not None and not price.free}
    currency = shared.pop() if len(shared) == 1 else COMMON_CURRENCY
    sided = any(load.side for load in question.loads)
    for model, price in found:
        if sided:
            figure = _sided_figure(working, model, _own(question.loads, model), currency)
        else:
            figure = _figure(working, model, price, currency) if price is not None else None
        if figure is not None:
            figures.append(figure)
    figures.sort(key=lambda figure: _nominal(figure[0]))
    working.results.extend(result for _, result in figures)
    if len(figures) >= 2:
        _differ(working, figures[0], figures[-1], currency)
    return working.answer()


def _figure(working: Working, model: str, price: Price, currency: str) -> tuple[Range, Result] | None:
    """The price, or the cost of a load, and the same in the currency to compare in."""
    load = next(iter(_own(working.question.loads, model)), None)
    if load is None:
        per = working.question.per or MILLION
        value = Range.exactly(ZERO if price.free else working.quote(price, per))
        working.add(price.currency, value, model, price, per=per, free=price.free)
    else:
        tokens = working.tokens_of(load, model)
        if tokens is None:
            return None
        value = Range.exactly(ZERO) if price.free else working.cost_of(tokens, price)
        given = given_of(load, working.amount_of(load))
        working.add(price.currency, value, model, price, given=given, free=price.free)
    compared = value if price.currency == currency else _in_common(working, value, price.currency)
    return compared, working.results.pop()


def _own(loads: tuple[Load, ...], model: str) -> tuple[Load, ...]:
    """The loads that are for a model, or for all."""
    return tuple(load for load in loads if load.subject in (None, model))


def _sided_figure(working: Working, model: str, loads: tuple[Load, ...], currency: str) -> tuple[Range, Result] | None:
    """The cost of loads on their sides, in all."""
    found = cost_of_sides(working, model, loads)
    if found is None:
        return None
    cost, _, price, given = found
    working.add(price.currency, cost, model, price, given=given, free=price.free)
    compared = cost if price.currency == currency else _in_common(working, cost, price.currency)
    return compared, working.results.pop()


def _in_common(working: Working, value: Range, currency: str) -> Range:
    ends = (None if end is None else working.in_common(end, currency) for end in (value.low, value.high))
    return Range(*ends)


def _nominal(value: Range) -> Decimal:
    """The figure that a range is ordered by: the one it names, or the middle of two."""
    if value.low is None or value.high is None:
        return value.low or value.high or ZERO
    return ARITHMETIC.divide(ARITHMETIC.add(value.low, value.high), Decimal(2))


def _differ(working: Working, first: tuple[Range, Result], last: tuple[Range, Result], currency: str) -> None:
    """The difference between the cheapest and the dearest, in percent, times and money; none where they overlap.

    Both are in ``currency``.
    """
    (cheap, cheap_result), (dear, dear_result) = first, last
    question = working.question
    if cheap.exact is None or dear.exact is None:
        apart = cheap.high is not None and dear.low is not None and cheap.high < dear.low
        if not apart:
            working.note(Remark.OVERLAP)
            return
    working.winner = dear_result.subject if question.order is Order.DEAREST else cheap_result.subject
    if dear.high == ZERO:
        return
    of_cheaper = question.versus == cheap_result.subject and bool(cheap.low)
    _add_percent(working, cheap, dear, of_cheaper=of_cheaper)
    if cheap.low or (cheap.low is None and cheap.high):
        times = dear.over(cheap)
        working.step(f"{range_text(dear)} ÷ {range_text(cheap)} = {range_text(times)}")
        _add_difference(working, TIMES, times)
    if question.loads or question.target:
        gap = _gap(cheap, dear)
        working.step(f"{range_text(dear)} − {range_text(cheap)} = {range_text(gap)}")
        _add_money(working, Money(gap, currency))


def _add_money(working: Working, gap: Money) -> None:
    """The difference in money, in the currency asked for where there is a rate."""
    target = working.question.target
    asked = target if target is not None and target != _MONEY else gap.currency
    value = working.exchange(gap, asked)
    _add_difference(working, asked if value is not None else gap.currency, value or gap.value)


def _add_percent(working: Working, cheap: Range, dear: Range, *, of_cheaper: bool) -> None:
    base = cheap if of_cheaper else dear
    share = dear.over(cheap) if of_cheaper else cheap.over(dear)
    percent = _apart(share.scaled(_HUNDRED))
    terms = f"({range_text(dear)} − {range_text(cheap)}) ÷ {range_text(base)}"
    working.step(f"{terms} × 100% = {range_text(percent)}%")
    _add_difference(working, PERCENT, percent)


def _apart(percent: Range) -> Range:
    """How far a percentage lies from a hundred."""
    ends = [None if end is None else abs(ARITHMETIC.subtract(end, _HUNDRED)) for end in (percent.low, percent.high)]
    above = percent.low is not None and percent.low > _HUNDRED
    return Range(ends[0], ends[1]) if above else Range(ends[1], ends[0])


def _gap(cheap: Range, dear: Range) -> Range:
    low = None if dear.low is None or cheap.high is None else ARITHMETIC.subtract(dear.low, cheap.high)
    high = None if dear.high is None or cheap.low is None else ARITHMETIC.subtract(dear.high, cheap.low)
    return Range(low, high)


def _add_difference(working: Working, unit: str, value: Range) -> None:
    working.add(unit, value, working.winner, role=Role.DIFFERENCE)


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
