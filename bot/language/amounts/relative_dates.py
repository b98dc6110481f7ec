"""Times that a text names by the clock, or without a year: 去年, 上个月, 今年7月, 12月10日, next week, three months ago."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from bot.language.amounts.dates import MONTHS, named_day
from bot.language.amounts.seasons import named_season
from bot.language.basics.vocabulary import either, numbered, table, words_under
from bot.language.basics.wordset import WordSet
from bot.language.numbers.chinese_sections import UP_TO_99
from bot.language.numbers.english_words import SMALL
from bot.language.numbers.numbers import value_of

Days = tuple[date, date]
"""The first day and the last."""


class NamedTime(NamedTuple):
    """A stretch of days, and where a text names it."""

    first: date
    last: date
    start: int
    end: int

    def day(self, today: date) -> date:
        """The day whose prices are meant: the last of what is past, or still to come, and else today."""
        return today if self.first <= today <= self.last else self.last


_ENGLISH_NUMBERS: Final = either(("a", *SMALL))
_N: Final = rf"[0-9]{{1,2}}|{UP_TO_99}"
_DAYS: Final = numbered("times", "days")
_YEARS: Final = numbered("times", "years")
_FEASTS: Final = table("times", "feasts")
"""Days that have a name, as a month and a day."""
_STEPS: Final = numbered("times", "steps")
_UNITS: Final = table("times", "units")
_PARTS: Final = numbered("times", "parts of a month")
"""The day on which a part of the month begins, which lasts ten days or to its end."""
_BEFORE_IT: Final = words_under("times", "before it")
_YEAR: Final = either(_YEARS)
_UNIT: Final = either(_UNITS)
_STEP: Final = either(_STEPS)
_LONGER: Final = either(word for word, unit in _UNITS.items() if unit != "day")
_MONTH: Final = either(MONTHS)
_SHORT: Final = 3
_VERBS: Final = ("may", "march")
"""Months that only another word tells from what they mean besides."""
_PLAIN_MONTH: Final = either(month for month in MONTHS if len(month) > _SHORT and month not in _VERBS)
_RELATIVE: Final = re.compile(
    rf"(?<![我咱])(?P<day>{either(_DAYS)})(?![a-z])"
    rf"|(?P<feast>(?<![a-z])(?=[a-z])(?:{either(_FEASTS)})(?![a-z])|(?![a-z])(?:{either(_FEASTS)}))"
    rf"|(?P<year>{_YEAR})?(?:的)?(?P<month>{_N})月份?(?:(?P<date>{_N})[日号]|(?P<part>{either(_PARTS)}))?(?![0-9])"
    rf"|(?<![0-9.])(?P<short>2[2-9])年(?:(?P<shortmonth>{_N})月份?(?:(?P<shortdate>{_N})[日号])?(?![0-9])"
    rf"|(?={either(words_under('times', 'behind a year'))}))"
    rf"|(?P<alone>{_YEAR})"
    rf"|(?P<step>{_STEP})一?个?(?P<unit>{_LONGER})"
    rf"|(?P<ago>[0-9]{{1,3}}|{UP_TO_99}|半)个?(?P<agounit>{_UNIT})(?:{either(_BEFORE_IT)}|前)(?![0-9])"
    rf"|\b(?P<enstep>{_STEP}) (?P<enunit>{_LONGER}|{_MONTH})\b"
    rf"|\b(?P<enago>[0-9]{{1,3}}|{_ENGLISH_NUMBERS}) (?P<enagounit>{_UNIT})s? ago\b"
    rf"|\b(?:(?:(?P<begins>{either(words_under('times', 'begins a month'))})|{either(words_under('times', 'before a month'))}) (?P<enmonth>{_MONTH})|(?P<plainmonth>{_PLAIN_MONTH}))"
    rf"(?: (?P<endate>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9a-z.])|\b(?! ?[0-9]))"
    rf"|(?<=[a-z] )(?P<datefirst>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<monthbehind>{_MONTH})\b"
)


def named_time(text: str, today: date) -> NamedTime | None:
    """The first time that a normalized text names, by its year or by the clock; ``None`` where none is a day.

    What is before a time is the day before it: before July, 7月之前. What is since a time lasts to today.
    """
    named = _first_named(text, today)
    if named is not None and _goes_on(text, named):
        return named._replace(last=max(named.last, today))
    if named is None or not (
        _BEFORE.search(text, 0, named.start)
        or text.startswith(_BEFORE_IT, named.end)
        or text.startswith("before ", named.start)
    ):
        return named
    try:
        day = named.first - timedelta(days=1)
    except OverflowError:
        return None
    return named._replace(first=day, last=day)


_BEFORE: Final = re.compile(r"\b(?:before|prior to) $")


_SINCE: Final = tuple(since + article for since in words_under("times", "since") for article in ("", " the"))
_BEGINS_SINCE: Final = tuple(f"{since} " for since in _SINCE)
_SINCE_IT: Final = words_under("times", "since it")


def _goes_on(text: str, named: NamedTime) -> bool:
    """Whether all the time from one on is spoken of, up to today: since June, 6月以来."""
    begins = text.startswith(_BEGINS_SINCE, named.start) or text[: named.start].rstrip().endswith(_SINCE)
    return begins or text[named.end :].lstrip().startswith(_SINCE_IT)


def _first_named(text: str, today: date) -> NamedTime | None:
    season = named_season(text, today)
    exact = named_day(text) if season is None else None
    if season is not None:
        return NamedTime(*season)
    if exact is not None:
        return NamedTime(*exact)
    for match in _RELATIVE.finditer(text):
        days = _days(match, today)
        if days is not None and days[1] < today and _is_month(match) and _TO_COME.stands_in(text):
            days = _days(match, _a_year_on(today))
        if days is not None:
            return NamedTime(*days, *match.span())
    return None


_TO_COME: Final = WordSet(words_under("times", "to come"))


def _is_month(match: re.Match[str]) -> bool:
    """Whether a month is named without its year, which then is the next where it is to come: will it rise in January."""
    found = match.groupdict()
    return bool(
        found["enmonth"] or found["plainmonth"] or found["monthbehind"] or (found["month"] and not found["year"])
    )


def _a_year_on(today: date) -> date:
    return date(today.year + 1, today.month, min(today.day, calendar.monthrange(today.year + 1, today.month)[1]))


def _days(match: re.Match[str], today: date) -> Days | None:
    found = match.groupdict()
    for name, read in _READERS.items():
        if found[name]:
            try:
                return read(found, today)
            except (ValueError, OverflowError):
                return None
    return None


def _number(text: str) -> int:
    return 1 if text == "a" else int(value_of(text))


def _of_day(found: dict[str, str], today: date) -> Days:
    day = today + timedelta(days=_DAYS[found["day"]])
    return day, day


def _of_feast(found: dict[str, str], today: date) -> Days:
    """The next day with that name, or the last where it is nearer."""
    month, number = map(int, _FEASTS[found["feast"]].split("-"))
    day = min((date(today.year + step, month, number) for step in (-1, 0, 1)), key=lambda day: abs(day - today))
    return day, day


def _of_month(found: dict[str, str], today: date) -> Days:
    year = today.year + (_YEARS[found["year"]] if found["year"] else 0)
    return _month(year, _number(found["month"]), found["date"], found["part"])


def _month(year: int, month: int, written: str | None, part: str | None = None) -> Days:
    last = calendar.monthrange(year, month)[1]
    if written:
        day = date(year, month, _number(written))
        return day, day
    first = _PARTS[part] if part else 1
    return date(year, month, first), date(year, month, first + 9 if part and first < _LAST_PART else last)


_LAST_PART: Final = 21


def _of_year(found: dict[str, str], today: date) -> Days:
    year = today.year + _YEARS[found["alone"]]
    return date(year, 1, 1), date(year, 12, 31)


def _of_short_year(found: dict[str, str], today: date) -> Days:
    """A year of two digits, as words beside it show: 24年4月, 24年那会."""
    year = today.year // 100 * 100 + int(found["short"])
    if found["shortmonth"]:
        return _month(year, _number(found["shortmonth"]), found["shortdate"])
    return date(year, 1, 1), date(year, 12, 31)


def _of_step(found: dict[str, str], today: date) -> Days:
    return _step(today, _UNITS[found["unit"]], _STEPS[found["step"]])


def _of_english_step(found: dict[str, str], today: date) -> Days:
    unit, step = found["enunit"], _STEPS[found["enstep"]]
    if unit not in MONTHS:
        return _step(today, _UNITS[unit], step)
    month = MONTHS[unit]
    year = today.year + (step if (month < today.month) != (step < 0) or month == today.month else 0)
    return _month(year, month, None)


def _step(today: date, unit: str, step: int) -> Days:
    """The week, month, quarter or year so many before or after the one of today."""
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    length = _MONTHS[unit]
    index = (today.year * 12 + today.month - 1) // length + step
    year, month = divmod(index * length, 12)
    return date(year, month + 1, 1), _month(year, month + length, None)[1]


def _of_ago(found: dict[str, str], today: date) -> Days:
    written = found["ago"]
    return _ago(today, _UNITS[found["agounit"]], 0 if written == "半" else _number(written), half=written == "半")


def _of_english_ago(found: dict[str, str], today: date) -> Days:
    return _ago(today, _UNITS[found["enagounit"]], _number(found["enago"]))


_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}


def _ago(today: date, unit: str, count: int, *, half: bool = False) -> Days:
    if unit in ("day", "week"):
        day = today - timedelta(days=count * (7 if unit == "week" else 1))
    else:
        months = count * _MONTHS[unit] + (6 if half and unit == "year" else 0)
        year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
        day = date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    return day, day


def _of_english_month(found: dict[str, str], today: date) -> Days:
    """A month of this year, or, where something begins with it, the next of the name: from january."""
    month = MONTHS[found["enmonth"] or found["plainmonth"] or found["monthbehind"]]
    ahead = bool(found["begins"]) and month <= today.month
    return _month(today.year + ahead, month, found["endate"] or found["datefirst"])


_READERS: Final[dict[str, Callable[[dict[str, str], date], Days]]] = {
    "day": _of_day, "feast": _of_feast, "month": _of_month, "short": _of_short_year, "alone": _of_year, "step": _of_step, "ago": _of_ago, "enstep": _of_english_step,
    "enago": _of_english_ago, "enmonth": _of_english_month, "plainmonth": _of_english_month, "monthbehind": _of_english_month,
}  # fmt: skip
