"""The models that one is weighed against: those that other vendors sell today at nearly its price."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable
from decimal import Decimal
from heapq import merge
from itertools import islice
from operator import attrgetter
from typing import Final

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.quantities import ARITHMETIC
from bot.questions.working.curated import models_by_owner
from bot.questions.working.families import models_of_today
from bot.questions.working.market import CHAT, Market
from bot.questions.working.standings import Standing, blend, rate_of, usual_prices
from bot.questions.working.traits import current_under

_NEWEST: Final = 3
"""Models of a vendor that are those of today, where nobody says which: the first in its list, which begins with the newest."""
_KEPT: Final = 8
"""Moments of which the models of today are kept."""


def rivals(market: Market, model: str, apart_from: Collection[str] = (), most: int = 2) -> tuple[str, ...]:
    """The models of today whose prices are nearest to that of one, at most one of each vendor, the nearest first.

    None is of its own vendor, or of that of a model among those ``apart_from``. A curated model is held against curated
    ones, any other against those of the wider catalogue as well. There are none for what is not paid by the token, is
    free, or not on sale any more.
    """
    amount = None if market.status(model) is ModelStatus.RETIRED else _amount(market, model)
    if not amount:
        return ()
    order = _of_today(market, wider=model not in market.knowledge.entries)
    taken = {_vendor(market, each) for each in (model, *apart_from)}
    place = bisect_left(order, amount, key=_by_amount)
    found: list[str] = []
    for each in merge(order[:place][::-1], order[place:], key=lambda each: _distance(each.amount, amount)):
        vendor = _vendor(market, each.model)
        if vendor not in taken:
            taken.add(vendor)
            found.append(each.model)
        if len(found) == most:
            break
    return tuple(found)


_by_amount: Final = attrgetter("amount")


def _distance(one: Decimal, other: Decimal) -> Decimal:
    """How many times the smaller of two amounts goes into the greater."""
    return ARITHMETIC.divide(max(one, other), min(one, other))


def _vendor(market: Market, model: str) -> str | None:
    entry = market.entry(model)
    return entry.vendor if entry is not None else None


def _amount(market: Market, model: str) -> Decimal | None:
    """What a million tokens of a model that chats cost, input and output together, in the currency of all comparisons."""
    if market.kind_of(model) != CHAT or not market.writes(model):
        return None
    prices = usual_prices(market.prices(model), None)
    amount = blend(prices)
    return None if amount is None else ARITHMETIC.multiply(amount, rate_of(market, prices[0].currency))


def _of_today(market: Market, *, wider: bool) -> tuple[Standing, ...]:
    known, key = (
        _known(market.knowledge),
        (market.clock, market.abroad, wider, id(market.catalogue), id(market.exchange)),
    )
    if key not in known:
        if len(known) >= _KEPT:
            known.clear()
        models = _curated(market) + (_wider(market) if wider else [])
        priced = ((_amount(market, model), model) for model in models or market.on_sale())
        # What they hang on is kept beside them, so that nothing else can take over its place in memory.
        found = tuple(sorted(Standing(amount, model) for amount, model in priced if amount))
        known[key] = (found, market.catalogue, market.exchange)
    return known[key][0]


@derived
def _known(_: Knowledge) -> dict[Hashable, tuple[tuple[Standing, ...], object, object]]:
    return {}


def _curated(market: Market) -> list[str]:
    """What the names of vendors stand for today."""
    entries = (market.knowledge.entries.get(vendor) for vendor in market.knowledge.vendors)
    return [model for entry in entries if entry is not None for model in models_of_today(market, entry)]


def _wider(market: Market) -> list[str]:
    """The newest models that the other vendors known here sell by their own lists in the wider catalogue."""
    found: list[str] = []
    for vendor in market.knowledge.vendors.values():
        if vendor.reseller or vendor.id in models_by_owner(market.knowledge):
            continue
        sold = (model for model in current_under(market, vendor.id) if model.startswith(f"{vendor.id}/"))
        found += islice(sold, _NEWEST)
    return found
