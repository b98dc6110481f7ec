"""Times that a text names by the clock, or without a year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.amounts.relative_dates import named_time
from bot.text import normal_form

TODAY = date(2026, 11, 28)
"""A Saturday."""


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("glm5去年什么价", "2025-01-01", "2025-12-31"),
        ("去年年底 豆包", "2025-12-01", "2025-12-31"),
        ("今年7月啥价", "2026-07-01", "2026-07-31"),
        ("7月尾減咗幾多", "2026-07-21", "2026-07-31"),
        ("去年十一月初", "2025-11-01", "2025-11-10"),
        ("12月呢", "2026-12-01", "2026-12-31"),
        ("12月10日", "2026-12-10", "2026-12-10"),
        ("十二月二十三號", "2026-12-23", "2026-12-23"),
        ("三十天前", "2026-10-29", "2026-10-29"),
        ("eleven months ago", "2025-12-28", "2025-12-28"),
        ("昨天豆包", "2026-11-27", "2026-11-27"),
        ("噚日幾錢", "2026-11-27", "2026-11-27"),
        ("上个月 deepseek", "2026-10-01", "2026-10-31"),
        ("下周", "2026-11-30", "2026-12-06"),
        ("上季度的价格", "2026-07-01", "2026-09-30"),
        ("3个月前多少钱", "2026-08-28", "2026-08-28"),
        ("两周前", "2026-11-14", "2026-11-14"),
        ("半年前", "2026-05-28", "2026-05-28"),
        ("price next week", "2026-11-30", "2026-12-06"),
        ("what did it cost last month", "2026-10-01", "2026-10-31"),
        ("last year's price", "2025-01-01", "2025-12-31"),
        ("three months ago", "2026-08-28", "2026-08-28"),
        ("in January", "2026-01-01", "2026-01-31"),
        ("from January", "2027-01-01", "2027-01-31"),
        ("from December", "2026-12-01", "2026-12-31"),
        ("last July", "2026-07-01", "2026-07-31"),
        ("next March", "2027-03-01", "2027-03-31"),
        ("by March 3rd", "2026-03-03", "2026-03-03"),
        ("yesterday", "2026-11-27", "2026-11-27"),
        ("2024年5月16日", "2024-05-16", "2024-05-16"),
        ("before July", "2026-06-30", "2026-06-30"),
        ("7月之前", "2026-06-30", "2026-06-30"),
        ("before 2024-05-16", "2024-05-15", "2024-05-15"),
        ("今年以前", "2025-12-31", "2025-12-31"),
    ],
)
def test_times(text: str, first: str, last: str) -> None:
    named = named_time(normal_form(text), TODAY)
    assert named is not None
    assert (named.first.isoformat(), named.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "may i ask",
        "现在多少钱",
        "今天豆包多少钱",
        "3个月多少钱",
        "一个月",
        "the last one",
        "GLM-4",
        "13月",
        "2月30日",
        "我昨天看到",
        "",
    ],
)
def test_no_times(text: str) -> None:
    """What is of now, how long something takes, and days that are none, is no other time."""
    assert named_time(normal_form(text), TODAY) is None


@given(
    st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    st.sampled_from(["上个月", "last year", "前天", "5年前", "next quarter"]),
)
def test_any_clock(today: date, text: str) -> None:
    """A named time is a stretch of days, whatever the day of the clock."""
    named = named_time(text, today)
    assert named is not None
    assert named.first <= named.last
