"""What the texts of options mean."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import BEIJING
from bot.terminal.values import language, moment
from bot.text import Language


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-11-28", datetime(2026, 11, 28, 4, tzinfo=UTC)),
        ("2026-11-28T20:30", datetime(2026, 11, 28, 12, 30, tzinfo=UTC)),
        ("2026-11-28 20:30:15", datetime(2026, 11, 28, 12, 30, 15, tzinfo=UTC)),
        ("2026-11-28T20:30Z", datetime(2026, 11, 28, 20, 30, tzinfo=UTC)),
        ("2026-11-28T20:30-08:00", datetime(2026, 11, 29, 4, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_beijing_s_unless_it_says_otherwise(text: str, meant: datetime) -> None:
    assert moment(text) == meant
    assert moment(text).tzinfo is BEIJING


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "now",
            "2026-13-01",
            "2026-02-30",
            "2026-11-28T",
            "2026-11-28T25:00",
            "20261128",
            "2026-W48-6",
            "28.11.2026",
        ),
        *("2026-11-28T20:30+99:00", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "２０２６-11-28"),
    ],
)
def test_what_is_no_moment_is_refused_with_what_is(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="write it as 2026-11-28, "):
        moment(text)


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - Beijing's
def test_every_moment_to_the_second_is_read_as_it_is_written(time: datetime) -> None:
    time = time.replace(microsecond=0)
    assert moment(time.isoformat()) == time.replace(tzinfo=BEIJING)


@pytest.mark.parametrize(
    ("text", "meant"),
    [("zh", Language.ZH_HANS), ("zh-hant", Language.ZH_HANT), ("zh_TW", Language.ZH_HANT), ("EN", Language.EN)],
)
def test_a_language_by_its_tag(text: str, meant: Language) -> None:
    assert language(text) is meant


@pytest.mark.parametrize("text", ["", "fr", "english"])
def test_what_is_no_language_is_refused_with_what_is(text: str) -> None:
    with pytest.raises(ArgumentTypeError, match="zh-Hans, zh-Hant, en"):
        language(text)
