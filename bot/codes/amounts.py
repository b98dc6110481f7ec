"""Numbers, ranges and sums of money as parts of codes: ``8n4`` is 0.0008, ``2e6`` two million, ``3r5`` three to five."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.codes.errors import BadCodeError
from bot.quantities import ARITHMETIC, Money, Range
from bot.question import UnitPrice


def number_code(value: Decimal) -> str:
    """A number as digits with a power of ten.

    Raises:
        BadCodeError: it has more digits or a larger power than a code holds.
    """
    mantissa, _, power = str(value.normalize(ARITHMETIC)).partition("E")
    whole, _, fraction = mantissa.partition(".")
    exponent = int(power or 0) - len(fraction)
    text = (whole + fraction).lstrip("0") or "0"
    text += f"e{exponent}" if exponent > 0 else f"n{-exponent}" if exponent < 0 else ""
    if not _IS_NUMBER(text):
        raise BadCodeError(text)
    return text


NUMBER: Final = r"[0-9]{1,40}(?:[en][0-9]{1,2})?"
_IS_NUMBER: Final = re.compile(NUMBER).fullmatch


def read_number(text: str) -> Decimal:
    """The number of a code.

    Raises:
        BadCodeError: it is none.
    """
    if not _IS_NUMBER(text):
        raise BadCodeError(text)
    digits, _, exponent = text.replace("n", "e-").partition("e")
    return Decimal(digits).scaleb(int(exponent or 0), ARITHMETIC)


def range_code(value: Range) -> str:
    """A range as two numbers around ``r``, or as the one that it is."""
    exact = value.exact
    if exact is not None:
        return number_code(exact)
    low = number_code(value.low) if value.low is not None else ""
    high = number_code(value.high) if value.high is not None else ""
    return f"{low}r{high}"


def read_range(text: str) -> Range:
    """The range of a code; raises as :func:`read_number`."""
    if "r" not in text:
        return Range.exactly(read_number(text))
    low, high = text.split("r", 1)
    return Range(read_number(low) if low else None, read_number(high) if high else None)


def money_code(value: Money) -> str:
    """A sum of money: its range and its currency."""
    return range_code(value.value) + value.currency


def read_money(text: str) -> Money:
    """The sum of money of a code; raises as :func:`read_number`."""
    if not re.fullmatch(r"[0-9enr]+[A-Z]{3}", text):
        raise BadCodeError(text)
    return Money(read_range(text[:-3]), text[-3:])


def unit_price_code(price: UnitPrice) -> str:
    """A price: the tokens that it is for, ``q`` and the money."""
    return f"{number_code(price.per)}q{money_code(price.money)}"


def read_unit_price(text: str) -> UnitPrice:
    """The price of a code; raises as :func:`read_number`."""
    per, money = text.split("q", 1)
    price = UnitPrice(read_money(money), read_number(per))
    if not price.per:
        raise BadCodeError(text)
    return price
