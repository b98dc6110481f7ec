"""Hours that a text names, with the day of the week or without: 周一上午10点, 半夜, Wednesday at 3pm, this weekend."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import Final, NamedTuple

from bot.language.amounts.relative_dates import NamedTime, named_time
from bot.language.basics.vocabulary import either, numbered, words_under
from bot.language.numbers.chinese_sections import UP_TO_99
from bot.language.numbers.numbers import value_of

_PARTS: Final = numbered("times", "hours")
"""The hour that a part of the day stands for."""
_LATER: Final = frozenset({15, 21})
"""Parts of the day whose hours up to twelve are after noon."""
_WEEKDAYS: Final = numbered("times", "weekdays")
_SATURDAY: Final = 5
_NOONTIME: Final = 12

_ENGLISH: Final = either(filter(str.isascii, _WEEKDAYS))
_CHINESE: Final = either(day for day in _WEEKDAYS if not day.isascii())
_DAY: Final = (
    rf"(?P<step>下下?|上|这个?|本)?(?:{either(words_under('times', 'weeks'))})(?P<weekday>{_CHINESE})"
    rf"|\b(?:(?P<next>next|last) )?(?P<english>{_ENGLISH})s?\b"
    rf"|(?P<weekend>{either(words_under('times', 'weekends'))})"
)
_CLOCK: Final = (
    r"\b(?P<english_hour>1[0-2]|[1-9])(?::(?P<english_minute>[0-5][0-9]))? ?(?P<meridian>[ap]\.?m\b\.?)"
    rf"|(?<![0-9])(?P<hour>[01]?[0-9]|2[0-4]|{UP_TO_99})(?:点钟?|时)(?P<half>半)?|(?P<digital>[01]?[0-9]|2[0-4]):(?P<minute>[0-5][0-9])"
)


class NamedMoment(NamedTuple):
    """A moment by the clock of whoever speaks, and where a text names it."""

    moment: datetime
    start: int
    end: int


_FIND_DAY: Final = re.compile(_DAY)
_FIND_PART: Final = re.compile(rf"(?:{either(_PARTS)})(?:(?<![a-z])|(?![a-z]))")
_FIND_CLOCK: Final = re.compile(_CLOCK)


def named_moment(text: str, now: datetime, *, dated: bool = True) -> NamedMoment | None:
    """The hour that a normalized text names, next after ``now`` where it says no day; ``dated``: it may name a date.

    A day of the week without an hour is none, but for a weekend, which is alike throughout.
    """
    day, part, clock = _named_day(text, now.date(), dated=dated), _FIND_PART.search(text), _FIND_CLOCK.search(text)
    if clock is None and part is None and (day is None or day.first.weekday() < _SATURDAY):
        return None
    spans = [match.span() for match in (part, clock) if match is not None] + ([(day.start, day.end)] if day else [])
    moment = datetime.combine(day.first if day else now.date(), _time(part, clock), now.tzinfo)
    if day is None and moment < now:
        moment += timedelta(days=1)
    return NamedMoment(moment, min(start for start, _ in spans), max(end for _, end in spans))


def _named_day(text: str, today: date, *, dated: bool) -> NamedTime | None:
    """The day that a text names: by its name in the week, or as any other day: tomorrow, 12月1日."""
    match = _FIND_DAY.search(text)
    if match is not None:
        day = _day(match, today)
        return NamedTime(day, day, *match.span())
    named = named_time(text, today) if dated else None
    return named if named is not None and named.first == named.last else None


def _weekday(day: re.Match[str]) -> int:
    if day["weekend"] is not None:
        return _SATURDAY
    return _WEEKDAYS[day["weekday"] or day["english"]]


def _day(day: re.Match[str], today: date) -> date:
    """The day that is meant: the next with that name from today on, or that of the week spoken of."""
    monday = today - timedelta(days=today.weekday())
    step = day["step"] or ""
    if step and step[0] in "下上":
        return monday + timedelta(days=_weekday(day) + 7 * (len(step) if step[0] == "下" else -1))
    ahead = (_weekday(day) - today.weekday()) % 7
    return today + timedelta(days=ahead - 7 if day["next"] == "last" else ahead)


def _time(part: re.Match[str] | None, clock: re.Match[str] | None) -> time:
    usual = _PARTS[part[0]] if part is not None else None
    if clock is None:
        return time(usual if usual is not None else _NOONTIME)
    if clock["english_hour"] is not None:
        hour = int(clock["english_hour"]) % _NOONTIME + (_NOONTIME if clock["meridian"].startswith("p") else 0)
        return time(hour, int(clock["english_minute"] or 0))
    written = clock["hour"] or clock["digital"]
    hour = int(value_of(written))
    if usual in _LATER and hour < _NOONTIME:
        hour += _NOONTIME
    return time(hour % 24, 30 if clock["half"] else int(clock["minute"] or 0))
