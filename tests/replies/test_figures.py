"""Numbers as people read them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.replies import chinese, english
from bot.replies.figures import grouped, shortened


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("0", "0", "0"),
        ("1500", "1,500", "1,500"),
        ("10000", "1万", "10,000"),
        ("2000000", "200万", "2 million"),
        ("18750000", "1875万", "18.75 million"),
        ("150000000", "1.5亿", "150 million"),
        ("2000000000000", "2万亿", "2 trillion"),
        ("333333.3333333333", "约 33.33万", "about 333,333.33"),
        ("0.0008", "0.0008", "0.0008"),
        ("0.5681818181", "约 0.5682", "about 0.5682"),
        ("1.136363636363", "约 1.136", "about 1.136"),
        ("37.5", "37.5", "37.5"),
    ],
)
def test_numbers(value: str, zh: str, en: str) -> None:
    assert chinese.number(Decimal(value)) == zh
    assert english.number(Decimal(value)) == en


@pytest.mark.parametrize(
    ("value", "currency", "zh", "en"),
    [
        ("1", "CNY", "1 元", "1 yuan"),
        ("0.0008", "CNY", "0.0008 元", "0.0008 yuan"),
        ("2000000", "CNY", "200万 元", "2 million yuan"),
        ("2.5", "USD", "2.5 美元", "$2.50"),
        ("10", "USD", "10 美元", "$10"),
        ("0.0751554", "USD", "约 0.07516 美元", "about $0.07516"),
        ("1", "EUR", "1 欧元", "1 euro"),
        ("3", "EUR", "3 欧元", "3 euros"),
    ],
)
def test_money(value: str, currency: str, zh: str, en: str) -> None:
    assert chinese.money(Decimal(value), currency) == zh
    assert english.money(Decimal(value), currency) == en


@given(st.decimals(0, 10**9, places=10))
def test_what_is_not_called_about_is_exact(value: Decimal) -> None:
    small, rounded = shortened(value)
    assert (small == value) is not rounded
    assert abs(small - value) <= max(Decimal("0.005"), value / 1000)


@given(st.decimals(0, 10**12, places=6))
def test_grouping_changes_no_digit(value: Decimal) -> None:
    assert Decimal(grouped(value).replace(",", "")) == value
