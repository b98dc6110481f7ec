"""Numbers as people read them: rounded only here, and said to be about where they were."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from bot.quantities import ARITHMETIC, ONE

_SIGNIFICANT: Final = 4
"""Digits kept of a number that does not end soon."""


_LONG: Final = 40
"""Digits before the point of a number that is shown as it is."""


def shortened(value: Decimal, digits: int = _SIGNIFICANT) -> tuple[Decimal, bool]:
    """The value with few digits after its point, and whether that rounded it.

    Whole numbers stay whole; a fraction keeps two places, or as many as ``digits`` significant ones need.
    """
    whole = value.to_integral_value()
    if value == whole or value.adjusted() >= _LONG:
        return (whole.quantize(ONE, context=ARITHMETIC) if value.adjusted() < _LONG else whole), value != whole
    places = max(2, digits - 1 - value.adjusted())
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN, context=ARITHMETIC)
    return rounded.normalize(ARITHMETIC), rounded != value


def grouped(value: Decimal) -> str:
    """Plain digits with commas between thousands: ``2,000,000``, ``0.0008``."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def scaled(value: Decimal, steps: tuple[tuple[Decimal, str], ...]) -> tuple[str, str, bool]:
    """The value in the largest step that it reaches: digits, the step's word, and whether it was rounded."""
    for size, word in steps:
        if abs(value) >= size:
            small, rounded = shortened(ARITHMETIC.divide(value, size))
            return grouped(small), word, rounded
    small, rounded = shortened(value)
    return grouped(small), "", rounded
