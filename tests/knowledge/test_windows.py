"""When windows of prices are open: weekdays, holidays, hours that wrap midnight, the complement, and what comes next."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.windows import Hours, Schedule, Window, Windows

BEIJING = ZoneInfo("Asia/Shanghai")
GOLDEN_WEEK = frozenset(date(2026, 10, day) for day in range(1, 8))
WORKDAYS = Schedule(
    since=date(2026, 8, 23),
    hours=(Hours(time(9), time(12)), Hours(time(14), time(18))),
    weekdays=frozenset(range(5)),
    holidays=GOLDEN_WEEK,
)
DAILY = Schedule(since=date(2026, 8, 17), hours=WORKDAYS.hours)
STANDARD = Schedule(since=date(2025, 2, 26), hours=(Hours(time(8, 30), time(0, 30)),))
WINDOWS = Windows(
    {"peak": Window("peak", (STANDARD, DAILY, WORKDAYS)), "off-peak": Window("off-peak", other_than="peak")}
)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("moment", "peak"),
    [
        ("2026-11-27T09:00", True),  # a Friday
        ("2026-11-27T11:59:59", True),
        ("2026-11-27T12:00", False),
        ("2026-11-27T14:00", True),
        ("2026-11-27T18:00", False),
        ("2026-11-28T10:00", False),  # a Saturday
        ("2026-10-05T10:00", False),  # a Monday of the holidays
        ("2026-10-10T10:00", False),  # a Saturday that is worked
        ("2026-12-25T10:00", True),  # no holiday in China
        ("2026-08-22T10:00", True),  # a Saturday before weekends were left out
        ("2025-03-01T08:29", False),
        ("2025-03-01T08:30", True),
        ("2025-03-01T23:59", True),
        ("2025-03-02T00:29", True),
        ("2025-03-02T00:30", False),
    ],
)
def test_what_is_open(moment: str, peak: bool) -> None:
    assert WINDOWS.open_at(at(moment)) == (("peak",) if peak else ("off-peak",))


@pytest.mark.parametrize(
    ("moment", "change"),
    [
        ("2026-11-28T12:00", "2026-11-30T09:00"),
        ("2026-11-27T10:00", "2026-11-27T12:00"),
        ("2026-11-27T18:00", "2026-11-30T09:00"),
        ("2026-09-30T18:00", "2026-10-08T09:00"),
    ],
)
def test_next_change(moment: str, change: str) -> None:
    for window in WINDOWS.by_id:
        assert WINDOWS.next_change(window, at(moment)) == at(change)


@given(st.integers(0, 2 * 365 * 24 * 60))
def test_one_of_a_window_and_its_complement_is_open_and_changes_next(minute: int) -> None:
    moment = at("2025-01-01") + timedelta(minutes=minute)
    assert len(WINDOWS.open_at(moment)) == 1
    change = WINDOWS.next_change("peak", moment)
    assert change is not None
    assert change > moment
    assert WINDOWS.holds("peak", change) is not WINDOWS.holds("peak", moment)
    assert WINDOWS.holds("peak", change - timedelta(seconds=1)) is WINDOWS.holds("peak", moment)


def test_a_window_that_never_changes_has_no_next_change() -> None:
    always = Windows({"peak": Window("peak", (Schedule(date.min, (Hours(time(0), time(0)),)),))})
    assert always.next_change("peak", at("2026-11-28T12:00")) is None
