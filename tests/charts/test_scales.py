"""Scales: exact, in order, and with round amounts beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts.scales import Scale, scale_for

AMOUNTS = st.lists(
    st.decimals(Decimal(0), Decimal(10) ** 12, allow_nan=False, allow_infinity=False, places=6), min_size=1, max_size=12
)


def scale(*amounts: str) -> Scale:
    return scale_for(map(Decimal, amounts))


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        (("10", "40"), ("0", "10", "20", "30", "40")),
        (("1.25", "10"), ("0", "2.5", "5", "7.5", "10")),
        (("3", "13.5"), ("0", "5", "10", "15")),
        (("0.0008",), ("0", "0.0002", "0.0004", "0.0006", "0.0008")),
        (("0.8", "66"), ("0.1", "1", "10", "100")),
        (("1", "1000"), ("0.1", "1", "10", "100", "1000")),
        (("0",), ("0",)),
    ],
)
def test_ticks_are_round(amounts: tuple[str, ...], ticks: tuple[str, ...]) -> None:
    assert scale(*amounts).ticks == tuple(map(Decimal, ticks))


def test_an_even_scale_begins_at_nothing_and_keeps_proportions() -> None:
    even = scale("2.5", "10")
    assert not even.logarithmic
    assert even.share(Decimal(5)) * 2 == even.share(Decimal(10))
    assert even.share(Decimal(0)) == 0


def test_what_would_hardly_be_seen_makes_the_scale_logarithmic() -> None:
    assert not scale("1", "40").logarithmic
    powers = scale("1", "41")
    assert powers.logarithmic
    assert powers.share(Decimal(1)) > 0
    assert abs(powers.share(Decimal(10)) - 2 * powers.share(Decimal(1))) < Decimal(10) ** -20


@given(AMOUNTS)
def test_shares_are_from_nothing_to_one_in_the_order_of_the_amounts(amounts: list[Decimal]) -> None:
    made = scale_for(amounts)
    shares = [made.share(amount) for amount in sorted(amounts)]
    assert all(0 <= share <= 1 for share in shares)
    assert shares == sorted(shares)
    assert all(share > 0 for share, amount in zip(shares, sorted(amounts), strict=True) if amount)
    assert len(made.ticks) <= 8
    assert list(made.ticks) == sorted(made.ticks)
