"""Parts of a year that a text names: 今年夏天, 2025年上半年, 24年底, last summer, in spring 2024."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import either, numbered, table, whole, words_under


class Season(NamedTuple):
    """The first and the last day of a part of a year, and where a text names it."""

    first: date
    last: date
    start: int
    end: int


_WHOLE: Final = table("times", "parts of a year")
_BESIDE: Final = table("times", "parts beside a year")
"""Words that say so only before a year: early, late."""
_PARTS: Final = _WHOLE | _BESIDE
"""The first month and the last of each part; one whose last is before its first ends in the next year."""
_YEARS: Final = numbered("times", "years")
_STEPS: Final = numbered("times", "steps")
_ALONE: Final = words_under("times", "parts of a year that stand alone")
_HAN: Final = either(word for word in _ALONE if not word.isascii())
_LATIN: Final = either(word for word in _ALONE if word.isascii())
_PART: Final = re.compile(
    rf"(?:(?P<full>20[0-9]{{2}})年?|(?<![0-9.])(?P<short>2[2-9])年|(?P<year>{either(_YEARS)})) ?的?(?P<part>{whole(_WHOLE)})"
    rf"|(?P<han>{_HAN})"
    rf"|\b(?P<before>{either(filter(str.isascii, _PARTS))})(?: of)?[ -](?:(?P<behind>20[0-9]{{2}})|(?P<of_year>the|{either(_STEPS)}) year)\b"
    rf"|\b(?:(?P<step>{either(_STEPS)})|(?:{either(words_under('times', 'before a month'))})(?: the)?) (?P<of>{_LATIN})(?:(?: of)?,? (?P<year_of>20[0-9]{{2}}))?\b(?! (?:festival|of)\b)"
)


def named_season(text: str, today: date) -> Season | None:
    """The first part of a year that a normalized text names; without a year the last that has begun."""
    for match in _PART.finditer(text):
        season = _season(match, today)
        if season is not None:
            return season
    return None


def _season(match: re.Match[str], today: date) -> Season | None:
    full, short, word = match["full"] or match["year_of"] or match["behind"], match["short"], match["year"]
    part = match["part"] or match["han"] or match["of"] or match["before"]
    if full is not None:
        years = [int(full)]
    elif short is not None:
        years = [today.year // 100 * 100 + int(short)]
    elif word is not None:
        years = [today.year + _YEARS[word]]
    elif match["of_year"]:
        years = [today.year + _STEPS.get(match["of_year"], 0)]
    else:
        step = _STEPS[match["step"]] if match["step"] else None
        years = [
            year for year in (today.year - 1, today.year, today.year + 1) if _is_step(_days(part, year), today, step)
        ]
        years.sort(key=lambda year: (_days(part, year)[0] > today, abs(_days(part, year)[0] - today)))
    return Season(*_days(part, years[0]), *match.span()) if years else None


def _is_step(days: tuple[date, date], today: date, step: int | None) -> bool:
    """Whether a part of a year may be the last, this or the next one."""
    if step is None:
        return True
    return days[1] < today if step < 0 else days[0] > today if step > 0 else days[0].year == today.year


def _days(part: str, year: int) -> tuple[date, date]:
    first, last = map(int, _PARTS[part].split("-"))
    until = year + (last < first)
    return date(year, first, 1), date(until, last, calendar.monthrange(until, last)[1])
