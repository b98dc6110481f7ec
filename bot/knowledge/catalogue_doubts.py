"""Prices that a list of the catalogue states and nobody asked: errors of a router's list that last some days or weeks.

A router passes on what others ask. Where it shows far less or more than both before and after, or than the maker's own
list to which it then comes back, or hardly anything for what a model writes beside what it reads, nobody is told that.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.quantities import ARITHMETIC

if TYPE_CHECKING:
    from genai_prices.types import ModelInfo, ModelPrice

_FAR: Final = Decimal(3)
"""How many times the price before and after makes a price doubtful."""
_FARTHER: Final = Decimal(4)
"""How many times what the maker asks makes it so, where the router itself came back to that."""
_HALF: Final = Decimal("0.5")
_MOST: Final = Decimal(30)
"""How many times its price for input a model's price for output may be."""
_SIDES: Final = ("input_mtok", "output_mtok")


class Doubts:
    """Doubts the prices of a model in a router's list; ``own`` is the model in its maker's own list."""

    def __init__(self, model: ModelInfo, own: ModelInfo | None) -> None:
        self._own = own
        self._days = _days(model)
        self._model = model

    def __call__(self, prices: ModelPrice, day: date) -> bool:
        """Whether a price of a day is too far from what others say to be told."""
        read, written = (_amount(prices, side) for side in _SIDES)
        if read is None or written is None or not read:
            return False
        if not read * _HALF <= written <= read * _MOST:
            return True
        later = [self._model.get_prices(_noon(start)) for start in self._days if start > day]
        earlier = [start for start in self._days if start <= day]
        if later and earlier:
            before = self._model.get_prices(_noon(earlier[-1] - timedelta(days=1)))
            if _is_far(prices, before, _FAR) and _is_far(prices, later[0], _FAR):
                return True
        own = self._own.get_prices(_noon(day)) if self._own is not None else None
        return (
            own is not None
            and _is_far(prices, own, _FARTHER)
            and not all(_is_far(after, own, _FARTHER) for after in later)
        )


def _is_far(prices: ModelPrice, other: ModelPrice, times: Decimal) -> bool:
    """Whether one side costs so many times less or more than in another list."""
    for side in _SIDES:
        here, there = _amount(prices, side), _amount(other, side)
        if here is not None and there and not ARITHMETIC.divide(there, times) <= here <= there * times:
            return True
    return False


def _days(model: ModelInfo) -> list[date]:
    steps = model.prices if isinstance(model.prices, list) else ()
    return sorted(start for step in steps if isinstance(start := getattr(step.constraint, "start_date", None), date))


def _amount(prices: ModelPrice, side: str) -> Decimal | None:
    value = vars(prices).get(side)
    base = getattr(value, "base", value)
    return base if isinstance(base, Decimal) else None


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
