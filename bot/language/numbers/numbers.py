"""Numbers of every kind, found at a place in a text: the union of Arabic, Chinese and English ones.

Adds what all kinds share: letters for thousands (3k, 100w, 2M), 多 and 余 and + (3000多 is 3,000 to the next step of
its last figure, 100+ at least 100), and fractions (三分之一, 五又二分之一, 3/4, 1 1/2).
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import gcd, prod
from typing import Final

from bot.language.basics.lexicon import LATIN, skip_space
from bot.language.numbers.arabic_numbers import VULGAR_FRACTIONS, Figure, Standing, arabic, last_place, vulgar
from bot.language.numbers.chinese_numbers import chinese
from bot.language.numbers.chinese_sections import BIG, DIGITS, NUMERALS, ONES, SMALL
from bot.language.numbers.counted_numbers import with_measure, without_figure
from bot.language.numbers.english_numbers import and_part, english, scaled
from bot.language.numbers.idioms import idiom_end
from bot.language.numbers.loose_numbers import and_half, loose_pair, widened
from bot.language.numbers.not_units import is_more
from bot.quantities import ARITHMETIC, ONE, ZERO

LETTERS: Final = {
    "k": 10**3,
    "w": 10**4,
    "wan": 10**4,
    "m": 10**6,
    "mm": 10**6,
    "kw": 10**7,
    "b": 10**9,
    "bn": 10**9,
    "t": 10**12,
}
_DIGITS: Final = frozenset("0123456789.")
_LETTER: Final = re.compile(r"(?:(mm|bn|kw|wan|[kwmbt])(?=tok|[^a-z0-9_]|$)|([kw])(?=[0-9](?![0-9a-z.,])))")
_SPACED_LETTER: Final = re.compile(
    r" (wan|[kwmb])(?= ?(?:tok|char|字|次|汉|元|块|rmb|cny|usd|yuan|dollar|buck|[$€£¥])|[/+])"
)
_SPACED_MULTIPLIER: Final = re.compile(r" ([十百千]?[万亿]|万亿|[百千](?=[元块字个次美港日欧条]))")
"""1.2 万元: a space before the multiplier."""
_GOES_ON: Final = NUMERALS | _DIGITS | frozenset("几数半点")
_MORE: Final = frozenset("多余")
_SLASH: Final = re.compile(r"(/| / |⁄)([0-9]{1,4})(?![0-9./,a-z年月日号-])")
_MIXED: Final = re.compile(r"[ ]([0-9]{1,3})[/⁄]([0-9]{1,3})(?![0-9./,a-z])")
_PART: Final = "分之"
_SHORT_TOP: Final = re.compile(f"[分份]([{ONES}])(?=$|[^\u3400-\u9fff0-9]|[的嘅人时以都])")


def number(text: str, pos: int) -> Figure | None:
    """The number that starts at ``pos``, without sign, currency or unit."""
    character = text[pos]
    if character in LATIN:
        figure = english(text, pos)
        return figure if figure is None or not text.startswith(_OVER, figure.end) else _over(text, figure)
    special = without_figure(text, pos)
    if special is not None:
        return special
    if character in _DIGITS:
        figure = _digits(text, pos)
    elif character in VULGAR_FRACTIONS:
        figure = vulgar(text, pos, ZERO)
    else:
        figure = (loose_pair(text, pos) if text.startswith("儿", pos + 1) else None) or chinese(text, pos)
    if figure is None or figure.standing is Standing.NEVER:
        return figure
    if figure.end == len(text):
        return figure
    figure = _finish(text, figure)
    following = text[figure.end : figure.end + 1]
    if following in ("分", "份"):
        return _fraction(text, figure) if text.startswith(_PART, figure.end) else _short_fraction(text, figure)
    return _mixed(text, figure) if following == "又" else figure


def value_of(numeral: str) -> Decimal:
    """The value of a text that is one number: 两, 十二, seven, 2.5."""
    figure = number(numeral, 0)
    if figure is None:
        raise ValueError(numeral)
    return figure.low


_OVER: Final = " over "
_OPENS_NUMBER: Final = LATIN | _DIGITS
_ENDS_SENTENCE: Final = frozenset(["", ".", "?", "!", ",", ";", ")"])


def _digits(text: str, pos: int) -> Figure | None:
    figure = arabic(text, pos)
    if figure is None or figure.end == len(text):
        return figure
    following = text[figure.end]
    if following in VULGAR_FRACTIONS or (
        following == " " and text[figure.end + 1 : figure.end + 2] in VULGAR_FRACTIONS
    ):
        return vulgar(text, figure.end + (following == " "), figure.low)
    unit = BIG.get(following)
    if unit is not None and text[figure.end + 1 : figure.end + 2] not in _GOES_ON:
        return Figure(figure.low * unit, figure.low * unit, figure.end + 1, False, figure.low, Decimal(unit))
    if unit is not None or following in SMALL or following == "点":
        return chinese(text, pos)
    if following == " ":
        match = _SPACED_MULTIPLIER.match(text, figure.end)
        if match is not None and idiom_end(text, figure.end + 1) is None:
            scale = Decimal(prod(BIG.get(unit) or SMALL[unit] for unit in match.group(1)))
            return Figure(figure.low * scale, figure.low * scale, match.end(), False, figure.low, scale)
    if figure.plain and following in "/⁄ ":
        return _written_fraction(text, pos, figure)
    return figure


def _finish(text: str, figure: Figure) -> Figure:
    """Letters, scales in words, 多 and the like after a number."""
    end = figure.end
    if end == len(text) or figure.high is None:
        return figure
    following = text[end]
    if following in LATIN or following in " -":
        figure = _letters(text, figure)
        following = text[figure.end : figure.end + 1]
    if not following:
        return figure
    if following in _MORE or following in "来几把零+":
        figure = _more(text, figure)
    elif following in "打对双个":
        return with_measure(text, figure)
    elif following == "半":
        return and_half(text, figure)
    return widened(text, figure) if figure.rough else figure


def _over(text: str, top: Figure) -> Figure:
    """1 over 3, two over seven: a fraction, where nothing follows that would make it "more than"."""
    start = top.end + len(_OVER)
    if not top.exact or top.scale != ONE or not 0 < top.low < 100 or text[start : start + 1] not in _OPENS_NUMBER:
        return top
    bottom = english(text, start) if text[start] in LATIN else arabic(text, start)
    if bottom is None or not bottom.exact or not 2 <= bottom.low <= 1000:
        return top
    if text[bottom.end : bottom.end + 1] not in _ENDS_SENTENCE:
        return top
    value = ARITHMETIC.divide(top.low, bottom.low)
    return Figure(value, value, bottom.end, False, value)


def _letters(text: str, figure: Figure) -> Figure:
    match = _LETTER.match(text, figure.end) or _SPACED_LETTER.match(text, figure.end)
    if match is None:
        if figure.scale != ONE:
            return figure
        if text.startswith(_OVER, figure.end):
            return _over(text, figure)
        return scaled(text, figure) or and_part(text, figure) or figure
    letter = match.group(match.lastindex or 0)
    scale = Decimal(LETTERS[letter])
    low, high, end = figure.low * scale, (figure.low if figure.high is None else figure.high) * scale, match.end()
    if match.lastindex == 2:
        tail = Decimal(text[end]) * scale / 10
        return Figure(low + tail, high + tail, end + 1, figure.rough)
    return Figure(low, high, end, figure.rough, figure.low, scale)


def _more(text: str, figure: Figure) -> Figure:
    """多 | 余 | 来 | 几 | 把 | 零 (廿零蚊) | + after a number, and the 万 or 亿 that may follow."""
    end = figure.end
    mark, following = text[end], text[end + 1 : end + 2]
    high: Decimal | None = figure.low
    low = figure.low
    if mark == "+":
        if following in _ADDED:
            return figure
        return figure._replace(high=None, end=end + 1, rough=True, standing=Standing.FIRM)
    step = last_place(figure.low)
    if step < 10 or not figure.exact:
        return figure
    odd = mark == "零" and following in _COUNTED and idiom_end(text, end) is None
    if odd or (mark in _MORE and is_more(text, end)):
        high = low + step
    elif mark == "几" and (figure.plain or figure.standing is Standing.BARE) and following not in SMALL:
        low, high = low + step / 10, low + step * 9 / 10
    elif (mark == "来" and (following in BIG or following in _COUNTED)) or (
        mark == "把" and figure.standing is Standing.BARE
    ):
        high = low
    else:
        return figure
    standing = Standing.BARE if mark == "把" and following not in _COUNTED else Standing.FIRM
    end += 1
    unit = BIG.get(following, 1)
    if unit > 1:
        end += 1
        second = BIG.get(text[end : end + 1], 0)
        if second > unit:
            unit, end = unit * second, end + 1
    elif end < len(text) and (text[end] in LATIN):
        return _letters(text, Figure(low, high, end, True, None, ONE, standing))
    return Figure(low * unit, high * unit, end, True, None, ONE, standing)


_ADDED: Final = LATIN | _DIGITS | frozenset("$¥€£")
"""After a plus these open what is added: 3+4, $3+$5."""
_COUNTED: Final = frozenset("个块元蚊毛角分天年月周次字本篇份条部册页轮名位人只张件台家种岁斤公米里度美港日欧英")


def _fraction(text: str, denominator: Figure) -> Figure:
    """三分之一, 10分之3; the percent forms 百分之… are no numbers and read elsewhere."""
    start = skip_space(text, denominator.end + len(_PART))
    if not denominator.exact or not denominator.low or start >= len(text) or denominator.standing is Standing.BARE:
        return denominator
    top = plain_number(text, start)
    if top is None:
        return denominator._replace(end=start, standing=Standing.NEVER)
    high = top.low if top.high is None else top.high
    low, high = ARITHMETIC.divide(top.low, denominator.low), ARITHMETIC.divide(high, denominator.low)
    return Figure(low, high, top.end, top.rough, low if low == high else None)


def _short_fraction(text: str, denominator: Figure) -> Figure:
    """四分三 or 四份三, as Cantonese says four parts' three, where nothing follows that could be counted (三分二秒, 五分一个)."""
    match = _SHORT_TOP.match(text, denominator.end)
    if match is None or not denominator.exact or not DIGITS[match.group(1)] < denominator.low <= 10:
        return denominator
    value = ARITHMETIC.divide(Decimal(DIGITS[match.group(1)]), denominator.low)
    return Figure(value, value, match.end(1), False, value)


