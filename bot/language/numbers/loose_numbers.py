"""Numbers as they are said loosely in Chinese: 半亿, 一亿半, 千儿八百, 十几二十, 几十上百."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.numbers.arabic_numbers import Figure, last_place
from bot.language.numbers.chinese_numbers import chinese
from bot.language.numbers.chinese_sections import BIG, DIGITS, ONES, SMALL
from bot.language.numbers.idioms import idiom_end
from bot.quantities import ONE

_HALF: Final = Decimal("0.5")
_SCALE_AFTER_HALF: Final = re.compile("[十百千]?万(?!亿)|[十百千]?亿|万亿|百(?![\u3400-\u9fff])")
_HALF_OF_SCALE: Final = re.compile(
    r"半(?=$|[^\u3400-\u9fff]|[元块蚊文字汉词多要够能可用买写花左上以的嘅得是等]|人民币|美[元金刀]|港[币元纸]|欧元|日元|英镑"
    r"|个(?:字|汉|词| ?tok))"
)
"""What may follow 半 as half of the scale before it (一亿半token), and not as half of something else (两百万半天)."""
_PAIR: Final = re.compile(f"([百千万])儿([{ONES}])([十百千])")
_SHARED: Final = frozenset(map(Decimal, (1, *BIG.values())))


def half_of_scale(text: str, pos: int) -> Figure | None:
    """半亿 and 半百万, for the 半 at ``pos``."""
    match = _SCALE_AFTER_HALF.match(text, pos + 1)
    if match is None or idiom_end(text, pos + 1) is not None:
        return None
    scale = ONE
    for character in match.group():
        scale *= BIG.get(character) or SMALL[character]
    return Figure(scale * _HALF, scale * _HALF, match.end(), False, _HALF, scale)


def and_half(text: str, figure: Figure) -> Figure:
    """一亿半 is 150 million, 两百万半 two and a half million."""
    if not figure.exact or figure.scale < BIG["万"] or figure.mantissa is None or figure.mantissa % 1:
        return figure
    if _HALF_OF_SCALE.match(text, figure.end) is None:
        return figure
    value = figure.low + _HALF * figure.scale
    return Figure(value, value, figure.end + 1, False, figure.mantissa + _HALF, figure.scale)


def loose_pair(text: str, pos: int) -> Figure | None:
    """千儿八百: a thousand, or only eight hundred; 百儿八十, 万儿八千."""
    match = _PAIR.match(text, pos)
    if match is None:
        return None
    top = SMALL.get(match[1]) or BIG[match[1]]
    if SMALL[match[3]] * 10 != top:
        return None
    end = match.end()
    unit = BIG.get(text[end : end + 1], 1)
    low = DIGITS[match[2]] * SMALL[match[3]] * unit
    return Figure(Decimal(low), Decimal(top * unit), end + (unit > 1), True)


def widened(text: str, figure: Figure) -> Figure:
    """十几二十 is 11 to 20, 几十上百 up to a hundred: a rough number, and the round one that comes next."""
    high = figure.high
    at = figure.end + text.startswith("上", figure.end)
    if high is None or at >= len(text) or text[at] not in _ROUND:
        return figure
    second = chinese(text, at)
    if second is None or not second.exact:
        return figure
    following = high if text[figure.end - 1] in "多余" else high + last_place(high)
    shared = second.low / following
    if shared not in _SHARED:
        return figure
    return Figure(figure.low * shared, second.low, second.end, True)


_ROUND: Final = frozenset(DIGITS) | frozenset(SMALL) | frozenset(BIG) | frozenset("廿卅")
