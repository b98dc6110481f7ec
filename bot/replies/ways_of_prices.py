"""Ways to go on from prices, comparisons and rankings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.answers import Result
from bot.quantities import MILLION, TOKEN
from bot.question import Kind, Order, Question, Terms
from bot.questions.working.families import models_of
from bot.replies.told import MOST_NAMED, Told, Way, together
from bot.replies.ways_shared import BATCH, SIDES, compared, of_side

_FREE: Final = Question(Kind.RANK, order=Order.FREE)


def of_price(told: Told) -> Iterator[Way]:
    """After the price of a model or several: rivals, other sides, currencies, units, terms and days."""
    question, one = told.question, told.one
    if question.alongside is not None:
        yield told.price(question.alongside)
        yield from told.beside(question.alongside, compared)
    if one is None:
        yield from _of_prices(told)
        return
    today = told.of_today(one)
    if today is not None and question.alongside is None:
        yield told.price(today)
    else:
        yield from told.beside(one, compared)
    yield from of_side(told, told.labels.both_sides)
    yield from told.in_other_currency(question)
    yield from told.whole()
    yield from told.history(one)
    if question.terms is None and told.has_mode(one, BATCH) and not told.has_more_terms:
        yield Way(told.labels.batch, replace(question, terms=Terms(mode=BATCH), alongside=None))
    if told.market.windows_of(one) is not None:
        yield Way(told.labels.windows, Question(Kind.WINDOW, (one,)))
    if told.is_free:
        yield Way(told.labels.free_only, _FREE)
        return
    if question.per is None and any(map(_is_for_others, told.results)):
        yield Way(told.labels.million, replace(question, per=MILLION))
    yield from told.buys(one)


def _is_for_others(result: Result) -> bool:
    """Whether a price is that of so many tokens, and not of a million."""
    return result.per is not None and result.per.unit == TOKEN and result.per.value.exact != MILLION


def _of_prices(told: Told) -> Iterator[Way]:
    for vendor in () if told.models else filter(None, (each.subject for each in told.answer.results)):
        for model in models_of(told.market, vendor)[:1]:
            yield told.price(model)
    yield from told.today_together()
    yield from told.together()
    yield from told.in_other_currency(told.question)
    yield from of_side(told, told.labels.both_sides)
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)


def of_comparison(told: Told) -> Iterator[Way]:
    """After a comparison: one more, one side alone, another currency, each by itself."""
    question = told.question
    if not question.loads:
        yield from told.today_together()
    if not question.unit_price and not question.factor:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    if question.side is None and not question.loads and set(SIDES) <= told.sides:
        for side in SIDES:
            yield Way(told.labels.sides[side], replace(question, side=side))
    yield from of_side(told, told.labels.both_sides)
    if not question.loads:
        yield from told.in_other_currency(Question(Kind.PRICE, told.models, side=question.side, as_of=question.as_of))
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)


def of_ranking(told: Told) -> Iterator[Way]:
    """After a ranking: another order, without the free ones, the first beside each other."""
    question, labels = told.question, told.labels
    if question.order is Order.FREE:
        yield Way(labels.paid_only, replace(question, order=Order.CHEAPEST, paid_only=True))
        yield from map(told.price, told.models[:MOST_NAMED])
    paid = [result.subject for result in told.results if result.subject and not result.free]
    first = tuple(dict.fromkeys(paid))[:2]
    by_price = first and not (question.loads or question.money or question.cheaper_than or question.sellers)
    if len(first) > 1 and not question.sellers:
        yield Way(together(first, told.speech), compared(first))
    if by_price:
        for side in (*SIDES, None):
            label = labels.order_by[side] if side is not None else labels.order_by_both
            yield Way(label, replace(question, side=side))
    ascends = question.order in (Order.CHEAPEST, Order.ASCENDING)
    turned = Order.DESCENDING if ascends else Order.ASCENDING
    yield Way(labels.dearest_first if ascends else labels.cheapest_first, replace(question, order=turned))
    if told.is_free and not question.paid_only and first:
        yield Way(labels.paid_only, replace(question, paid_only=True))
    yield from told.in_other_currency(question)
    for model in first:
        yield told.price(model)
