"""Scales: how far along an axis an amount lies, exactly, and which round amounts are written beside it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from bot.quantities import ARITHMETIC, ONE, ZERO

_TEN: Final = Decimal(10)
_LEAST_SEEN: Final = Decimal(40)
"""Where the largest amount is more than so many times the smallest, the latter would hardly be seen: powers of ten serve."""

_ROUND_STEPS: Final = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_STEPS: Final = 4
_MOST_DECADES: Final = 30
"""Powers of ten that an axis spans at most; what is smaller is drawn at its beginning."""


class Scale(NamedTuple):
    """From ``low`` to ``high``, evenly or, where it is ``logarithmic``, by powers of ten."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    logarithmic: bool = False

    def share(self, amount: Decimal) -> Decimal:
        """How far along an amount lies, from 0 to 1."""
        if amount <= self.low:
            return ZERO
        if amount >= self.high:
            return ONE
        if not self.logarithmic:
            return ARITHMETIC.divide(amount, self.high)
        whole = ARITHMETIC.divide(self.high, self.low)
        return ARITHMETIC.divide(ARITHMETIC.log10(ARITHMETIC.divide(amount, self.low)), ARITHMETIC.log10(whole))


def scale_for(amounts: Iterable[Decimal]) -> Scale:
    """The scale on which all these amounts can be told apart; none of them is negative."""
    seen = [amount for amount in amounts if amount > ZERO]
    if not seen:
        return Scale(ZERO, ONE, (ZERO,))
    least, most = min(seen), max(seen)
    return _by_powers(least, most) if most > least * _LEAST_SEEN else _even(most)


def _even(most: Decimal) -> Scale:
    """From nothing to the round amount above ``most``."""
    power = _TEN.scaleb(most.adjusted() - 2)
    steps = (ARITHMETIC.multiply(step, power * size) for size in (1, 10, 100) for step in _ROUND_STEPS)
    step = next(each for each in steps if each * _MOST_STEPS >= most)
    count = int((most / step).to_integral_value(rounding="ROUND_CEILING"))
    ticks = tuple(step * place for place in range(count + 1))
    return Scale(ZERO, ticks[-1], ticks)


def _by_powers(least: Decimal, most: Decimal) -> Scale:
    """Between powers of ten, of which the first lies below ``least``, so that the smallest bar has a length, too."""
    last = most.adjusted() + (most != ONE.scaleb(most.adjusted()))
    first = max(least.adjusted() - (least == ONE.scaleb(least.adjusted())), last - _MOST_DECADES)
    every = -(-(last - first) // 5)
    ticks = tuple(ONE.scaleb(power) for power in range(first, last + 1, every))
    return Scale(ticks[0], ONE.scaleb(last), ticks, logarithmic=True)
