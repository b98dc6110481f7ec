"""Newer exchange rates: the European Central Bank's daily file, and the rows that were kept of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final
from xml.parsers import expat

from bot.knowledge.exchange import ExchangeRates, read_packaged_history
from bot.live.errors import RefreshError
from bot.quantities import ONE

USUAL_ADDRESS: Final = "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml"

MOST_BYTES: Final = 1024 * 1024
"""Of a file that has two KiB today."""

MOST_DAYS: Final = 400
"""Days of which rates are kept: until then a newer package has brought them."""

LEAST_CURRENCIES: Final = 20
_NEEDED: Final = frozenset({"USD", "CNY", "HKD", "GBP", "JPY"})

MOST_CHANGE: Final = Decimal("1.5")
"""By which factor no currency moves between two days' files; what moves by more was misprinted."""

_CURRENCY: Final = re.compile(r"[A-Z]{3}", re.ASCII)
_RATE: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DayRates:
    """What one euro buys on a day, by currency, as the bank wrote it."""

    day: date
    rates: Mapping[str, str]


def read_daily(body: bytes) -> DayRates:
    """The rates of the bank's daily file.

    Raises:
        RefreshError: it is no such file.
    """
    days: list[str] = []
    rates: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] != "Cube":
            return
        if "time" in attributes:
            days.append(attributes["time"])
        if "currency" in attributes:
            rates[attributes["currency"]] = attributes.get("rate", "")

    def refuse(*_: object) -> None:
        raise RefreshError("it declares what a file of rates has no use for")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = refuse  # nothing in it may stand for more than it is
    try:
        parser.Parse(body, True)
    except expat.ExpatError:
        raise RefreshError("it is no XML") from None
    return _sane(days, rates)


def _sane(days: list[str], rates: Mapping[str, str]) -> DayRates:
    try:
        if len(days) != 1 or not _DAY.fullmatch(days[0]):
            raise ValueError
        day = date.fromisoformat(days[0])
    except ValueError:
        raise RefreshError("it is not of one day") from None
    good = all(_CURRENCY.fullmatch(code) and _RATE.fullmatch(rate) and Decimal(rate) for code, rate in rates.items())
    if not good or len(rates) < LEAST_CURRENCIES or not rates.keys() >= _NEEDED:
        raise RefreshError("it lacks rates, or has some that are none")
    return DayRates(day, dict(rates))


def check_against(new: DayRates, known: ExchangeRates, today: date) -> None:
    """Refuse rates that cannot follow those that are known.

    Raises:
        RefreshError: they are of a day to come, or one moved by more than currencies do.
    """
    if new.day > today + timedelta(days=1):
        raise RefreshError(f"it is of {new.day}, which is still to come")
    for currency, rate in new.rates.items():
        before = known.convert(ONE, "EUR", currency, new.day)
        factor = Decimal(rate) / before.amount if before is not None else ONE
        if not 1 / MOST_CHANGE < factor < MOST_CHANGE:
            raise RefreshError(f"its rate of {currency} is {factor:.3g} times the last one known")


def as_rows(kept: Mapping[date, Mapping[str, str]]) -> str:
    """The rates of days in the form of the bank's history: a heading, and a row a day, the newest first."""
    codes = sorted({code for rates in kept.values() for code in rates})
    rows = [
        ",".join((day.isoformat(), *(kept[day].get(code, "") for code in codes))) for day in sorted(kept, reverse=True)
    ]
    return "\n".join((",".join(("Date", *codes)), *rows, ""))


def read_rows(text: str) -> dict[date, dict[str, str]]:
    """Rates by day, of a history in the bank's form. Cells that hold no rate are left out.

    Raises:
        ValueError: a row begins with no day.
    """
    heading, *rows = [line.split(",") for line in text.splitlines() if line.strip()] or [["Date"]]
    codes = [code.strip() for code in heading[1:]]
    return {
        date.fromisoformat(day.strip()): {
            code: cell.strip()
            for code, cell in zip(codes, cells, strict=False)
            if code and _RATE.fullmatch(cell.strip())
        }
        for day, *cells in rows
    }


def with_newer(kept: Mapping[date, Mapping[str, str]]) -> ExchangeRates:
    """The packaged history with the days that were fetched, which count where both have one."""
    return ExchangeRates.load(lambda: as_rows({**read_rows(read_packaged_history()), **kept}))
