"""The steps of a sum as they are shown."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import exact_text
from bot.replies import chinese, english
from bot.replies.figures import grouped, regrouped, shortened
from bot.replies.steps import shown_step


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        ("1 ÷ 0.5 × 1000000 = 2000000", "1 ÷ 0.5 × 1,000,000 = 2,000,000"),
        ("(0.8 − 0.5) ÷ 0.8 × 100% = 37.5%", "(0.8 − 0.5) ÷ 0.8 × 100% = 37.5%"),
        ("1 ÷ 3 × 1000 = 333.3333333333333333333333333", "1 ÷ 3 × 1,000 ≈ 333.333"),
        ("(5–8) ÷ 1000 = 0.005–0.008", "(5–8) ÷ 1,000 = 0.005–0.008"),
        ("1000 × (≥ 1.5) = ≥ 1500", "1,000 × 1.5 = at least 1,500"),
        ("≤ 1500 ÷ 7 = ≤ 214.2857142857142857142857143", "1,500 ÷ 7 ≈ at most 214.286"),
        ("10 USD × 7.123456789 = 71.23456789 CNY", "10 US dollars × 7.12346 ≈ 71.2346 yuan"),
        ("≥ 10 USD × 7 = ≥ 70 CNY", "10 US dollars × 7 = at least 70 yuan"),
    ],
)
def test_a_step(step: str, shown: str) -> None:
    assert shown_step(step, english.PHRASES) == shown


def test_words_are_those_of_the_language() -> None:
    assert shown_step("≥ 10 USD × 7 = ≥ 70 CNY", chinese.PHRASES) == "10 美元 × 7 = 至少70 元"


@given(st.decimals(0, 10**12, places=9), st.integers(1, 9))
def test_a_written_number_is_shortened_like_its_value(value: Decimal, digits: int) -> None:
    small, rounded = shortened(value, digits)
    assert regrouped(exact_text(value), digits) == (grouped(small), rounded)
