"""Days that a text names."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.amounts.dates import named_day
from bot.text import normal_form


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024年5月16日", date(2024, 5, 16)),
        ("２０２４年５月", date(2024, 5, 31)),
        ("2024-05-16", date(2024, 5, 16)),
        ("2024/2/9 的价格", date(2024, 2, 9)),
        ("2024.12.01", date(2024, 12, 1)),
        ("2024年2月", date(2024, 2, 29)),
        ("2025年的价格", date(2025, 12, 31)),
        ("price in May 2024", date(2024, 5, 31)),
        ("as of May 16th, 2024", date(2024, 5, 16)),
        ("as of 16 May 2024", date(2024, 5, 16)),
        ("the 16th of May, 2024", date(2024, 5, 16)),
        ("Sept. 3, 2024", date(2024, 9, 3)),
        ("31 February 2024", None),
        ("prices of 2024", date(2024, 12, 31)),
        ("2024-13-01", None),
        ("2023年2月30日", None),
        ("2024 tokens", None),
        ("2000元", None),
        ("5月16日", None),
        ("GLM 2024 Turbo", None),
        ("120241231", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_of(normal_form(text)) == day


def day_of(text: str) -> date | None:
    named = named_day(text)
    return named.day if named is not None else None


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("豆包在2024年5月20号那天是啥价", "2024年5月20号"),
        ("what was doubaos price per 1k tokens in june 2024", "june 2024"),
        ("价格 2024-05-16", "2024-05-16"),
    ],
)
def test_the_place_of_a_day(text: str, span: str) -> None:
    named = named_day(text)
    assert named is not None
    assert text[named.start : named.end] == span


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert day_of(f"豆包 {day.isoformat()} 什么价") == day
    assert day_of(f"{day.year}年{day.month}月{day.day}日") == day
    assert day_of(f"on {day:%B} {day.day}, {day.year}".casefold()) == day


@given(st.text("20年月日-/.5 16may,ofin", max_size=60) | st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    day = day_of(normal_form(text))
    assert day is None or 2000 <= day.year <= 2099
