"""Which models a ranking has to weigh: of thousands, those alone that their prices put within reach of its beginning."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

from bot.knowledge.price_entries import Price
from bot.quantities import ARITHMETIC, MILLION, TOKEN, ZERO, Range
from bot.question import Order, Question, Trait
from bot.questions.kinds.ranking import descends
from bot.questions.working.families import models_of
from bot.questions.working.market import INDUSTRY, Market
from bot.questions.working.sellers import sellers_of
from bot.questions.working.standings import Standing, is_blended, rate_of, standings
from bot.questions.working.traits import current_under, has_trait, sold_abroad

_MOST: Final = 120
"""Models that are weighed one by one: more than the last place of a ranking that may be asked for."""
_PAID: Final = 6
"""Models that cost money among them, where more than those would be free."""


def contestants(question: Question, market: Market) -> tuple[tuple[str, ...], int]:
    """The models to weigh, and how many others meet the question's conditions behind them."""
    if question.sellers:
        return sellers_of(market, question.subjects[0]), 0
    models = _writing(question.subjects, market) or _on_sale(question, market)
    if question.everything and not question.subjects:
        models = (*models, *market.wider_models())
    beside = (INDUSTRY,) if question.versus == INDUSTRY else ()
    if question.traits:
        models = tuple(model for model in models if all(has_trait(market, model, trait) for trait in question.traits))
    if len(models) <= _MOST:
        return (*models, *beside), 0
    if any(load.side for load in question.loads):
        order = _by_cost(question, market, models)
    else:
        every = question.everything or _asks_abroad(question)
        order = standings(market, question.side, everything=every, blended=is_blended(question))
    fitting = _fitting(question, market, order, models if question.subjects or question.traits else None)
    if descends(question):
        fitting = fitting[::-1]
    first = [each.model for each in fitting[:_MOST]]
    paid = [each.model for each in fitting[_MOST:] if each.amount][:_PAID] if _are_free(fitting[:_MOST]) else []
    weighed = dict.fromkeys((*first, *paid, *beside))
    if question.versus in models:
        weighed[question.versus or ""] = None
    known = not question.money or _tokens(question) is not None
    return tuple(weighed), len(fitting) - len(first) - len(paid) if known else 0


def _on_sale(question: Question, market: Market) -> tuple[str, ...]:
    """The models to choose among where none are named: those of makers abroad, where these are asked for."""
    return sold_abroad(market) if _asks_abroad(question) and not question.everything else market.on_sale()


def _asks_abroad(question: Question) -> bool:
    return not {Trait.AMERICAN, Trait.ABROAD}.isdisjoint(question.traits)


def _writing(subjects: tuple[str, ...], market: Market) -> tuple[str, ...]:
    """The models that the subjects stand for; of a vendor's many those that write text."""
    found: dict[str, None] = {}
    for subject in subjects:
        models = current_under(market, subject) or models_of(market, subject)
        writing = [model for model in models if model == subject or market.writes(model)]
        found |= dict.fromkeys(writing or models or (subject,))
    return tuple(found)


def _by_cost(question: Question, market: Market, models: Iterable[str]) -> tuple[Standing, ...]:
    """Models by what work on its sides costs with them, as far as its lower end or the only one goes."""
    rates: dict[str, Decimal] = {}
    found = []
    for model in models:
        by_side: dict[str | None, Price] = {price.side: price for price in market.prices(model)}
        cost = ZERO
        for load in question.loads:
            price = by_side.get(load.side) or by_side.get(None)
            if price is None:
                break
            amount = load.amount.value.low or load.amount.value.high or ZERO
            for factor in load.factors:
                amount = ARITHMETIC.multiply(amount, factor)
            if price.currency not in rates:
                rates[price.currency] = rate_of(market, price.currency)
            share = ARITHMETIC.multiply(price.for_tokens(amount), rates[price.currency])
            cost = ARITHMETIC.add(cost, share)
        else:
            found.append(Standing(cost, model))
    return tuple(sorted(found))


def _are_free(order: Sequence[Standing]) -> bool:
    return all(not each.amount for each in order)


def _fitting(
    question: Question, market: Market, order: tuple[Standing, ...], among: tuple[str, ...] | None
) -> Sequence[Standing]:
    """Those of an order that may meet what is asked: not left out, not free, within the price named; ``None``: of all.

    What is asked of the price is a stretch of the order, so that nothing is looked at one by one where all may come.
    """
    other = question.cheaper_than
    pivot = next((each.amount for each in order if each.model == other), None) if other is not None else None
    first, last = 0, len(order)
    if question.paid_only or question.order is Order.FREE:
        free = bisect_right(order, ZERO, key=_amount)
        first, last = (free, last) if question.paid_only else (first, free)
    if pivot is not None and question.dearer:
        first = max(first, bisect_right(order, pivot, key=_amount))
    elif pivot is not None:
        last = min(last, bisect_left(order, pivot, key=_amount))
    for limit in _limits(question, market):
        begin, end = _within(order, limit, strictly=question.below)
        first, last = max(first, begin), min(last, end)
    fitting = order[first:last] if first < last else ()
    if among is None and not question.excluded:
        return fitting
    if among is None:
        return [each for each in fitting if each.model not in question.excluded]
    kept = frozenset(among).difference(question.excluded)
    return [each for each in fitting if each.model in kept]


def _within(order: Sequence[Standing], limit: Range, *, strictly: bool) -> tuple[int, int]:
    """Where those begin and end whose amounts keep to a limit, or stay off it."""
    if limit.high is None:
        begins = bisect_right if strictly else bisect_left
        return 0 if limit.low is None else begins(order, limit.low, key=_amount), len(order)
    ends = bisect_left if strictly else bisect_right
    return 0, ends(order, limit.high, key=_amount)


_amount: Final = attrgetter("amount")


def _limits(question: Question, market: Market) -> list[Range]:
    """The sums named as limits, for as many tokens as the order goes by; none where other work is to be paid of them."""
    per = _tokens(question)
    if not per:
        return []
    scale = ARITHMETIC.divide(MILLION, per)
    return [money.value.scaled(ARITHMETIC.multiply(scale, rate_of(market, money.currency))) for money in question.money]


def _tokens(question: Question) -> Decimal | None:
    """The tokens that a sum named as a limit is for; ``None`` where that hangs on the model."""
    if not question.loads:
        return question.per or MILLION
    load = question.loads[0]
    if any(each.side for each in question.loads):
        return MILLION
    if load.amount.unit != TOKEN or load.amount.value.exact is None:
        return None
    tokens = load.amount.value.exact
    for factor in load.factors:
        tokens = ARITHMETIC.multiply(tokens, factor)
    return tokens


def within(amount: Decimal, limit: Range, *, strictly: bool) -> bool:
    """Whether an amount keeps to a limit, or stays off it."""
    if limit.high is None:
        return limit.low is None or (amount > limit.low if strictly else amount >= limit.low)
    return amount < limit.high if strictly else amount <= limit.high
