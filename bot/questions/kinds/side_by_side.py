"""Prices or costs of several models side by side, and how far apart they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Answer, Remark, Result, Role
from bot.knowledge.price_entries import MAIN_SIDES, Price
from bot.quantities import ARITHMETIC, MILLION, PERCENT, TIMES, TOKEN, ZERO, Money, Range
from bot.question import Load, Order, Question, UnitPrice
from bot.questions.frames.moved_spending import paid_for
from bot.questions.kinds.compare_each import amounts_apart, of_both_sides, together
from bot.questions.kinds.cost import cost_of_sides
from bot.questions.working.market import Market
from bot.questions.working.open_amounts import at, settled
from bot.questions.working.ordering import Figure, at_one_end, contenders, middle, one_amount, tied
from bot.questions.working.standings import COMMON_CURRENCY, MOST_NAMED
from bot.questions.working.working import Working, given_of, range_text

MONEY: Final = "price"
"""The target of a question that wants a difference in money and names no currency."""
_HUNDRED: Final = Decimal(100)
_RATIOS: Final = (PERCENT, TIMES)
"""Targets of a question that wants one price as a multiple of another."""


def answer(question: Question, market: Market) -> Answer:
    amounts = amounts_apart(question.loads)
    if amounts:
        return together(question, [answer(replace(question, loads=(load,)), market) for load in amounts])
    if _has_both_sides(question, market):
        by_side = [answer(replace(question, side=side), market) for side in MAIN_SIDES]
        return of_both_sides(question, by_side)
    working = Working(market, question)
    found = [(model, working.one_price(model)) for model in question.subjects]
    shared = {price.currency for _, price in found if price is not None and not price.free}
    currency = shared.pop() if len(shared) == 1 else COMMON_CURRENCY
    bought = tuple(load for money in question.money for load in paid_for(working, money, question.versus))
    loads = settled(working, bought or question.loads, question.subjects)
    figures = _figures(working, found, loads, currency)
    if question.unit_price is not None and figures:
        figures += _named_figure(working, question.unit_price, currency)
    figures.sort(key=_place)
    shown = figures[-MOST_NAMED:] if question.order is Order.DEAREST else figures[:MOST_NAMED]
    working.note_others(len(figures) - len(shown))
    working.results.extend(figure.result for figure in shown)
    if len(figures) >= 2:
        gaps = None
        amount = one_amount(working, loads)
        if amount is not None:
            figures, gaps = _of_one_amount(working, found, amount, currency)
        _differ(working, figures, currency, gaps)
        _add_ratio(working, {figure.result.subject: figure.compared for figure in figures})
    return working.answer()


def _has_both_sides(question: Question, market: Market) -> bool:
    """Whether no side is asked for of prices that differ by it."""
    if question.side or question.loads or question.money or question.unit_price:
        return False
    if question.target in _RATIOS or question.baseline is not None:
        return False
    sides = {price.side for model in question.subjects for price in market.prices(model)}
    return not sides.isdisjoint(MAIN_SIDES)


def _add_ratio(working: Working, prices: Mapping[str | None, Range]) -> None:
    """One price as a multiple of the other, where that is asked for."""
    question = working.question
    if question.target not in _RATIOS:
        return
    price, of = prices.get(question.subjects[0]), prices.get(question.versus)
    if price is None or of is None or not of.low:
        return
    ratio = price.over(of)
    terms = f"{range_text(price)} ÷ {range_text(of)}"
    if question.target == PERCENT:
        ratio = ratio.scaled(_HUNDRED)
        working.step(f"{terms} × 100% = {range_text(ratio)}%")
    else:
        working.step(f"{terms} = {range_text(ratio)}")
    working.add(question.target, ratio, question.subjects[0], role=Role.ALSO)


_Found = Sequence[tuple[str, Price | None]]


def _figures(working: Working, found: _Found, loads: tuple[Load, ...], currency: str) -> list[Figure]:
    """The price, or the cost of a load, of each model, and the same in the currency to compare in."""
    figures = []
    for model, price in found:
        if any(load.side for load in loads):
            result = _sided_result(working, model, _own(loads, model))
        else:
            result = _result(working, model, price, loads) if price is not None else None
        value = result.value if result is not None else None
        if result is None or value is None or value == _ANYTHING:
            continue
        figures.append(Figure(value if result.unit == currency else _in_common(working, value, result.unit), result))
    return figures


def _named_figure(working: Working, named: UnitPrice, currency: str) -> list[Figure]:
    """The price that the question names, for as many tokens as it is named for; none without a rate to compare it by."""
    value = working.exchange(named.money, currency)
    result = working.made(named.money.currency, named.money.value, None, per=named.per)
    return [Figure(value, result)] if value is not None else []


_ANYTHING: Final = Range(None, None)


def _place(figure: Figure) -> Decimal:
    """What figures are put in order by."""
    return middle(figure.compared)


def _result(working: Working, model: str, price: Price, loads: tuple[Load, ...]) -> Result | None:
    load = next(iter(_own(loads, model)), None)
    if load is None:
        per = working.question.per or MILLION
        value = Range.exactly(ZERO if price.free else working.quote(price, per))
        return working.made(price.currency, value, model, price, per=per, free=price.free)
    tokens = working.tokens_of(load, model)
    if tokens is None:
        return None
    value = Range.exactly(ZERO) if price.free else working.cost_of(tokens, price)
    given = given_of(load, working.amount_of(load))
    return working.made(price.currency, value, model, price, given=given, free=price.free)


def _own(loads: tuple[Load, ...], model: str) -> tuple[Load, ...]:
    """The loads that are for a model, or for all."""
    return tuple(load for load in loads if load.subject in (None, model))


def _sided_result(working: Working, model: str, loads: tuple[Load, ...]) -> Result | None:
    """The cost of loads on their sides, in all."""
    found = cost_of_sides(working, model, loads)
    if found is None:
        return None
    cost, _, price, given = found
    return working.made(price.currency, cost, model, price, given=given, free=price.free)


def _of_one_amount(
    working: Working, found: _Found, load: Load, currency: str
) -> tuple[list[Figure], tuple[list[Figure], list[Figure]]]:
    """Figures to compare models by whose amount of work may be anything in a range, but is the same for all.

    They are for one end of it, at which models are as many times apart as anywhere; and the figures at both ends,
    between which the difference in money lies: none at an end that is open.
    """
    # The sums of token prices are told by the ends of the range already; those of text are not.
    shown = working if load.amount.unit != TOKEN else Working(working.market, working.question)
    scratch = Working(working.market, working.question)
    base = sorted(_figures(shown, found, (at_one_end(load),), currency), key=_place)
    low, high = (
        [] if end is None else _figures(scratch, found, (at(load, end),), currency) for end in load.amount.value
    )
    return base, (low, high)


def _in_common(working: Working, value: Range, currency: str) -> Range:
    ends = (None if end is None else working.in_common(end, currency) for end in (value.low, value.high))
    return Range(*ends)


def _differ(
    working: Working, figures: list[Figure], currency: str, ends: tuple[list[Figure], list[Figure]] | None
) -> None:
    """The difference between the cheapest and the dearest, in percent, times and money; none where they overlap.

    Where several come first together, none of them is the winner.

    All are in ``currency``; ``ends`` are the figures at both ends of an amount that is a range.
    """
    question = working.question
    first = contenders(figures, dearest=question.order is Order.DEAREST)
    if len(first) > 1 and not tied(first):
        working.note(Remark.OVERLAP)
        return
    if len(first) > 1:
        working.note(Remark.TIED, *(figure.result.subject or "" for figure in first))
    else:
        working.winner = first[0].result.subject
    dearest = question.order is Order.DEAREST
    near = (figures[-2:] if dearest else figures[:2]) if ends is None and len(first) == 1 else [figures[0], figures[-1]]
    _add_contrast(working, near, currency, ends)
    if len(figures) > len(near) and near != [figures[0], figures[-1]]:
        far = figures[-1] if not dearest else figures[0]
        _add_far(working, near[1] if dearest else near[0], far)


def _add_contrast(
    working: Working, pair: list[Figure], currency: str, ends: tuple[list[Figure], list[Figure]] | None
) -> None:
    """How far two are apart, the cheaper first."""
    question, (cheap, dear) = working.question, (figure.compared for figure in pair)
    if ZERO in dear:
        return
    of_cheaper = question.versus == pair[0].result.subject and bool(cheap.low)
    _add_percent(working, cheap, dear, of_cheaper=of_cheaper)
    if cheap.low or (cheap.low is None and cheap.high):
        times = dear.over(cheap)
        working.step(f"{range_text(dear)} ÷ {range_text(cheap)} = {range_text(times)}")
        _add_difference(working, TIMES, times)
    named = question.loads or question.money or question.unit_price
    if (named or question.target) and question.target not in _RATIOS:
        gap = _gap(working, cheap, dear) if ends is None else _gap_between(working, pair, ends)
        if gap != _ANYTHING:
            _add_money(working, Money(gap, currency))


def _add_far(working: Working, first: Figure, last: Figure) -> None:
    """How far the one that comes first is from the one at the other end."""
    cheap, dear = sorted((first.compared, last.compared), key=middle)
    if ZERO not in dear:
        working.add(PERCENT, _apart(cheap.over(dear).scaled(_HUNDRED)), working.winner, role=Role.ALSO)


def _gap_between(working: Working, figures: list[Figure], ends: tuple[list[Figure], list[Figure]]) -> Range:
    """The difference in money over an amount that is a range: from that at its lower end to that at its upper one."""
    cheap, dear = figures[0].result.subject, figures[-1].result.subject
    gaps = []
    for end in ends:
        values = {figure.result.subject: figure.compared for figure in end}
        gaps.append(_gap(working, values[cheap], values[dear]) if end else _ANYTHING)
    return Range(gaps[0].low, gaps[1].high)


def _add_money(working: Working, gap: Money) -> None:
    """The difference in money, in the currency asked for where there is a rate."""
    target = working.question.target
    asked = target if target is not None and target != MONEY else gap.currency
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


def _gap(working: Working, cheap: Range, dear: Range) -> Range:
    low = None if dear.low is None or cheap.high is None else ARITHMETIC.subtract(dear.low, cheap.high)
    high = None if dear.high is None or cheap.low is None else ARITHMETIC.subtract(dear.high, cheap.low)
    gap = Range(low, high)
    if gap != _ANYTHING:
        working.step(f"{range_text(dear)} − {range_text(cheap)} = {range_text(gap)}")
    return gap


def _add_difference(working: Working, unit: str, value: Range) -> None:
    named = working.question.unit_price
    per = named.per if named is not None and unit not in _RATIOS else None
    working.add(unit, value, working.winner, role=Role.DIFFERENCE, per=per)
