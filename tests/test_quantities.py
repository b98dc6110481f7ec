"""Exact values: how they are written out, and arithmetic on ranges."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quantities import ARITHMETIC, Range, exact_text

amounts = st.decimals(0, 10**12, places=6)
positive = st.decimals("0.000001", 10**12, places=6)


def ranges(ends: st.SearchStrategy[Decimal]) -> st.SearchStrategy[Range]:
    two = st.tuples(ends, ends).map(lambda pair: Range(min(pair), max(pair)))
    return ends.map(Range.exactly) | ends.map(Range.at_least) | ends.map(Range.at_most) | two


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("0.00", "0"),
        ("1E+6", "1000000"),
        ("8E-4", "0.0008"),
        ("1.500", "1.5"),
        ("100", "100"),
        ("-2.50", "-2.5"),
        ("123456789012345678901234567890.5", "123456789012345678901234567900"),
    ],
)
def test_exact_text(value: str, text: str) -> None:
    assert exact_text(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-(10**15), max_value=10**15))
def test_exact_text_loses_nothing(value: Decimal) -> None:
    text = exact_text(value)
    assert Decimal(text) == value
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", text)


def test_a_division_that_does_not_end_is_cut_to_28_digits() -> None:
    third = Range.exactly(1).over(Range.exactly(3)).exact
    assert third is not None
    assert exact_text(third) == "0." + "3" * 28


def test_a_range_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="from 2 to 1"):
        Range(Decimal(2), Decimal(1))


def test_only_one_value_is_exact() -> None:
    assert Range.exactly(3).exact == 3
    assert Range(Decimal("1.0"), Decimal(1)).exact == 1
    for several in (
        Range.at_least(Decimal(1)),
        Range.at_most(Decimal(1)),
        Range(None, None),
        Range(Decimal(1), Decimal(2)),
    ):
        assert several.exact is None


def test_at_least_stays_at_least() -> None:
    tokens = Range.exactly(1_250_000)
    assert tokens.times(Range.at_least(Decimal("1.5"))) == Range.at_least(Decimal(1_875_000))
    assert Range.exactly(1500).over(Range.at_least(Decimal("1.5"))) == Range.at_most(Decimal(1000))
    assert Range.at_most(Decimal(3)).plus(Range.exactly(1)) == Range.at_most(Decimal(4))


def test_division_by_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Range.exactly(1).over(Range.exactly(0))


def within(range_: Range, ends: st.DataObject) -> Decimal:
    low = range_.low if range_.low is not None else Decimal(0)
    high = range_.high if range_.high is not None else low + 10**6
    return ends.draw(st.decimals(low, high, places=6)) if low < high else low


def reaches(range_: Range, value: Decimal) -> bool:
    return (range_.low is None or range_.low <= value) and (range_.high is None or value <= range_.high)


@given(ranges(amounts), ranges(amounts), st.data())
def test_sums_and_products_hold_those_of_their_members(one: Range, other: Range, data: st.DataObject) -> None:
    left, right = within(one, data), within(other, data)
    assert reaches(one.times(other), ARITHMETIC.multiply(left, right))
    assert reaches(one.plus(other), ARITHMETIC.add(left, right))


@given(ranges(positive), ranges(positive))
def test_dividing_undoes_multiplying(one: Range, other: Range) -> None:
    back = one.times(other).over(other)
    for end in (one.low, one.high):
        if end is not None and other.low is not None and other.high is not None:
            assert reaches(back, end.quantize(Decimal("0.000001")))


@given(amounts, st.integers(1, 1000))
def test_scaling_an_exact_value_is_multiplying_it(value: Decimal, factor: int) -> None:
    assert Range.exactly(value).scaled(factor).exact == value * factor
