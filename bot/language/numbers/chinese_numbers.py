"""Numbers in Chinese numerals, and in Arabic digits with Chinese multipliers: 一万两千三百, 两百五, 十几, 3万5, 1.5亿."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.numbers.arabic_numbers import MAX_DIGITS, Figure, Standing
from bot.language.numbers.chinese_sections import (
    ASCII_DIGITS,
    BIG,
    DIGITS,
    NUMERALS,
    SMALL,
    TENS,
    ZEROS,
    Number,
    Section,
    begins_another,
    is_span,
    section,
)
from bot.quantities import ONE, ZERO

_FORMAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟弌弍弎幺")
_READ_OUT: Final = "".join(DIGITS).replace("两", "")
_DIGIT_RUN: Final = re.compile(f"[{''.join(DIGITS)}][{_READ_OUT}]*+")
"""Digits read one by one; 两 only opens them, and after one is a weight (八两)."""
_ARABIC_RUN: Final = re.compile("[0-9]++(?![.,])")
_MINUTE: Final = re.compile("[0-5][0-9]")
_HOURS: Final = 24
_GOES_ON: Final = NUMERALS | ASCII_DIGITS | frozenset("几数点、.")
"""What after a digit may belong to the same number."""
_MAX_PARTS: Final = 40
"""Most parts (digit with multiplier) of one number."""

_LEAST_ADDED: Final = 100
"""Less than this follows 万 or 亿 behind 零 alone (一万零五十); without it, another number begins: 100万10块."""
_WHOLE_STEP: Final = 1_000_000
_MONEY: Final = ("元", "块", "毛", "角", "分钱", "厘", "文", "蚊")
"""Before these a digit behind whole millions is a price: 每百万五块."""

Group = tuple[Number, Number, int]
"""The low and high end of a section, and the 万 or 亿 after it."""


def chinese(text: str, pos: int) -> Figure | None:
    """A Chinese or mixed numeral, with its decimals, without 多, 半 and the like after it."""
    value = DIGITS.get(text[pos])
    following = text[pos + 1 : pos + 2]
    if value is not None and following not in _GOES_ON and (text[pos] not in _FORMAL or len(text) == 1):
        return Figure(Decimal(value), Decimal(value), pos + 1, False, Decimal(value), ONE, Standing.LONE)
    if value is not None and following in DIGITS:
        run = _DIGIT_RUN.match(text, pos)
        if run is not None and _is_digit_string(run.group()):
            return _digit_string(text, run)
    whole = _whole(text, pos)
    if whole is None or whole.standing is Standing.NEVER:
        return whole
    if text.startswith("点", whole.end) or (text.startswith(".", whole.end) and text[whole.end + 1 :][:1] in _READ_OUT):
        return _decimals(text, whole) if whole.exact else whole
    return whole


def _is_digit_string(digits: str) -> bool:
    """二〇二四, 三六五, 八五: digits read one by one; not 三五 (a span), and not one digit."""
    return len(digits) > 2 or (len(digits) == 2 and (not is_span(digits)))


def _digit_string(text: str, run: re.Match[str]) -> Figure:
    digits, end = run.group(), run.end()
    if len(digits) > MAX_DIGITS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    value = Decimal("".join(str(DIGITS[digit]) for digit in digits))
    standing = Standing.LONE if len(digits) == 2 and ZEROS.isdisjoint(digits) else Standing.FIRM
    figure = Figure(value, value, end, False, value, ONE, standing)
    if text.startswith("点", end):
        return _decimals(text, figure)
    unit, end = _big(text, end)
    return Figure(value * unit, value * unit, end, False, value, Decimal(unit)) if unit else figure


def _whole(text: str, pos: int) -> Figure | None:
    """Sections with 万 and 亿 between them, from large to small; a larger one multiplies all before it (一万亿)."""
    groups: list[Group] = []
    end, parts = pos, 0
    tail: Section | None = None
    while parts < _MAX_PARTS:
        part = section(text, end, groups[-1][2] if groups else 0)
        if part is None:
            break
        parts += part.parts
        unit, after = _big(text, part.end)
        if unit == 0:
            tail = part
            break
        if groups and unit == groups[-1][2]:
            break
        low, high = part.low, part.high
        while groups and groups[-1][2] < unit:
            lower = groups.pop()
            low, high = low + lower[0] * lower[2], high + lower[1] * lower[2]
        groups.append((low, high, unit))
        end = after
    if parts >= _MAX_PARTS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    if groups:
        return _sum(text, pos, groups, end, tail)
    return _one_section(text, pos, tail) if tail is not None else _bare_big(text, pos)


def _sum(text: str, start: int, groups: list[Group], end: int, tail: Section | None) -> Figure:
    low = sum((Decimal(group[0]) * group[2] for group in groups), ZERO)
    high = sum((Decimal(group[1]) * group[2] for group in groups), ZERO)
    added = _tail_value(text, tail, groups[-1][2]) if tail is not None else None
    if tail is not None and tail.is_digit and low % _WHOLE_STEP == 0 and text.startswith(_MONEY, tail.end):
        added = None
    if tail is not None and added is not None:
        return Figure(low + added[0], high + added[1], tail.end, low != high or added[0] != added[1])
    if len(groups) > 1 or low != high:
        return Figure(low, high, end, low != high)
    mantissa, scale = Decimal(groups[0][0]), Decimal(groups[0][2])
    before = text[end - 2]
    if before in SMALL and before not in TENS and _is_digits(text, start, end - 2):
        mantissa, scale = mantissa / SMALL[before], scale * SMALL[before]
    return Figure(low, high, end, False, mantissa, scale)


def _is_digits(text: str, start: int, end: int) -> bool:
    return all(text[at] in DIGITS or text[at] in ASCII_DIGITS or text[at] == "." for at in range(start, end))


def _tail_value(text: str, tail: Section, unit: int) -> tuple[Decimal, Decimal] | None:
    """What the section after the last 万 or 亿 adds; ``None`` where it belongs to another number."""
    if tail.is_digit:
        if begins_another(text, tail.first, unit):
            return None
        tenth = unit // 10
        return Decimal(tail.low * tenth), Decimal(tail.high * tenth)
    if tail.high >= unit or (tail.last == 0 and tail.low != int(tail.low)):
        return None
    if tail.high < _LEAST_ADDED and not tail.leading_zero:
        return None
    return Decimal(tail.low), Decimal(tail.high)


def _one_section(text: str, start: int, part: Section) -> Figure:
    low, high = Decimal(part.low), Decimal(part.high)
    mantissa, scale = low, ONE
    if part.parts == 1 and part.last >= 100 and part.first.digits:
        mantissa, scale = low / part.last, Decimal(part.last)
    standing = _standing(text, start, part)
    return Figure(low, high, part.end, low != high, mantissa if low == high else None, scale, standing)


def _standing(text: str, start: int, part: Section) -> Standing:
    character = text[start]
    if part.first.digits == 0 and character not in TENS:
        return Standing.LONE if part.parts > 1 else Standing.BARE
    if part.end == start + 1 and character not in ASCII_DIGITS:
        return Standing.BARE if character in _FORMAL and len(text) > 1 else Standing.LONE
    return Standing.LONE if part.low != part.high and part.last == 0 else Standing.FIRM


def _bare_big(text: str, pos: int) -> Figure | None:
    """万 or 亿 with nothing before it: 万元, 万把块, 万五, 万亿."""
    unit, end = _big(text, pos)
    if unit == 0 or text[pos] == "兆":
        return None
    value = Decimal(unit)
    if end - pos > 1:
        return Figure(value, value, end, False, ONE, value) if text[pos : pos + 2] == "万亿" else None
    tail = section(text, end, unit)
    added = _tail_value(text, tail, unit) if tail is not None else None
    if tail is None or added is None or _big(text, tail.end)[0]:
        return Figure(value, value, end, False, ONE, value, Standing.BARE)
    if tail.parts == 1 and tail.last * 10 == unit and tail.first.digits == 1:
        return Figure(Decimal(tail.low), value, tail.end, True, standing=Standing.BARE)
    return Figure(value + added[0], value + added[1], tail.end, False, standing=Standing.LONE)


def _big(text: str, pos: int) -> tuple[int, int]:
    """万, 亿, 兆 or two of them that do not shrink (万亿, 万万): the multiplier and its end; 0 where there is none."""
    unit = BIG.get(text[pos], 0) if pos < len(text) else 0
    if unit == 0:
        return 0, pos
    second = BIG.get(text[pos + 1], 0) if pos + 1 < len(text) else 0
    if second > unit or (second == unit != BIG["兆"]):
        return unit * second, pos + 2
    return unit, pos + 1


def _is_minute(text: str, hour: Figure, run: re.Match[str]) -> bool:
    """Whether two Arabic digits behind 点 are minutes: 三点30, but 零点66 and 三点25亿."""
    following = text[run.end() : run.end() + 1]
    return _MINUTE.fullmatch(run.group()) is not None and 0 < hour.low <= _HOURS and following not in BIG


def _decimals(text: str, whole: Figure) -> Figure:
    """点 and the digits after it, with the multipliers that follow: 三点一四, 三点五亿, 两点五千万."""
    run = _DIGIT_RUN.match(text, whole.end + 1) or _ARABIC_RUN.match(text, whole.end + 1)
    if run is None or run.end() - run.start() > MAX_DIGITS or _is_minute(text, whole, run):
        return whole
    digits = "".join(str(DIGITS.get(digit, digit)) for digit in run.group())
    value = whole.low + Decimal(f"0.{digits}")
    end, scale = run.end(), 1
    following = text[end : end + 1]
    if (following in TENS and following) or following == "刻":
        return whole
    if following == "分" and text[end + 1 : end + 2] not in ("钟", "之", "钱"):
        return whole
    if following in SMALL:
        scale, end = SMALL[following], end + 1
    unit, after = _big(text, end)
    if unit:
        scale, end = scale * unit, after
    return Figure(value * scale, value * scale, end, False, value, Decimal(scale))
