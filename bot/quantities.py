"""Exact values: ranges of decimals, money, quantities and prices.

A float never enters: every number is a :class:`decimal.Decimal`. "At least", "at most" and "from … to …" are values
too, so a :class:`Range` carries every amount; an exact amount is a range whose two ends are the same.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import Final, NamedTuple, Self

ARITHMETIC: Final = Context(
    prec=50, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999, traps=[DivisionByZero, InvalidOperation, Overflow]
)
"""Wide enough that sums of bounded inputs are exact; only a division that does not end is cut."""

SHOWN: Final = Context(prec=28, rounding=ROUND_HALF_EVEN, Emax=999_999, Emin=-999_999)
"""What is kept of a division that does not end when a value leaves the program."""

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)

TOKEN: Final = "token"
CHARACTER: Final = "character"
WORD: Final = "word"
CALL: Final = "call"
COPY: Final = "copy"
DAY: Final = "day"
PERCENT: Final = "percent"
TIMES: Final = "times"
DATE: Final = "date"
TEXT: Final = "text"
HOUR: Final = "hour"
IMAGE: Final = "image"
PAGE: Final = "page"
REQUEST: Final = "request"

THOUSAND: Final = Decimal(1_000)
MILLION: Final = Decimal(1_000_000)
"""Numbers of tokens that prices are published for."""

PARTS_OF_YUAN: Final = {"jiao": Decimal("0.1"), "fen": Decimal("0.01"), "li": Decimal("0.001")}
"""The small units that sums in CNY can be wanted in, and what each is in yuan."""


def exact_text(value: Decimal) -> str:
    """The decimal as plain digits: no exponent, no separators, no zeros at the end of a fraction."""
    text = format(value, "f")
    if len(text) > SHOWN.prec and len(value.as_tuple().digits) > SHOWN.prec:
        text = format(SHOWN.plus(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class _Ends(NamedTuple):
    low: Decimal | None
    high: Decimal | None


class Range(_Ends):
    """All values from ``low`` to ``high``; an end that is ``None`` is open ("at least", "at most")."""

    __slots__ = ()

    def __new__(cls, low: Decimal | None, high: Decimal | None) -> Self:
        if low is not high and low is not None and high is not None and low > high:
            raise ValueError(f"a range from {low} to {high} is upside down")
        return tuple.__new__(cls, (low, high))

    @classmethod
    def exactly(cls, value: Decimal | int) -> Range:
        value = Decimal(value)
        return cls(value, value)

    @classmethod
    def at_least(cls, value: Decimal) -> Range:
        return cls(value, None)

    @classmethod
    def at_most(cls, value: Decimal) -> Range:
        return cls(None, value)

    @property
    def exact(self) -> Decimal | None:
        """The one value, or ``None`` where the range holds more than one."""
        low, high = self
        return low if low is high or (low is not None and low == high) else None

    def times(self, other: Range) -> Range:
        """The product of two ranges of numbers that are not negative."""
        return Range(_product(self.low, other.low), _product(self.high, other.high))

    def over(self, other: Range) -> Range:
        """The quotient of two ranges of numbers that are not negative.

        Raises:
            ZeroDivisionError: the divisor is zero at the end that counts.
        """
        return Range(_quotient(self.low, other.high), _quotient(self.high, other.low))

    def plus(self, other: Range) -> Range:
        return Range(_sum(self.low, other.low), _sum(self.high, other.high))

    def scaled(self, factor: Decimal | int) -> Range:
        factor = Decimal(factor)
        return Range(_product(self.low, factor), _product(self.high, factor))


def _sum(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else ARITHMETIC.add(left, right)


def _product(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else ARITHMETIC.multiply(left, right)


def _quotient(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    return None if left is None or right is None else ARITHMETIC.divide(left, right)


class Quantity(NamedTuple):
    """An amount of something: ``unit`` is one of the units above (``token``, ``character``, …)."""

    value: Range
    unit: str


class Money(NamedTuple):
    """An amount of a currency, ``currency`` its ISO 4217 code."""

    value: Range
    currency: str

    @property
    def unit(self) -> str:
        return self.currency
