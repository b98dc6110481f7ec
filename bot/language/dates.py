"""Days that a text names, for prices as of a day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final

_NUMERIC: Final = re.compile(r"(?<!\d)(20\d\d)[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?!\d)")
_YEAR: Final = re.compile(r"(?<![\d.])(20\d\d)年(?!\d)")
_MONTHS: Final = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_ENGLISH: Final = re.compile(rf"\b({'|'.join(_MONTHS)})(?: (\d{{1,2}})(?:st|nd|rd|th)?)?,? (20\d\d)\b")
_IN_YEAR: Final = re.compile(r"\b(?:in|of|during|since) (20\d\d)\b")


def find_day(text: str) -> date | None:
    """The first day named with its year in a normalized text; of a month or year alone its last day."""
    if "20" not in text:
        return None
    if match := _NUMERIC.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]) if match[3] else None)
    if match := _ENGLISH.search(text):
        return _day(int(match[3]), _MONTHS[match[1]], int(match[2]) if match[2] else None)
    if match := _YEAR.search(text) or _IN_YEAR.search(text):
        return date(int(match[1]), 12, 31)
    return None


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return date(year, month, day or calendar.monthrange(year, month)[1])
    except (ValueError, calendar.IllegalMonthError):
        return None
