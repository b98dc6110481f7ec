"""Numbers as people read them: rounded only here, and said to be about where they were."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache
from typing import Final

from bot.quantities import ARITHMETIC

_SIGNIFICANT: Final = 4
"""Digits kept of a number that does not end soon."""

_LEAST_PLACES: Final = 2
"""Digits after the point that every fraction may have."""

_GROUPED_FROM: Final = 4
"""Digits before the point of the shortest number that has a comma in it."""

_LONG: Final = 40
"""Digits before the point of a number that is shown as it is."""


def shortened(value: Decimal, digits: int = _SIGNIFICANT) -> tuple[Decimal, bool]:
    """The value with few digits after its point, and whether that rounded it.

    Whole numbers stay whole; a fraction keeps two places, or as many as ``digits`` significant ones need.
    """
    whole = value.to_integral_value()
    if value == whole:
        return whole, False
    magnitude = value.adjusted()
    if magnitude >= _LONG:
        return whole, True
    rounded = value.quantize(_last_place(max(_LEAST_PLACES, digits - 1 - magnitude)), ROUND_HALF_EVEN, ARITHMETIC)
    return rounded, rounded != value


@lru_cache(maxsize=64)
def _last_place(places: int) -> Decimal:
    """One in the last of so many places after the point."""
    return Decimal(1).scaleb(-places)


def regrouped(text: str, digits: int) -> tuple[str, bool]:
    """A plain number without zeros at its end, shortened and with its thousands apart, and whether that rounded it."""
    whole, point, fraction = text.partition(".")
    if len(fraction) <= _LEAST_PLACES or len(fraction) + len(whole) <= digits:
        return (text if len(whole) < _GROUPED_FROM else f"{int(whole):,}{point}{fraction}"), False
    small, rounded = shortened(Decimal(text), digits)
    return grouped(small), rounded


def grouped(value: Decimal) -> str:
    """Plain digits with commas between thousands: ``2,000,000``, ``0.0008``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal, steps: tuple[tuple[Decimal, str], ...]) -> tuple[str, str, bool]:
    """The value in the largest step that it reaches: digits, the step's word, and whether it was rounded."""
    size_of_value = abs(value)
    for size, word in steps:
        if size_of_value >= size:
            small, rounded = shortened(ARITHMETIC.divide(value, size))
            return grouped(small), word, rounded
    small, rounded = shortened(value)
    return grouped(small), "", rounded
