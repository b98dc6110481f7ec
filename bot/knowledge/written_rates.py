"""`rates.yaml`: what is wrong between its lines, and the table made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from babel.core import get_global

from bot.knowledge.entries import RateTable, Source
from bot.knowledge.folder import File
from bot.knowledge.messages import relations as says
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema_market import RatesFile


def check_rates(file: File, typed: RatesFile) -> Iterator[Problem]:
    """Rates that are given twice, or that a base has to itself."""
    if typed.base not in get_global("all_currencies"):
        path: Path = ("base",)
        yield Problem.at(file.document.place(path), path, says.UNKNOWN_CURRENCY, code=typed.base)
    first: dict[tuple[dt.date, str], int] = {}
    for place, rate in enumerate(typed.rates):
        path = ("rates", place)
        here = file.document.place(path)
        earlier = first.setdefault((rate.date, rate.currency), place)
        if earlier != place:
            line = file.document.place(("rates", earlier)).line
            yield Problem.at(here, path, says.RATE_TWICE, currency=rate.currency, day=rate.date, line=line)
        if rate.currency == typed.base:
            yield Problem.at(here, path, says.RATE_OF_BASE, currency=rate.currency)


def table_of(typed: RatesFile, source: Source) -> RateTable:
    """The rates of a file in which nothing is wrong."""
    rates: dict[dt.date, dict[str, Decimal]] = {}
    for rate in typed.rates:
        rates.setdefault(rate.date, {})[rate.currency] = rate.rate
    return RateTable(typed.base, rates, source)
