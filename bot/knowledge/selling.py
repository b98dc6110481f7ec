"""Checks of how a vendor sells: its windows are declared, and the prices of a model follow one another."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from bot.knowledge.build_prices import line_prices, rivals
from bot.knowledge.folder import File
from bot.knowledge.messages import relations as says
from bot.knowledge.messages.message import Message
from bot.knowledge.price_entries import Basis, Price
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema import ModelShape, VendorFile


def check_selling(file: File, vendor: VendorFile, calendars: Collection[str]) -> Iterator[Problem]:
    """What is wrong between the parts of a vendor's file; ``calendars`` are the countries whose holidays are listed."""
    yield from _check_windows(file, vendor, calendars)
    windows = {window.id for window in vendor.windows}
    for place, model in enumerate(vendor.models):
        path: Path = ("models", place, "prices")
        for number, line in enumerate(model.prices):
            if line.window is not None and line.window not in windows:
                yield _problem(file, (*path, number, "window"), says.UNKNOWN_WINDOW, id=line.window)
        yield from _check_periods(file, path, model)


def _problem(file: File, path: Path, said: Message, **parts: object) -> Problem:
    return Problem.at(file.document.place(path), path, said, **parts)


def _check_windows(file: File, vendor: VendorFile, calendars: Collection[str]) -> Iterator[Problem]:
    since: dict[str, date] = {}
    for place, window in enumerate(vendor.windows):
        path: Path = ("windows", place)
        begins = window.from_ or date.min
        if window.id in since and begins <= since[window.id]:
            yield _problem(file, (*path, "id"), says.WINDOW_TWICE, id=window.id)
        since[window.id] = begins
        if window.holidays is not None and window.holidays not in calendars:
            yield _problem(file, (*path, "holidays"), says.NO_HOLIDAYS, country=window.holidays)
        if window.other_than is not None and all(
            other.id != window.other_than or other.other_than is not None for other in vendor.windows
        ):
            yield _problem(file, (*path, "other_than"), says.NO_OTHER_WINDOW, id=window.other_than)


class _Earlier(NamedTuple):
    """Of the prices above for the same requests, the one that began last, and the one that ends last."""

    latest: Price
    lasting: Price | None


def _check_periods(file: File, path: Path, model: ModelShape) -> Iterator[Problem]:
    """Prices for the same requests follow one another: they are listed oldest first, and none holds beside another.

    The time is linear in their number.
    """
    earlier: dict[tuple[object, ...], _Earlier] = {}
    for place, line in enumerate(model.prices):
        here: Path = (*path, place, "from")
        stated = list(line_prices(model.id, line))
        above = [other for known in earlier.values() for other in known if other is not None]
        clashes = (_clash(price, other) for price in stated for other in above if rivals(price, other))
        for said, day in dict.fromkeys(filter(None, clashes)):
            yield _problem(file, here, said, day=day)
        for price in stated:
            key = (price.side, price.unit, price.conditions, price.basis is Basis.REPORT)
            earlier[key] = _with(earlier.get(key), price)


def _with(known: _Earlier | None, price: Price) -> _Earlier:
    lasting = known.lasting if known is not None else None
    if price.until is not None and (lasting is None or lasting.until is None or price.until >= lasting.until):
        lasting = price
    return _Earlier(price if known is None or price.since >= known.latest.since else known.latest, lasting)


def _clash(price: Price, other: Price) -> tuple[Message, date] | None:
    """What is wrong between a price and one above it for the same requests."""
    if price.conditions.promotion is not other.conditions.promotion:
        return None
    if price.since < other.since:
        return says.EARLIER_PRICE, price.since
    windows = {price.conditions.window, other.conditions.window}
    same_day = price.since == other.since and (None in windows or len(windows) == 1)
    if same_day or (other.until is not None and other.since < price.since < other.until):
        return says.OVERLAP, other.since
    return None
