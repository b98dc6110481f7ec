"""`rates.yaml`: what is wrong between its lines, and the table made of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from babel.core import get_global

from bot.knowledge.entries import RateTable, Source
from bot.knowledge.folder import File
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema_market import RatesFile


def check_rates(file: File, typed: RatesFile) -> Iterator[Problem]:
    """Rates that are given twice, or that a base has to itself."""
    if typed.base not in get_global("all_currencies"):
        path: Path = ("base",)
        yield Problem.at(
            file.document.place(path),
            path,
            f"no currency has the code `{typed.base}`",
            "write the ISO 4217 code, e.g. EUR",
        )
    first: dict[tuple[dt.date, str], int] = {}
    for place, rate in enumerate(typed.rates):
        path = ("rates", place)
        here = file.document.place(path)
        earlier = first.setdefault((rate.date, rate.currency), place)
        if earlier != place:
            line = file.document.place(("rates", earlier)).line
            message = f"the rate of {rate.currency} on {rate.date} is given twice (first on line {line})"
            yield Problem.at(here, path, message, "keep one of the two")
        if rate.currency == typed.base:
            yield Problem.at(here, path, f"{rate.currency} is the base itself", "remove the line")


def table_of(typed: RatesFile, source: Source) -> RateTable:
    """The rates of a file in which nothing is wrong."""
    rates: dict[dt.date, dict[str, Decimal]] = {}
    for rate in typed.rates:
        rates.setdefault(rate.date, {})[rate.currency] = rate.rate
    return RateTable(typed.base, rates, source)
