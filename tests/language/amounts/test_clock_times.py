"""Hours with or without the day of the week."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answers import BEIJING
from bot.language.amounts.clock_times import named_moment
from bot.text import normalize

SATURDAY_NOON = datetime(2026, 11, 28, 12, tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("周一上午10点", "2026-11-30T10:00"),
        ("下周一上午十点", "2026-11-30T10:00"),
        ("星期三朝早十點半", "2026-12-02T10:30"),
        ("周二下午三点", "2026-12-01T15:00"),
        ("at 3am", "2026-11-29T03:00"),
        ("wednesday at 3:30 pm", "2026-12-02T15:30"),
        ("今晚", "2026-11-28T21:00"),
        ("半夜", "2026-11-29T03:00"),
        ("this weekend", "2026-11-28T12:00"),
        ("周六", "2026-11-28T12:00"),
    ],
)
def test_an_hour_is_the_next_of_its_name(text: str, moment: str) -> None:
    found = named_moment(normalize(text).text, SATURDAY_NOON)
    assert found is not None
    assert found.moment.strftime("%Y-%m-%dT%H:%M") == moment


@pytest.mark.parametrize("text", ["周一", "monday", "deepseek v4 pro 多少钱", "10 tokens", "优点", "once a week"])
def test_a_working_day_without_an_hour_is_none(text: str) -> None:
    assert named_moment(normalize(text).text, SATURDAY_NOON) is None
