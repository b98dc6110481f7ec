"""What calls of each model cost, lane by lane: on a day, from which days on it will be otherwise, and what was paid before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Final

from bot.knowledge.entries import Knowledge, Wording
from bot.knowledge.model_entries import Plan
from bot.knowledge.price_entries import MAIN_SIDES, ORDINARY, Conditions, Price, Side, TokenRange
from bot.knowledge.selection import PriceBook, noon, offers
from bot.quantities import MILLION, ONE, TOKEN

_SIDES: Final = (None, *Side)


@dataclass(frozen=True, slots=True)
class Lane:
    """What is paid for: a side of a model under the same conditions, promotions apart, or a ``tier`` of a plan.

    ``reported`` are prices that articles give beside the seller's own list.
    """

    model: str
    side: Side | None
    unit: str
    conditions: Conditions = ORDINARY
    reported: bool = False
    tier: Wording | None = None

    @property
    def order(self) -> tuple[object, ...]:
        """By model, ordinary calls first."""
        conditions = self.conditions
        tiers = (_bounds(conditions.input_tokens), _bounds(conditions.output_tokens))
        tier = self.tier.en if self.tier is not None else ""
        others = (
            tier,
            conditions.region or "",
            conditions.mode or "",
            conditions.window or "",
            conditions.cache_life or "",
        )
        return (self.model, self.reported, self.unit, *others, *tiers, conditions.promotion, _SIDES.index(self.side))


def _bounds(tokens: TokenRange | None) -> tuple[Decimal, Decimal, bool, bool]:
    if tokens is None:
        return (-ONE, -ONE, False, False)
    return (tokens.start, -ONE if tokens.high is None else tokens.high, tokens.with_low, tokens.with_high)


@dataclass(frozen=True, slots=True)
class Paid:
    """What is paid in a lane: ``amount`` of ``currency`` for a million tokens, or for one of another unit.

    ``amount`` is ``None`` where nothing is on the list any more. Two are equal where a call costs the same.
    """

    amount: Decimal | None
    currency: str
    promotion: bool = False
    per: Decimal = field(default=MILLION, compare=False)
    """The number of tokens, or of what else, that it is published for."""
    held: bool = field(default=False, compare=False)
    """It holds on the day."""
    served_by: str | None = field(default=None, compare=False)
    """The other model that serves these calls, and whose price it is."""
    instead: Paid | None = field(default=None, compare=False)
    """What is paid until then, of one that is to come."""

    @property
    def free(self) -> bool:
        return self.amount == 0


GONE: Final = Paid(None, "")

Lanes = Mapping[Lane, Paid]
Dated = Mapping[tuple[Lane, date], Paid]


def paid_now(knowledge: Knowledge, day: date) -> Lanes:
    """What is paid on a day in every lane, by the sellers' lists, and what articles report for it."""
    found: dict[Lane, Paid] = {}
    for book in _books(knowledge):
        for model in _models(book):
            found |= lanes_on(book, model, day)
    for model, prices in knowledge.reports.items():
        held = [price for price in prices if price.holds_on(day)]
        found |= {replace(lane, reported=True): paid for lane, paid in _lanes(model, held, day)}
    for plan in knowledge.plans.values():
        found |= tiers_on(plan, day)
    return found


def paid_later(knowledge: Knowledge, day: date) -> Dated:
    """What is announced: each lane by the days after ``day`` from which it costs something else, or nothing is listed."""
    found: dict[tuple[Lane, date], Paid] = {}
    for book in _books(knowledge):
        for model in _models(book):
            found |= _stages(turns_of(book, model), day, partial(lanes_on, book, model))
    for plan in knowledge.plans.values():
        turns = {turn for price in plan.prices for turn in (price.since, price.until) if turn is not None}
        found |= _stages(turns, day, partial(tiers_on, plan))
    return found


def _stages(turns: Iterable[date], day: date, paid_on: Callable[[date], Lanes]) -> Dated:
    """What is paid otherwise from each of the days to come."""
    found: dict[tuple[Lane, date], Paid] = {}
    stages = [(turn, paid_on(turn)) for turn in (day, *sorted(turn for turn in turns if turn > day))]
    for (_, before), (turn, after) in pairwise(stages):
        for lane in before.keys() | after.keys():
            was, becomes = before.get(lane), after.get(lane, GONE)
            if was != becomes:
                found[lane, turn] = replace(becomes, instead=was)
    return found


def tiers_on(plan: Plan, day: date) -> Lanes:
    """What is paid on a day for each tier of a plan."""
    return {
        Lane(plan.id, None, plan.period, tier=price.tier): Paid(price.amount, plan.currency, per=ONE, held=True)
        for price in plan.prices
        if price.holds_on(day)
    }


def paid_once(knowledge: Knowledge, day: date) -> Dated:
    """Every line of a price up to ``day``, by its lane, promotions apart, and the day from which it holds."""
    found: dict[tuple[Lane, date], Paid] = {}
    everything = [(model, prices, False) for book in _books(knowledge) for model, prices in book.prices.items()]
    everything += [(model, prices, True) for model, prices in knowledge.reports.items()]
    for model, prices, reported in everything:
        for price in prices:
            if price.since <= day:
                for lane, paid in _lanes(model, [price], day):
                    conditions = replace(lane.conditions, promotion=price.conditions.promotion)
                    found[replace(lane, conditions=conditions, reported=reported), price.since] = paid
    return found


def _books(knowledge: Knowledge) -> Iterator[PriceBook]:
    yield knowledge
    if knowledge.catalogue is not None:
        yield knowledge.catalogue


def _models(book: PriceBook) -> list[str]:
    """All models that have prices of their own, or that of another which serves them."""
    return sorted({*book.prices, *(id_ for id_, model in book.models.items() if model.stands_for is not None)})


def lanes_on(book: PriceBook, model: str, day: date) -> Lanes:
    """What is paid on a day in every lane of a model."""
    return dict(_lanes(model, offers(book, model, noon(book, model, day)), day))


def _lanes(model: str, prices: Iterable[Price], day: date) -> Iterator[tuple[Lane, Paid]]:
    """The lanes of some prices; one price for input and output alike is that of both."""
    for price in prices:
        each = MILLION if price.unit == TOKEN else ONE
        paid = Paid(
            price.for_tokens(each),
            price.currency,
            price.conditions.promotion,
            per=price.published_per,
            held=price.holds_on(day),
            served_by=price.served_by,
        )
        conditions = replace(price.conditions, promotion=False)
        for side in MAIN_SIDES if price.side is None and price.unit == TOKEN else (price.side,):
            yield Lane(model, side, price.unit, conditions), paid


def turns_of(book: PriceBook, model: str) -> set[date]:
    """The days on which what a model costs may change: its own, and those of the model that serves it."""
    known = book.models.get(model)
    turns = _days(book.prices.get(model, ()))
    if known is not None and known.stands_for is not None:
        since = known.stands_for.since
        turns |= {since, *(day for day in _days(book.prices.get(known.stands_for.model, ())) if day > since)}
    return turns


def _days(prices: Iterable[Price]) -> set[date]:
    return {day for price in prices for day in (price.since, price.until) if day is not None}
