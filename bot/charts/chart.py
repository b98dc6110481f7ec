"""A chart before it is drawn: words that are ready to be shown, and exact amounts with the scale that they are drawn on."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.charts.scales import Scale


class Bar(NamedTuple):
    """One bar: ``series`` is its place in the legend. It is sure up to ``low``, and possible up to ``high``."""

    series: int
    low: Decimal
    high: Decimal
    label: str


class Row(NamedTuple):
    """The bars of one model."""

    name: str
    bars: tuple[Bar, ...]


class Bars(NamedTuple):
    """Models one below the other, a bar for each of their sides."""

    rows: tuple[Row, ...]
    scale: Scale
    ticks: tuple[str, ...]
    """The words along the scale."""


class Stretch(NamedTuple):
    """An amount that held from one day to another."""

    first: date
    last: date
    amount: Decimal


class Course(NamedTuple):
    """How the price of one side went: ``series`` is its place in the legend, ``label`` what it ends at."""

    series: int
    stretches: tuple[Stretch, ...]
    label: str


class Told(NamedTuple):
    """What held from a day on, in words."""

    when: str
    prices: str


class Steps(NamedTuple):
    """How the prices of one model went, as lines with steps, and under them the same in words, oldest first.

    ``days`` are those on which something changed, one for each of ``told`` but the first; ``today`` stands where prices
    to come are known. Since when the first prices hold is ``open`` where that is not known.
    """

    name: str
    courses: tuple[Course, ...]
    scale: Scale
    ticks: tuple[str, ...]
    first: date
    last: date
    days: tuple[date, ...]
    told: tuple[Told, ...]
    open: bool = False
    earlier: str = ""
    """That there are older ones, where not all are told."""
    today: date | None = None


class Chart(NamedTuple):
    """A picture: heading, what the amounts are, the legend, one part below the other, and what is to be known of them."""

    title: str
    unit: str
    series: tuple[str, ...]
    parts: tuple[Bars | Steps, ...]
    notes: tuple[str, ...]
