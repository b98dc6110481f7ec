"""What was worked out of models at one moment, kept for the other questions of that moment."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.knowledge.derived import derived, derived_with
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import ModelStatus, Vendor
from bot.knowledge.price_entries import Price, Side
from bot.knowledge.selection import PriceBook, Wanted
from bot.knowledge.windows import Windows
from bot.questions.working.beside import WiderCatalogue

if TYPE_CHECKING:
    from bot.questions.working.market import Market
    from bot.questions.working.ordering import Trial

_MOST_KEPT: Final = 16
"""Moments that are kept of each knowledge base."""


class Circumstances(NamedTuple):
    """What prices hang on, beside the lists that they stand in."""

    day: date
    clock: Hashable
    """The days where vendors are at home, and the windows that are open."""
    asked_day: bool
    wanted: Wanted
    sides: frozenset[Side]
    abroad: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """By model, as far as it was asked for."""

    prices: dict[str, tuple[Price, ...]] = field(default_factory=dict)
    offers: dict[str, tuple[Price, ...]] = field(default_factory=dict)
    statuses: dict[str, ModelStatus | None] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    """The days that it is where their sellers are at home."""
    windows: dict[str, Windows | None] = field(default_factory=dict)
    meant: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The models that a name stands for."""
    trials: dict[Hashable, dict[str, Trial]] = field(default_factory=dict)
    """What models are ranked by, for each thing that they may be ranked by."""


def moment_of(market: Market) -> Moment:
    """What is kept of a moment by the lists of curated models alone."""
    return _of(_moments(market.knowledge), _circumstances(market, market.clock))


def wider_moment_of(market: Market) -> Moment:
    """What is kept of a moment by the lists of the wider catalogue as well."""
    clock = market.day if market.now is None else clock_of(market.catalogue.book, market.now)
    return _of(_wider_moments(market.knowledge, market.catalogue), _circumstances(market, (market.clock, clock)))


def _circumstances(market: Market, clock: Hashable) -> Circumstances:
    return Circumstances(market.day, clock, market.asked_day, market.wanted, market.sides, market.abroad)


def _of(known: dict[Circumstances, Moment], of: Circumstances) -> Moment:
    moment = known.get(of)
    if moment is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        moment = known[of] = Moment()
    return moment


@derived
def _moments(_: Knowledge) -> dict[Circumstances, Moment]:
    return {}


@derived_with
def _wider_moments(_: Knowledge, __: WiderCatalogue) -> dict[Circumstances, Moment]:
    return {}


def clock_of(book: PriceBook, now: datetime) -> Hashable:
    """What prices of a book may hang on at a moment: the days where its vendors are at home, and the windows open."""
    known = _told_clocks(book)
    minute = now.replace(second=0, microsecond=0)
    clock = known.get(minute)
    if clock is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        local = ((minute.astimezone(zone), windows) for zone, windows in _clocks(book))
        clock = known[minute] = tuple(
            [(here.date(), *[each.open_at(here) for each in windows]) for here, windows in local]
        )
    return clock


@derived
def _told_clocks(_: PriceBook) -> dict[datetime, Hashable]:
    """By the minute: no window opens or closes within one."""
    return {}


@derived
def _clocks(book: PriceBook) -> tuple[tuple[tzinfo, tuple[Windows, ...]], ...]:
    """The zones of vendors, with all windows by which any of them sells."""
    vendors = (*book.vendors.values(), Vendor(""))  # the usual one stands for those of which nothing is known
    zones = {str(vendor.zone): vendor.zone for vendor in vendors}
    return tuple(
        (zone, tuple(each.windows for each in vendors if each.windows.by_id and str(each.zone) == name))
        for name, zone in zones.items()
    )
