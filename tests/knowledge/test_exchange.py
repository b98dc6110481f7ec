"""Exchange rates: the bank's own figures, the last known one, and nothing where there is none."""

from __future__ import annotations

import logging
from datetime import date
from decimal import Decimal

import pytest
from currency_converter import CurrencyConverter
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.exchange import ExchangeRates
from bot.quantities import ARITHMETIC

RATES = ExchangeRates.load()
FRIDAY = date(2024, 5, 17)
SATURDAY = date(2024, 5, 18)
MONDAY = date(2024, 5, 20)
QUOTED_IN_MAY_2024 = ("EUR", "USD", "CNY", "HKD", "JPY", "GBP", "SGD", "KRW", "IDR")

HISTORY = """Date,USD,CNY,RUB,
2026-10-30,1.10,7.70,N/A,
2026-10-28,1.00,7.00,N/A,
2026-08-03,1.20,7.20,N/A,
2026-08-01,1.25,N/A,100,
"""


@pytest.fixture
def small() -> ExchangeRates:
    return ExchangeRates.load(lambda: HISTORY)


def test_gives_the_bank_s_own_figure() -> None:
    conversion = RATES.convert(Decimal(100), "EUR", "USD", FRIDAY)
    assert conversion is not None
    assert (conversion.amount, conversion.rate, conversion.day) == (Decimal("108.44"), Decimal("1.0844"), FRIDAY)
    assert conversion.source.id == "ecb"


def test_crosses_over_the_euro_exactly(small: ExchangeRates) -> None:
    conversion = small.convert(Decimal(3), "USD", "CNY", date(2026, 10, 30))
    assert conversion is not None
    assert (conversion.amount, conversion.rate) == (Decimal(21), Decimal(7))


def test_a_weekend_has_the_friday_s_rate_and_says_so() -> None:
    friday, saturday, monday = (RATES.convert(Decimal(1), "EUR", "CNY", day) for day in (FRIDAY, SATURDAY, MONDAY))
    assert friday is not None
    assert monday is not None
    assert friday.rate != monday.rate
    assert saturday == friday


def test_after_the_end_of_the_history_the_newest_rate_holds(small: ExchangeRates) -> None:
    conversion = small.convert(Decimal(1), "USD", "CNY", date(2031, 1, 1))
    assert conversion is not None
    assert conversion.day == date(2026, 10, 30)


def test_both_currencies_are_taken_from_one_day(small: ExchangeRates) -> None:
    assert small.convert(Decimal(1), "RUB", "CNY", date(2026, 8, 4)) is None
    conversion = small.convert(Decimal(1), "RUB", "USD", date(2026, 8, 4))
    assert conversion is not None
    assert (conversion.rate, conversion.day) == (Decimal("0.0125"), date(2026, 8, 1))


@pytest.mark.parametrize(
    ("source", "target", "day"),
    [
        pytest.param("TWD", "USD", FRIDAY, id="never quoted"),
        pytest.param("USD", "TWD", FRIDAY, id="target never quoted"),
        pytest.param("TWD", "TWD", FRIDAY, id="never quoted, not even against itself"),
        pytest.param("RUB", "USD", date(2026, 10, 30), id="not quoted any more"),
        pytest.param("HRK", "EUR", date(2026, 10, 30), id="gone into the euro"),
        pytest.param("USD", "CNY", date(2005, 3, 31), id="one not quoted yet"),
        pytest.param("USD", "EUR", date(1998, 12, 31), id="before the euro"),
        pytest.param("usd", "EUR", FRIDAY, id="no ISO code"),
        pytest.param("Date", "EUR", FRIDAY, id="heading of the days"),
        pytest.param("", "EUR", FRIDAY, id="empty, as behind the last comma"),
    ],
)
def test_is_not_known(source: str, target: str, day: date) -> None:
    assert RATES.convert(Decimal(1), source, target, day) is None


def test_a_currency_that_is_quoted_again_has_no_rate_for_the_years_between() -> None:
    assert RATES.convert(Decimal(1), "EUR", "ISK", date(2015, 6, 1)) is None
    assert RATES.convert(Decimal(1), "EUR", "ISK", FRIDAY) is not None


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_sum_is_not_converted(amount: str) -> None:
    assert RATES.convert(Decimal(amount), "EUR", "USD", FRIDAY) is None


