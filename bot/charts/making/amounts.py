"""The amounts of one chart in one currency, and what is to be said of those that are exchanged."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from bot.answers import Note, Remark, Result
from bot.quantities import ARITHMETIC, ONE, ZERO
from bot.questions.working.beside import Exchange


class Measure:
    """Puts results into the one unit that a chart is drawn in."""

    def __init__(self, results: Iterable[Result], currency: str, exchange: Exchange, day: date) -> None:
        """``currency`` serves where the results are in several: all are exchanged into it, at the rate of a day."""
        units = dict.fromkeys(result.unit for result in results if not result.free) or {currency: None}
        self.unit = next(iter(units)) if len(units) == 1 else currency
        self.notes: list[Note] = []
        self._rates: dict[str, Decimal | None] = {}
        for unit in units:
            found = None if unit == self.unit else exchange.convert(ONE, unit, self.unit, day)
            self._rates[unit] = ONE if unit == self.unit else None if found is None else found.rate
            if found is not None:
                self.notes.append(Note(Remark.EXCHANGED, (unit, self.unit), (found.rate,), found.day))
            elif unit != self.unit:
                self.notes.append(Note(Remark.UNKNOWN_CURRENCY, (unit, self.unit)))

    def ends(self, result: Result) -> tuple[Decimal, Decimal] | None:
        """The lowest and the highest amount that a result may be; an open end is drawn no further than the other.

        ``None`` where it cannot be measured.
        """
        if result.free:
            return ZERO, ZERO
        rate = self._rates.get(result.unit)
        if rate is None or result.value is None:
            return None
        low, high = result.value
        ends = (low if low is not None else high, high if high is not None else low)
        if ends[0] is None or ends[1] is None:
            return None
        return ARITHMETIC.multiply(ends[0], rate), ARITHMETIC.multiply(ends[1], rate)