def plain_number(text: str, pos: int) -> Figure | None:
    """A number in digits or numerals, without a fraction of its own: what follows 分之."""
    if pos >= len(text):
        return None
    character = text[pos]
    if character in _DIGITS:
        figure = _digits(text, pos)
    elif character in NUMERALS or character == "几":
        figure = chinese(text, pos)
    else:
        return None
    if figure is None or figure.standing is Standing.NEVER:
        return None
    return _more(text, figure) if figure.end < len(text) and text[figure.end] in "多余几" else figure


def _mixed(text: str, whole: Figure) -> Figure:
    """五又二分之一, 5又1/2."""
    start = whole.end + 1
    if not whole.exact or start >= len(text) or not (text[start] in _DIGITS or text[start] in NUMERALS):
        return whole
    part = _digits(text, start) if text[start] in _DIGITS else chinese(text, start)
    if part is None or not part.exact or part.standing is Standing.NEVER:
        return whole
    if text.startswith(_PART, part.end):
        part = _fraction(text, part)
    if not part.exact or part.low >= 1 or part.standing is Standing.NEVER:
        return whole
    value = whole.low + part.low
    return Figure(value, value, part.end, False, value)


def _written_fraction(text: str, pos: int, figure: Figure) -> Figure:
    """3/4, 1 1/2, ½ — but not a date (5/15), a ratio of days (24/7) or a path."""
    mixed = _MIXED.match(text, figure.end)
    if mixed is not None:
        top, bottom = int(mixed.group(1)), int(mixed.group(2))
        if 0 < top < bottom:
            value = figure.low + ARITHMETIC.divide(Decimal(top), Decimal(bottom))
            return Figure(value, value, mixed.end(), False, value)
        return figure
    slash = _SLASH.match(text, figure.end)
    if slash is None:
        return figure
    top, bottom = int(figure.low), int(slash.group(2))
    if bottom == 0 or figure.end - pos > 6:
        return figure
    if slash.group(1) != "⁄" and not (top and _is_fraction(top, bottom)):
        return figure._replace(end=slash.end(), standing=Standing.NEVER)
    value = ARITHMETIC.divide(Decimal(top), Decimal(bottom))
    return Figure(value, value, slash.end(), False, value)


def _is_fraction(top: int, bottom: int) -> bool:
    """Whether a/b reads as a fraction rather than a month and a day or days of the week."""
    if bottom > 31 or top > 31:
        return not (1900 <= top <= 2100)
    return 2 <= bottom <= 10 and gcd(top, bottom) == 1 and (top, bottom) != (24, 7)