def test_agrees_with_the_converter_of_the_package() -> None:
    converter = CurrencyConverter(
        decimal=True, fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known"
    )
    for day in (date(1999, 1, 4), date(2008, 12, 27), date(2016, 2, 29), SATURDAY, date(2026, 1, 1)):
        ours = RATES.convert(Decimal(1), "EUR", "USD", day)
        assert ours is not None
        assert ours.rate == converter.convert(1, "EUR", "USD", day)
        cross = RATES.convert(Decimal(1), "USD", "JPY", day)
        assert cross is not None
        assert abs(cross.rate - converter.convert(1, "USD", "JPY", day)) < Decimal("1e-20")


@given(
    amount=st.decimals(min_value="0.0001", max_value="1e15", places=4),
    source=st.sampled_from(QUOTED_IN_MAY_2024),
    target=st.sampled_from(QUOTED_IN_MAY_2024),
)
def test_there_and_back_is_the_same_sum(amount: Decimal, source: str, target: str) -> None:
    there = RATES.convert(amount, source, target, FRIDAY)
    assert there is not None
    back = RATES.convert(there.amount, target, source, FRIDAY)
    assert back is not None
    assert abs(ARITHMETIC.subtract(back.amount, amount)) <= ARITHMETIC.multiply(amount, Decimal("1e-45"))


@given(
    amount=st.decimals(allow_nan=False, allow_infinity=False, places=6), currency=st.sampled_from(QUOTED_IN_MAY_2024)
)
def test_the_same_currency_is_the_same_sum(amount: Decimal, currency: str) -> None:
    conversion = RATES.convert(amount, currency, currency, FRIDAY)
    assert conversion is not None
    assert (conversion.amount, conversion.rate, conversion.day) == (amount, Decimal(1), FRIDAY)


@given(
    day=st.dates(), source=st.sampled_from(sorted(RATES.currencies())), target=st.sampled_from(["EUR", "CNY", "USD"])
)
def test_a_rate_is_never_of_a_later_day(day: date, source: str, target: str) -> None:
    conversion = RATES.convert(Decimal(1), source, target, day)
    assert conversion is None or conversion.day <= day


def test_names_where_the_rates_come_from(small: ExchangeRates) -> None:
    source = small.source()
    assert source is not None
    assert (source.id, source.date) == ("ecb", date(2026, 10, 30))
    assert small.currencies() == {"EUR", "USD", "CNY", "RUB"}


@pytest.mark.parametrize("row", ["2026-10-30,0,x,-1", "2026-10-30", "2026-10-30,,NaN,Infinity"])
def test_a_rate_that_is_none_is_not_known(row: str) -> None:
    rates = ExchangeRates.load(lambda: f"Date,USD,CNY,RUB\n{row}\n")
    assert [rates.convert(Decimal(1), "EUR", code, FRIDAY) for code in ("USD", "CNY", "RUB")] == [None] * 3
    assert [rates.convert(Decimal(1), code, "EUR", date(2026, 10, 30)) for code in ("USD", "CNY", "RUB")] == [None] * 3


@pytest.mark.parametrize(
    "failure", [ImportError("no such package"), OSError("no such file"), ValueError("not an archive")]
)
def test_without_the_package_nothing_is_known(failure: Exception, caplog: pytest.LogCaptureFixture) -> None:
    calls = 0

    def read() -> str:
        nonlocal calls
        calls += 1
        raise failure

    rates = ExchangeRates.load(read)
    assert calls == 0
    with caplog.at_level(logging.WARNING):
        assert rates.convert(Decimal(1), "EUR", "USD", FRIDAY) is None
        assert rates.source() is None
        assert rates.currencies() == frozenset()
    assert calls == 1
    assert str(failure) in caplog.text


@pytest.mark.parametrize("text", ["", "Date,USD\n", "Date,USD\nyesterday,1.1\n"])
def test_a_history_that_is_none_gives_nothing(text: str) -> None:
    assert ExchangeRates.load(lambda: text).source() is None
