"""Times that a text names by the clock, or without a year: 去年, 上个月, 今年7月, 12月10日, next week, three months ago."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, NamedTuple

from bot.language.amounts.dates import MONTHS, named_day

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


_DIGITS: Final = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
    "十一": 11,
    "十二": 12,
}
_WORDS: Final = {
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_N: Final = r"[0-9]{1,2}|十[一二]?|[一二两三四五六七八九]"
_YEARS: Final = {
    "前年": -2,
    "去年": -1,
    "旧年": -1,
    "今年": 0,
    "明年": 1,
    "出年": 1,
    "后年": 2,
    "last": -1,
    "this": 0,
    "next": 1,
}
_DAYS: Final = {
    "大前天": -3, "前天": -2, "前日": -2, "昨天": -1, "昨日": -1, "㖊日": -1, "寻日": -1, "琴日": -1, "明天": 1, "明日": 1, "听日": 1,
    "后天": 2, "后日": 2, "yesterday": -1, "tomorrow": 1,
}  # fmt: skip
_STEPS: Final = {
    "上": -1,
    "这": 0,
    "本": 0,
    "今": 0,
    "下": 1,
    "last": -1,
    "past": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
}
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_RELATIVE: Final = re.compile(
    rf"(?<![我咱])(?P<day>{'|'.join(sorted(_DAYS, key=len, reverse=True))})(?![a-z])"
    rf"|(?P<year>前年|去年|旧年|今年|明年|出年|后年)?(?:的)?(?P<month>{_N})月份?(?:(?P<date>{_N}|[12][0-9]|3[01])[日号]|(?P<part>初|头|中旬|中|下旬|底|尾|末))?(?![0-9])"
    r"|(?P<alone>前年|去年|旧年|明年|出年|后年|今年)(?P<end>年?底|年?末|年尾)?"
    r"|(?P<cn>[上下这本])一?个?(?P<unit>月|周|星期|礼拜|季度)"
    rf"|(?P<ago>[0-9]{{1,3}}|{_N}|半)个?(?P<agounit>天|日|周|星期|礼拜|月|年)(?:以|之)?前(?![0-9])"
    rf"|\b(?P<en>last|next|coming|this) (?P<enunit>week|month|year|quarter|{_MONTH})\b"
    rf"|\b(?P<enago>[0-9]{{1,3}}|{'|'.join(_WORDS)}) (?P<enagounit>day|week|month|year)s? ago\b"
    rf"|\b(?:in|of|from|since|until|by|before|after|during|end of|early|late|mid) (?P<enmonth>{_MONTH})(?: (?P<endate>[0-9]{{1,2}})(?:st|nd|rd|th)?)?\b(?! ?[0-9])"
)  # fmt: skip


def named_time(text: str, today: date) -> NamedTime | None:
    """The first time that a normalized text names, by its year or by the clock; ``None`` where none is a day.

    What is before a time is the day before it: before July, 7月之前.
    """
    named = _first_named(text, today)
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
_BEFORE_IT: Final = ("之前", "以前")


def _first_named(text: str, today: date) -> NamedTime | None:
    exact = named_day(text)
    if exact is not None:
        return NamedTime(exact.day, exact.day, exact.start, exact.end)
    for match in _RELATIVE.finditer(text):
        days = _days(match, today)
        if days is not None:
            return NamedTime(*days, *match.span())
    return None


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
    return int(text) if text.isdigit() else _DIGITS.get(text) or _WORDS[text]


def _of_day(found: dict[str, str], today: date) -> Days:
    day = today + timedelta(days=_DAYS[found["day"]])
    return day, day


def _of_month(found: dict[str, str], today: date) -> Days:
    year = today.year + _YEARS[found["year"] or "今年"]
    return _month(year, _number(found["month"]), found["date"], found["part"])


def _month(year: int, month: int, written: str | None, part: str | None = None) -> Days:
    last = calendar.monthrange(year, month)[1]
    if written:
        day = date(year, month, int(written) if written.isdigit() else _DIGITS[written])
        return day, day
    first, end = {"初": (1, 10), "头": (1, 10), "中": (11, 20), "中旬": (11, 20)}.get(
        part or "", (21 if part else 1, last)
    )
    return date(year, month, first), date(year, month, end)


def _of_year(found: dict[str, str], today: date) -> Days:
    year = today.year + _YEARS[found["alone"]]
    return date(year, 12 if found["end"] else 1, 1), date(year, 12, 31)


def _of_step(found: dict[str, str], today: date) -> Days:
    return _step(today, found["unit"], _STEPS[found["cn"]])


def _of_english_step(found: dict[str, str], today: date) -> Days:
    unit, step = found["enunit"], _STEPS[found["en"]]
    if unit not in MONTHS:
        return _step(today, unit, step)
    month = MONTHS[unit]
    year = today.year + (step if (month < today.month) != (step < 0) or month == today.month else 0)
    return _month(year, month, None)


def _step(today: date, unit: str, step: int) -> Days:
    """The week, month, quarter or year so many before or after the one of today."""
    if unit in ("周", "星期", "礼拜", "week"):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    length = 3 if unit in ("季度", "quarter") else 1
    index = (today.year * 12 + today.month - 1) // length + step
    year, month = divmod(index * length, 12)
    return date(year, month + 1, 1), _month(year, month + length, None)[1]


def _of_ago(found: dict[str, str], today: date) -> Days:
    written = found["ago"]
    return _ago(today, found["agounit"], 0 if written == "半" else _number(written), half=written == "半")


def _of_english_ago(found: dict[str, str], today: date) -> Days:
    return _ago(today, found["enagounit"], _number(found["enago"]))


def _ago(today: date, unit: str, count: int, *, half: bool = False) -> Days:
    if unit in ("天", "日", "day"):
        day = today - timedelta(days=count)
    elif unit in ("周", "星期", "礼拜", "week"):
        day = today - timedelta(weeks=count)
    else:
        months = count * (12 if unit in ("年", "year") else 1) + (6 if half and unit == "年" else 0)
        year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
        day = date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    return day, day


def _of_english_month(found: dict[str, str], today: date) -> Days:
    return _month(today.year, MONTHS[found["enmonth"]], found["endate"])


_READERS: Final[dict[str, Callable[[dict[str, str], date], Days]]] = {
    "day": _of_day, "month": _of_month, "alone": _of_year, "cn": _of_step, "ago": _of_ago, "en": _of_english_step,
    "enago": _of_english_ago, "enmonth": _of_english_month,
}  # fmt: skip
