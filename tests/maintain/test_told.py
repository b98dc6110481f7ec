"""Amounts and percentages in reports are exact, or said to be rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.maintain.told import digits, money, percent, percentage, rate

AMOUNTS = st.decimals(Decimal("0.000001"), Decimal(10) ** 6, places=6)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("4", "2", "−50%"),
        ("3", "4", "≈ +33.33%"),
        ("8", "9", "+12.5%"),
        ("1", "15", "+1,400%"),
        ("2", "0", "−100%"),
        ("2", "2", "±0%"),
        ("1000000", "1000001", "+0.0001%"),
    ],
)
def test_how_far_two_prices_are_apart(before: str, after: str, told: str) -> None:
    assert percent(Decimal(before), Decimal(after)) == told


@given(before=AMOUNTS, after=AMOUNTS)
def test_the_sign_is_that_of_the_change(before: Decimal, after: Decimal) -> None:
    sign = "+" if after > before else "−" if after < before else "±"
    assert percent(before, after).removeprefix("≈ ").startswith(sign)
    assert (percentage(before, after) == 0) == (before == after)


@given(AMOUNTS)
def test_what_is_not_said_to_be_rounded_is_exact(value: Decimal) -> None:
    told = digits(value)
    assert told.startswith("≈ ") or Decimal(told.replace(",", "")) == value


def test_amounts_in_words() -> None:
    assert digits(Decimal(1) / 3) == "≈ 0.3333"
    assert digits(Decimal("2E+6")) == "2,000,000"
    assert money(Decimal("4.50"), "CNY").zh == "4.5 元"
    assert money(Decimal("4.50"), "USD").en == "4.5 USD"
    assert rate(Decimal(2), "CNY", Decimal(1000), "token").zh == "2 元 / 千 tokens"
    assert rate(Decimal(2), "CNY", Decimal(1), "image").en == "2 CNY per image"
    assert rate(Decimal(2), "CNY", Decimal(100), "image").en == "2 CNY per 100 images"
