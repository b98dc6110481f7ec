"""What is kept of a moment is what would be worked out anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context
from bot.knowledge.selection import Wanted
from bot.questions.working.market import Market
from bot.questions.working.moments import moment_of, wider_moment_of
from tests.frozen import todays_engine

START = datetime(2026, 9, 1, tzinfo=UTC)


def market(now: datetime) -> Market:
    return todays_engine()._shelf.market(Context(now=now))


@given(minutes=st.integers(0, 90 * 24 * 60), abroad=st.booleans(), mode=st.sampled_from((None, "batch", "thinking")))
def test_prices_are_those_of_the_moment(minutes: int, abroad: bool, mode: str | None) -> None:
    """Whatever was asked at other moments before: in other windows, on other days, on other terms."""
    at = replace(market(START + timedelta(minutes=minutes)), abroad=abroad, wanted=Wanted(mode=mode))
    wider = at.catalogue.models()[minutes % 7 :: 97]
    for model in (*at.curated_models()[minutes % 9 :: 9], *wider):
        assert at.prices(model) == at._told(at._all_prices(model))
        assert at.status(model) == at._status(model)


def test_markets_of_one_moment_share_what_they_know() -> None:
    one = market(START)
    other = market(START + timedelta(seconds=1))
    assert moment_of(one) is moment_of(other)
    assert wider_moment_of(one) is wider_moment_of(other)
    for change in (
        {"abroad": True},
        {"asked_day": True},
        {"wanted": Wanted(window="off-peak")},
        {"day": date(2026, 9, 2)},
        {"now": START + timedelta(hours=2)},  # 10 in the morning in Beijing: a window opened
    ):
        assert moment_of(replace(one, **change)) is not moment_of(one), change


def test_few_moments_are_kept() -> None:
    one = market(START)
    first = moment_of(one)
    for days in range(1, 100):
        moment_of(replace(one, day=one.day - timedelta(days=days), asked_day=True))
    assert moment_of(one) is not first
