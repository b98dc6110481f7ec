"""Numbers in Chinese numerals, and in Arabic digits with Chinese multipliers: 一万两千三百, 两百五, 十几, 3万5, 1.5亿.

几 and 数 stand for 2 to 9 (1 to 9 after a larger part: 十几 is 11 to 19); two digits in a row that name a span
(七八, 三五) are that span. A digit after the last multiplier, without 零, counts tenths of it: 一千二 is 1,200.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.figures import MAX_DIGITS, Figure, Standing, arabic
from bot.quantities import ONE

DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("零〇○", "一壹幺弌", "二两贰弍", "三叁弎", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for character in characters
}
ZEROS: Final = "零〇○"
SMALL: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG: Final = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCORES: Final = {"廿": 2, "卅": 3, "卌": 4}
FORMAL: Final = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟弌弍弎幺")
NUMERALS: Final = frozenset(DIGITS) | frozenset(SMALL) | frozenset(BIG) | frozenset(SCORES)
FEW: Final = "几数"

_DIGIT_RUN: Final = re.compile(f"[{''.join(DIGITS)}]++")
_ASCII_DIGITS: Final = frozenset("0123456789")
_SPANS: Final = {(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9), (3, 5)}
_MEASURE_AFTER_THOUSAND: Final = frozenset("瓦克米卡赫伏帕焦牛帆")
_AFTER_EACH: Final = frozenset("个天次年月晚本篇条字周星份小分秒台人位斤公张名只")
"""After 一 these make "each": 一千一个月 is 1,000 a month."""
_MAX_PARTS: Final = 40
"""Most parts (digit with multiplier) of one number."""


class _Atom(NamedTuple):
    """The figure before a multiplier, or the last one."""

    low: Decimal | int
    high: Decimal | int
    end: int
    digits: int
    """How many digits it is written in; 0 for none (十, 百)."""


class _Section(NamedTuple):
    """What stands before 万, 亿 or the end."""

    low: Decimal | int
    high: Decimal | int
    end: int
    parts: int
    """How many atoms it has."""
    last: int
    """Its smallest multiplier; 1 where it ends in units, 0 where it is digits alone."""
    first: _Atom
    leading_zero: bool


def chinese(text: str, pos: int) -> Figure | None:
    """A Chinese or mixed numeral, with its decimals, without 多, 半 and the like after it."""
    run = _DIGIT_RUN.match(text, pos)
    if run is not None and _is_digit_string(run.group()):
        return _digit_string(text, run)
    whole = _whole(text, pos)
    if whole is None or whole.standing is Standing.NEVER:
        return whole
    return _decimals(text, whole) if text.startswith("点", whole.end) and whole.exact else whole


def _is_digit_string(digits: str) -> bool:
    """二〇二四, 三六五: digits read one by one; not 三五 (a span), and not 零 before 点."""
    if len(digits) < 2:
        return False
    return len(digits) > 2 or digits[0] in ZEROS or digits[1] in ZEROS or not _is_span(digits)


def _is_span(digits: str) -> bool:
    return (DIGITS[digits[0]], DIGITS[digits[1]]) in _SPANS


def _digit_string(text: str, run: re.Match[str]) -> Figure | None:
    digits, end = run.group(), run.end()
    if len(digits) > MAX_DIGITS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    value = Decimal("".join(str(DIGITS[digit]) for digit in digits))
    figure = Figure(value, value, end, False, value, ONE)
    if text.startswith("点", end):
        figure = _decimals(text, figure)
    if figure.end < len(text) and text[figure.end] in BIG:
        unit, end = _big(text, figure.end)
        return Figure(value * unit, value * unit, end, False, value, Decimal(unit))
    return figure


def _whole(text: str, pos: int) -> Figure | None:
    """Sections with 万 and 亿 between them, from large to small; a larger one multiplies all before it (一万亿)."""
    groups: list[tuple[Decimal | int, Decimal | int, int]] = []
    end, parts, start = pos, 0, pos
    tail: _Section | None = None
    while parts < _MAX_PARTS:
        section = _section(text, end, groups[-1][2] if groups else 0)
        if section is None:
            break
        parts += section.parts
        unit, after = _big(text, section.end)
        if unit == 0:
            tail = section
            break
        if groups and unit == groups[-1][2]:
            break
        low, high = section.low, section.high
        while groups and groups[-1][2] < unit:
            lower = groups.pop()
            low, high = low + lower[0] * lower[2], high + lower[1] * lower[2]
        groups.append((low, high, unit))
        end = after
    if parts >= _MAX_PARTS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    if not groups:
        return _single_section(text, start, tail) if tail is not None else _bare_big(text, start)
    return _sum(text, start, groups, end, tail)


def _sum(
    text: str, start: int, groups: list[tuple[Decimal | int, Decimal | int, int]], end: int, tail: _Section | None
) -> Figure | None:
    low = sum((Decimal(group[0]) * group[2] for group in groups), Decimal(0))
    high = sum((Decimal(group[1]) * group[2] for group in groups), Decimal(0))
    rough = low != high
    first_low, first_high, unit = groups[0]
    mantissa, scale = Decimal(first_low), Decimal(unit)
    if tail is not None:
        added = _tail_value(text, tail, groups[-1][2])
        if added is not None:
            return Figure(low + added[0], high + added[1], tail.end, rough or added[0] != added[1])
    if len(groups) > 1:
        return Figure(low, high, end, rough)
    if not rough and text[end - 2] in SMALL and text[end - 2] not in "十拾" and _one_part(text, start, end - 2):
        hundreds = SMALL[text[end - 2]]
        mantissa, scale = mantissa / hundreds, scale * hundreds
    return Figure(low, high, end, rough, mantissa if first_low == first_high else None, scale)


def _one_part(text: str, start: int, end: int) -> bool:
    """Whether only digits stand between the places."""
    return all(text[at] in DIGITS or text[at] in _ASCII_DIGITS or text[at] == "." for at in range(start, end))


def _tail_value(text: str, tail: _Section, unit: int) -> tuple[Decimal, Decimal] | None:
    """What the section after the last 万 or 亿 adds; ``None`` where it belongs to another number."""
    if tail.parts == 1 and tail.last == 0 and not tail.leading_zero and tail.first.digits == 1:
        if _begins_another(text, tail.first, unit):
            return None
        tenth = unit // 10
        return Decimal(tail.low * tenth), Decimal(tail.high * tenth)
    if tail.high >= unit or (tail.last == 0 and tail.low != int(tail.low)):
        return None
    return Decimal(tail.low), Decimal(tail.high)


def _single_section(text: str, start: int, section: _Section) -> Figure | None:
    low, high = Decimal(section.low), Decimal(section.high)
    single = section.end == start + 1
    mantissa: Decimal | None = low
    scale = ONE
    standing = Standing.FIRM
    if (section.first.digits == 0 and section.parts == 1 and section.last > 10) or (section.first.digits == 0 and section.last and text[start] in "百千佰仟"):
        standing = Standing.BARE
    elif single and text[start] not in _ASCII_DIGITS:
        standing = Standing.BARE if text[start] in FORMAL or text[start] in FEW else Standing.LONE
    elif low != high and section.last == 0:
        standing = Standing.LONE
    if section.parts == 1 and section.last >= 100 and section.first.digits:
        mantissa, scale = low / section.last, Decimal(section.last)
    return Figure(low, high, section.end, low != high, mantissa if low == high else None, scale, standing)


def _bare_big(text: str, pos: int) -> Figure | None:
    """万 or 亿 with nothing before it: 万元, 万把块, 万五, 万亿."""
    unit, end = _big(text, pos)
    if unit == 0 or text[pos] == "兆":
        return None
    value = Decimal(unit)
    if end - pos > 1:
        return Figure(value, value, end, False, ONE, value) if text[pos : pos + 2] == "万亿" else None
    tail = _section(text, end, unit)
    if tail is not None:
        added = _tail_value(text, tail, unit)
        if added is not None and _big(text, tail.end)[0] == 0:
            if tail.parts == 1 and tail.last * 10 == unit and tail.first.digits == 1:
                return Figure(Decimal(tail.low), value, tail.end, True, standing=Standing.BARE)
            return Figure(value + added[0], value + added[1], tail.end, False, standing=Standing.BARE)
    return Figure(value, value, end, False, ONE, value, Standing.BARE)


def _big(text: str, pos: int) -> tuple[int, int]:
    """万, 亿, 兆 or two of them that grow (万亿): the multiplier and its end; 0 where there is none."""
    unit = BIG.get(text[pos], 0) if pos < len(text) else 0
    if unit == 0:
        return 0, pos
    second = BIG.get(text[pos + 1], 0) if pos + 1 < len(text) else 0
    if second > unit or (second == unit == 10**8):
        return unit * second, pos + 2
    return unit, pos + 1


def _section(text: str, pos: int, above: int) -> _Section | None:
    """Up to 千: [两千][三百][四十][五], in Chinese digits, Arabic ones or both.

    ``above`` is the multiplier before it, 0 where it opens the number.
    """
    leading_zero = False
    if above and pos < len(text) and text[pos] in ZEROS:
        leading_zero = True
        while pos < len(text) and text[pos] in ZEROS:
            pos += 1
    first = atom = _atom(text, pos, above > 0, 0)
    if first is None:
        return None
    low: Decimal | int = 0
    high: Decimal | int = 0
    last, parts, end, zero = 0, 0, pos, False
    while atom is not None:
        unit = _small(text, atom, last)
        if unit:
            parts += 1
            low, high = low + atom.low * unit, high + atom.high * unit
            last, end = unit, atom.end + 1
        else:
            tenth = 1 if zero or last <= 10 or atom.digits > 1 else last // 10
            if last and _begins_another(text, atom, last):
                break
            parts += 1
            low, high = low + atom.low * tenth, high + atom.high * tenth
            last, end = (1 if last else 0), atom.end
            break
        place = end
        while place < len(text) and text[place] in ZEROS:
            place += 1
        zero = place > end
        atom = _atom(text, place, True, last)
    if parts == 0:
        return None
    if parts == 2 and first.digits == 0 and _is_loose_pair(text, pos, end):
        low, high = high - SMALL[text[pos]], SMALL[text[pos]]
    return _Section(low, high, end, parts, last, first, leading_zero)


def _begins_another(text: str, atom: _Atom, last: int) -> bool:
    """Whether the figure after a multiplier opens a number of its own: 一百|一百, 一百|一天."""
    if atom.digits > 1 and atom.high >= last:
        return True
    following = text[atom.end : atom.end + 1]
    return following in SMALL or (following in _AFTER_EACH and text[atom.end - 1] in "一1")


def _is_loose_pair(text: str, pos: int, end: int) -> bool:
    """百八十, 千八百: about a hundred, or only eighty."""
    return (
        end - pos == 3
        and text[pos] in "百千"
        and text[end - 1] in SMALL
        and SMALL[text[end - 1]] * 10 == SMALL[text[pos]]
    )


def _small(text: str, atom: _Atom, last: int) -> int:
    """The multiplier 十, 百 or 千 after an atom, where it fits below ``last``; 0 where there is none."""
    if atom.end >= len(text):
        return 0
    unit = SMALL.get(text[atom.end], 0)
    if unit == 0 or (last and unit >= last):
        return 0
    if unit == 1000 and text[atom.end + 1 : atom.end + 2] in _MEASURE_AFTER_THOUSAND and atom.digits:
        return 0
    if unit == 10 and atom.digits > 1 and atom.low == atom.high and atom.low >= 10:
        return 0
    return unit


def _atom(text: str, pos: int, inside: bool, last: int) -> _Atom | None:
    """One figure: a digit, a span (七八), 几, an Arabic number, 廿, or nothing before a multiplier."""
    if pos >= len(text):
        return None
    character = text[pos]
    value = DIGITS.get(character)
    if value is not None:
        return _chinese_atom(text, pos, value)
    if character in _ASCII_DIGITS or (character == "." and not inside):
        return _arabic_atom(text, pos, inside)
    if character in FEW:
        if pos + 1 < len(text) and (text[pos + 1] in SMALL or text[pos + 1] in BIG):
            return _Atom(1 if last else 2, 9, pos + 1, 1)
        return _Atom(1, 9, pos + 1, 1) if inside and character == "几" and last else None
    if character in SMALL:
        opens = last == 0 and (not inside or character in "十拾")
        return _Atom(1, 1, pos, 0) if opens or (last >= 100 and character in "十拾") else None
    if character in SCORES and (last == 0 or last > 10):
        return _score(text, pos)
    if character == "参" and pos + 1 < len(text) and text[pos + 1] in "拾佰仟万亿元圆角分":
        return _Atom(3, 3, pos + 1, 1)
    return None


def _chinese_atom(text: str, pos: int, value: int) -> _Atom | None:
    following = DIGITS.get(text[pos + 1]) if pos + 1 < len(text) else None
    if following is not None:
        if (value, following) in _SPANS and not (pos + 2 < len(text) and text[pos + 2] in DIGITS):
            return _Atom(value, following, pos + 2, 1)
        return _Atom(value, value, pos + 1, 1)
    return _Atom(value, value, pos + 1, 1)


def _arabic_atom(text: str, pos: int, inside: bool) -> _Atom | None:
    figure = arabic(text, pos)
    if figure is None or figure.standing is Standing.NEVER:
        return None
    if inside and not figure.plain:
        following = text[figure.end : figure.end + 1]
        if following not in SMALL and following not in BIG:
            return None
    return _Atom(figure.low, figure.high, figure.end, figure.end - pos)


def _score(text: str, pos: int) -> _Atom:
    """廿 and 卅 are 二十 and 三十 in one character: 廿五."""
    tens = SCORES[text[pos]] * 10
    units = DIGITS.get(text[pos + 1], 0) if pos + 1 < len(text) else 0
    if text[pos + 1 : pos + 2] == "几":
        return _Atom(tens + 1, tens + 9, pos + 2, 2)
    return _Atom(tens + units, tens + units, pos + (2 if units else 1), 2)


def _decimals(text: str, whole: Figure) -> Figure:
    """点 and the digits after it, with the multipliers that follow: 三点一四, 三点五亿, 两点五千万."""
    run = _DIGIT_RUN.match(text, whole.end + 1)
    if run is None or run.end() - run.start() > MAX_DIGITS:
        return whole
    digits = "".join(str(DIGITS[digit]) for digit in run.group())
    value = whole.low + Decimal(f"0.{digits}")
    end, scale = run.end(), 1
    if end < len(text) and text[end] in SMALL and text[end] not in "十拾":
        scale, end = SMALL[text[end]], end + 1
    unit, after = _big(text, end)
    if unit:
        scale, end = scale * unit, after
    elif scale == 1 and end < len(text) and text[end] in "十拾":
        return whole
    return Figure(value * scale, value * scale, end, False, value, Decimal(scale))
