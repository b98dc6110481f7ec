"""Days that a text names, for prices as of a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import either, words_under

_NUMERIC: Final = re.compile(r"(?<!\d)(20\d\d)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})[日号]?|月)?(?!\d)")
_YEAR: Final = re.compile(rf"(?<![\d.])(20\d\d)(?:年(?!\d)|(?={either(words_under('times', 'behind a year'))}))")
MONTHS: Final = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr, (*[""] * 9, "sept"))
    for number, name in enumerate(names)
    if name
}
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_SUFFIX: Final = "(?:st|nd|rd|th)?"
_ENGLISH: Final = re.compile(
    rf"\b(?:(\d{{1,2}}){_SUFFIX}(?: of)? )?({_MONTH})\b\.?(?: (\d{{1,2}}){_SUFFIX})?,? (20\d\d)\b"
)
_DAY_AND_MONTH: Final = re.compile(
    rf"\d{{1,2}}{_SUFFIX}(?:(?: of)? ({_MONTH})\b\.?(,? (?:1[5-9]|20)\d\d\b)?|,? (?:1[5-9]|20)\d\d\b)"
)
_MONTH_AND_DAY: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})月(\d{{1,2}})[日号]?(?!\d)"
    rf"|\b({_MONTH})\b\.? (\d{{1,2}}){_SUFFIX}(?![\d.])|\b(\d{{1,2}}){_SUFFIX}(?: of)? ({_MONTH})\b"
)
_MONTH_BEFORE: Final = re.compile(rf"\b{_MONTH}\.? $")
_LONGEST_MONTH: Final = 12
_IN_YEAR: Final = re.compile(r"\b(?:in|of|during|since) (20\d\d)\b")


class NamedDay(NamedTuple):
    """A day, and where a text names it; of a month or year alone the last day, and the ``first``."""

    first: date
    day: date
    start: int
    end: int


def named_day(text: str) -> NamedDay | None:
    """The first day named with its year in a normalized text."""
    if "20" not in text:
        return None
    if match := _NUMERIC.search(text):
        days = _days(int(match[1]), int(match[2]), match[3])
    elif match := _ENGLISH.search(text):
        days = _days(int(match[4]), MONTHS[match[2]], match[1] or match[3])
    elif match := _YEAR.search(text) or _IN_YEAR.search(text):
        days = date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    else:
        return None
    return NamedDay(*days, match.start(), match.end()) if days is not None else None


def day_without_year(text: str, year: int) -> date | None:
    """The first day of the year that a normalized text names by month and day: 5月20日, May 20."""
    match = _MONTH_AND_DAY.search(text)
    if match is None:
        return None
    month = int(match[1]) if match[1] else MONTHS[match[3] or match[6]]
    return _day(year, month, int(match[2] or match[4] or match[5]))


def names_day(text: str) -> bool:
    """Whether a normalized text names a day by its year, or by month and day."""
    return named_day(text) is not None or _MONTH_AND_DAY.search(text) is not None


def english_date_end(text: str, pos: int) -> int | None:
    """The end of the date whose day in digits starts at ``pos``: 15 May 2024, (May) 15th, 2024; ``None`` for no date."""
    match = _DAY_AND_MONTH.match(text, pos)
    if match is None:
        return None
    month, year = match[1], match[2]
    if month is None:
        return match.end() if _MONTH_BEFORE.search(text, max(0, pos - _LONGEST_MONTH), pos) else None
    if month == "may" and year is None and text[match.end() + 1 : match.end() + 2].isalpha():
        return None
    return match.end()


def _days(year: int, month: int, written: str | None) -> tuple[date, date] | None:
    """The first day and the last of what is named: of one day that day."""
    last = _day(year, month, int(written) if written else None)
    return None if last is None else (last if written else last.replace(day=1), last)


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
