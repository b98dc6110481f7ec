"""The prices of a model by their days: all that are on record, and the first of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from bot.knowledge.price_entries import Basis, Price
from bot.questions.working.market import PLAIN_SIDES, Market

_DAY: Final = timedelta(days=1)


def dated_prices(market: Market, model: str) -> tuple[Price, ...]:
    """All prices of ordinary calls on record, those to come as well, oldest first."""
    if model not in market.knowledge.entries:
        return tuple(price for price in market.history(model) if price.side in PLAIN_SIDES)
    return market.answering_report(model) or market.history(model)


def first_price(market: Market, model: str) -> Price | None:
    """The first price of a model that is known."""
    return min(dated_prices(market, model), key=lambda price: price.known_from or price.since, default=None)


def were_out(market: Market, models: Iterable[str], day: date) -> bool:
    """Whether some of the models had a price by a day."""
    first = (first_price(market, model) for model in models)
    return any(price is not None and price.since <= day for price in first)


def is_undated(market: Market, price: Price) -> bool:
    """Whether a model's first price is only known to hold on a day, not from when: that of a catalogue."""
    if price.model in market.knowledge.entries:
        return False
    if price.basis is Basis.UNDATED:
        return True
    source = market.source(price.source)
    return price.until == price.since + _DAY or (source is not None and price.since == source.date)
