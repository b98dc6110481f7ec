"""What calls of a model have paid over time, and will pay as announced: one price for each stretch of days and side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from bot.knowledge.derived import derived
from bot.knowledge.price_entries import ORDINARY, Price, Side
from bot.knowledge.selection import ORDINARY_CALL, PriceBook, Wanted, prices_on, vendor_of

_MOST_KEPT: Final = 2_000
"""Histories kept of each knowledge base; those wanted under odd conditions are many."""


def history(book: PriceBook, model: str, when: datetime, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
    """All prices from the first day that is known, oldest first, with the days between which each was paid.

    Where prices hang on hours, they are those of the window that is open at the moment, unless another is wanted; while
    the windows were others, those of noon.
    """
    lines = book.prices.get(model, ())
    if wanted == ORDINARY_CALL and _server(book, model) is None and not any(map(_is_conditional, lines)):
        return tuple(line for line in lines if line.unit == wanted.unit)
    begun = date.min
    if wanted.window is None:
        vendor = vendor_of(book, _server(book, model) or model)
        here = when.astimezone(vendor.zone)
        open_now = next(iter(vendor.windows.open_at(here)), None)
        wanted = replace(wanted, window=open_now)
        begun = vendor.windows.schedule(open_now, here.date()).since if open_now is not None else begun
    known = _known(book)
    if (model, wanted) not in known:
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[model, wanted] = _stretches(book, model, wanted, begun)
    return known[model, wanted]


@derived
def _known(_: PriceBook) -> dict[tuple[str, Wanted], tuple[Price, ...]]:
    """The histories that were worked out already."""
    return {}


def _stretches(book: PriceBook, model: str, wanted: Wanted, begun: date) -> tuple[Price, ...]:
    """The prices between the days on which they may change; the window wanted counts from the day on which it began."""
    found: list[Price] = []
    last: dict[Side | None, tuple[int, Price]] = {}
    for start, end in pairwise(_turns(book, model)):
        if start is None:
            continue
        for price in prices_on(book, model, start, wanted if start >= begun else replace(wanted, window=None)):
            place, before = last.get(price.side, (-1, None))
            goes_on = before is not None and before == price and found[place].until == start
            stretch = replace(found[place] if goes_on else replace(price, since=start), until=end)
            if goes_on:
                found[place] = stretch
            else:
                last[price.side] = len(found), price
                found.append(stretch)
    return tuple(replace(price, until_basis=price.until_basis if price.until else None) for price in found)


def _is_conditional(price: Price) -> bool:
    return price.conditions != ORDINARY


def _server(book: PriceBook, model: str) -> str | None:
    known = book.models.get(model)
    return known.stands_for.model if known is not None and known.stands_for is not None else None


def _turns(book: PriceBook, model: str) -> list[date | None]:
    """The days on which what a model costs may change, and last its end, if any."""
    known = book.models.get(model)
    turns = _days(book.prices.get(model, ()))
    if known is not None and known.stands_for is not None:
        since = known.stands_for.since
        turns |= {since, *(day for day in _days(book.prices.get(known.stands_for.model, ())) if day > since)}
    retired = known.life.retired.exact if known is not None and known.life.retired is not None else None
    return [*sorted(day for day in turns if retired is None or day < retired), retired]


def _days(prices: Iterable[Price]) -> set[date]:
    return {day for price in prices for day in (price.since, price.until) if day is not None}
