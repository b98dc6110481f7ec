"""What looks like an amount and is none: dates, times, versions, order numbers."""

from __future__ import annotations

import re
from typing import Final

from bot.language.amounts.dates import english_date_end
from bot.language.amounts.telephones import telephone_end
from bot.language.basics.vocabulary import characters, words_under
from bot.language.numbers.arabic_numbers import Figure
from bot.language.numbers.chinese_sections import UP_TO_99

MASK: Final = "\x00"
"""Stands for each character of a name found already; no normalized text holds it."""

_NOT_FIGURES: Final = re.compile(
    r"""
      [0-9]{1,4}+(?P<dash>[-/.])[0-9]{1,2}+(?P=dash)[0-9]{1,4}+(?![0-9.])              # 2024-05-16, 5/16/2024
    | (?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![0-9])                                   # 2024-05
    | (?:19|20)[0-9]{2}\ ?[-~—–至到]\ ?(?:19|20)[0-9]{2}(?![0-9万亿千元块kw])              # 2023-2024
    | [0-9]++(?:\ ?:\ ?[0-9]++)+                                                        # 12:30, 3:1
    | [0-9]{1,2}+\ ?[ap]\.?m(?![a-z])                                                   # 5 pm
    | [0-9]{1,2}+\ ?o'clock
    | [0-9]++(?:st|nd|rd|th)(?![a-z])                                                   # 3rd
    | [0-9]{1,3}+(?:\.[0-9]{1,3}+){3}(?![0-9])                                          # 192.168.0.1
    | [0-9]++(?:\.[0-9]++){2,}                                                          # 1.2.3
    | 0[0-9]{2,3}+-[0-9]{7,8}+(?![0-9])                                                 # 010-12345678
    | [0-9]++(?:-[0-9]++){2,}                                                           # 400-800-1234
    | [0-9]{2,4}+\ ?[x×*]\ ?[0-9]{3,4}+(?![0-9]|\ ?(?:[元块刀万亿美欧港日英$€£¥]|yuan|rmb|usd|dollar|tok))(?:\ ?[x×*]\ ?[0-9]++)?  # 1920x1080
    | 0x[0-9a-f]++
    | 7-eleven | (?<=catch[ -])22(?![0-9]) | (?<=cloud[ ])9(?![0-9]) | 20/20(?=\ vision|\ hindsight)
    | [0-9][05]后(?![面台])                                                               # 80后
    | (?:985|211)(?=高校|工程|大学|院校|毕业|本科|硕士|学校) | (?:618|520|1111)(?=大促|活动|购物节|促销|年中|快乐|礼物|节)
    | (?:24/7|9/11|50/50|996|007)(?![0-9%]|[.,/-][0-9]|\ ?[a-z]|[万元块千百亿个字次条天美港日欧])
    """,
    re.VERBOSE,
)
_GROUPED_BY_DOTS: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}(?![0-9]|\.[0-9])")
_IP_DOTS: Final = 3

REST_OF_TOKEN: Final = re.compile(r"[0-9a-z_.\-]*[0-9a-z_]")
"""The rest of an identifier that digits are part of: abc123, 4o, gpt-3.5-turbo."""


def not_figures_end(text: str, pos: int) -> int | None:
    """The end of a date, time, version or other number-like thing in digits that starts at ``pos``."""
    end = english_date_end(text, pos) or telephone_end(text, pos)
    if end is not None:
        return end
    match = _NOT_FIGURES.match(text, pos)
    if match is None:
        return None
    grouped = _GROUPED_BY_DOTS.match(text, pos) if "." in match.group() else None
    if grouped is not None and grouped.end() == match.end() and match.group().count(".") != _IP_DOTS:
        return None
    return match.end()


_OCLOCK: Final = re.compile(r"[点时](?:[0-9〇零一二三四五六七八九十]{1,3}分?|半|整|钟|一刻|三刻)?")
_MONTH_AFTER: Final = re.compile(rf" ?(?:[0-9]{{1,2}}|{UP_TO_99}) ?月")
_NOT_A_DATE: Final = characters("times", "days behind")
"""After 日 these make it a number of days."""
_OF_EACH_DAY: Final = words_under("times", "of each day")
"""Before a number of 日 these make it a number of days: 一日1万次,30日要几多钱."""
_NOT_COUNTED: Final = words_under("times", "not counted")
_MULTIPLIERS: Final = frozenset("十百千万,")


def date_or_time_end(text: str, start: int, figure: Figure) -> int | None:
    """The end of a date or time that a number is part of: 2024年, 5月15日, 三点半; ``None`` where it is none."""
    end = figure.end
    if end >= len(text):
        return None
    at = end + 1 if text[end] == " " and end + 1 < len(text) else end
    following = text[at]
    if following not in "年月日号点时世届楼" or not figure.exact or figure.rough or text[start] in "俩仨半":
        return None
    value = figure.low
    if value != value.to_integral_value():
        return None
    if following == "年" and not text.startswith("年级", at):
        return _year_end(text, start, at, figure)
    after = text[at + 1 : at + 2]
    if following == "月" and 1 <= value <= 12:
        return at + 1 if after not in ("内", "之") else None
    if following in "日号" and 1 <= value <= 31:
        days = after in _NOT_A_DATE or any(text.find(word, 0, start) >= 0 for word in _OF_EACH_DAY)
        return at + 1 if following == "号" or not days else None
    if following in "点时" and 0 <= value <= 24:
        match = _OCLOCK.match(text, at)
        return match.end() if match is not None else at + 1
    return end + 1 if text.startswith(_NOT_COUNTED, end) else None


def _year_end(text: str, start: int, at: int, figure: Figure) -> int | None:
    digits = text[start : figure.end]
    written_out = len(digits) == 4 and 1000 <= figure.low < 2200 and _MULTIPLIERS.isdisjoint(digits)
    if written_out or text.startswith("年代", at) or _MONTH_AFTER.match(text, at + 1):
        return at + 1
    return None
