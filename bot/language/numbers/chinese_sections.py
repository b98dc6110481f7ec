"""The sections of Chinese numerals: what stands before 万, before 亿 and at the end, each up to 千.

几 and 数 stand for 2 to 9 (1 to 9 after a larger part: 十几 is 11 to 19); two digits in a row that name a span
(七八, 三五) are that span. A digit after 百 or 千, without 零, counts tenths of it: 一千二 is 1,200.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import characters, numbered, words_under
from bot.language.numbers.arabic_numbers import Standing, arabic


def _numerals(section: str) -> dict[str, int]:
    return {character: value for line, value in numbered("numbers", section).items() for character in line}


DIGITS: Final = _numerals("digits")
ZEROS: Final = frozenset(character for character, value in DIGITS.items() if value == 0)
SMALL: Final = _numerals("powers")
BIG: Final = _numerals("myriads")
SCORES: Final = _numerals("scores")
TENS: Final = "".join(character for character, value in SMALL.items() if value == 10)
NUMERALS: Final = frozenset(DIGITS) | frozenset(SMALL) | frozenset(BIG) | frozenset(SCORES)
ASCII_DIGITS: Final = frozenset("0123456789")
ONES: Final = "".join(character for character, value in DIGITS.items() if value)
UP_TO_99: Final = rf"[{ONES}]?[{TENS}][{ONES}]?|[{ONES}]"
"""The pattern for the numerals of days, months and hours."""

_FEW: Final = "几数"
_FORMAL_THREE: Final = "参"
_SPANS: Final = frozenset({(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9), (3, 5)})
_MEASURES_OF_THOUSANDS: Final = characters("numbers", "measures of thousands")
_COINS: Final = words_under("numbers", "coins like them")
"""Currencies that begin like such a measure: 五千克朗."""
_AFTER_EACH: Final = characters("numbers", "each after")
"""After 一 these make "each" or "in all": 一千一个月 is 1,000 a month, 200万一共 two million."""

_COUNTED: Final = "个块元天年次本毛位人"

Number = Decimal | int


class Atom(NamedTuple):
    """The figure before a multiplier, or the last one."""

    low: Number
    high: Number
    end: int
    digits: int
    """How many digits it is written in; 0 for none (十, 百)."""


class Section(NamedTuple):
    """What stands before 万, 亿 or the end."""

    low: Number
    high: Number
    end: int
    parts: int
    """How many atoms it has."""
    last: int
    """Its smallest multiplier; 1 where it ends in units, 0 where it is digits alone."""
    first: Atom
    leading_zero: bool

    @property
    def is_digit(self) -> bool:
        """Whether it is one digit, with no multiplier and no 零 before it."""
        return self.parts == 1 and self.last == 0 and not self.leading_zero and self.first.digits == 1


def is_span(digits: str) -> bool:
    """Whether two digits in a row name a span: 七八, 三五."""
    return len(digits) == 2 and (DIGITS[digits[0]], DIGITS[digits[1]]) in _SPANS


def section(text: str, pos: int, above: int) -> Section | None:
    """[两千][三百][四十][五] in Chinese digits, Arabic ones or both.

    ``above`` is the multiplier before it, 0 where it opens the number.
    """
    start = pos
    if above:
        pos = _after_zeros(text, pos)
    first = _atom(text, pos, above > 0, 0)
    if first is None:
        return None
    atom: Atom | None = first
    low: Number = 0
    high: Number = 0
    last, parts, end, zero = 0, 0, pos, False
    while atom is not None:
        unit = _multiplier(text, atom, last)
        if unit == 0 and last and not zero and begins_another(text, atom, last):
            break
        parts += 1
        tenth = unit or (1 if zero or last <= 10 or atom.digits > 1 else last // 10)
        low, high = low + atom.low * tenth, high + atom.high * tenth
        if unit == 0:
            last, end = min(last, 1), atom.end
            break
        last, end = unit, atom.end + 1
        place = _after_zeros(text, end)
        zero = place > end
        atom = _atom(text, place, True, last)
    if parts == 2 and first.digits == 0 and _is_loose_pair(text, pos, end):
        low, high = high - SMALL[text[pos]], SMALL[text[pos]]
    return Section(low, high, end, parts, last, first, pos > start)


def _after_zeros(text: str, pos: int) -> int:
    while pos < len(text) and text[pos] in ZEROS:
        pos += 1
    return pos


def begins_another(text: str, atom: Atom, last: int) -> bool:
    """Whether the figure after a multiplier opens a number of its own (一百|一百, 一百|一天) or is a weight (三百|两)."""
    if atom.digits > 1 and atom.high >= last:
        return True
    following = text[atom.end : atom.end + 1]
    if text[atom.end - 1] == "两" and atom.low == atom.high:
        return True
    return following in SMALL or (following in _AFTER_EACH and text[atom.end - 1] in "一1")


def _is_loose_pair(text: str, pos: int, end: int) -> bool:
    """百八十, 千八百: about a hundred, or only eighty."""
    return (
        end - pos == 3
        and text[pos] in "百千"
        and text[pos + 1] in DIGITS
        and text[end - 1] in SMALL
        and SMALL[text[end - 1]] * 10 == SMALL[text[pos]]
    )


def _multiplier(text: str, atom: Atom, last: int) -> int:
    """The 十, 百 or 千 after an atom, where it fits below ``last``; 0 where there is none."""
    end = atom.end
    if end >= len(text):
        return 0
    unit = SMALL.get(text[end], 0)
    if unit == 0 or (last and unit >= last):
        return 0
    if unit == 1000 and atom.digits and text[end + 1 : end + 2] in _MEASURES_OF_THOUSANDS and end + 1 < len(text):
        return unit if text.startswith(_COINS, end + 1) else 0
    return 0 if unit == 10 and atom.digits > 1 and atom.low == atom.high and atom.low >= 10 else unit


def _atom(text: str, pos: int, inside: bool, last: int) -> Atom | None:
    """One figure: a digit, a span (七八), 几, an Arabic number, 廿, or nothing before a multiplier."""
    if pos >= len(text):
        return None
    character = text[pos]
    value = DIGITS.get(character)
    if value is not None:
        return _digit(text, pos, value)
    if character in ASCII_DIGITS or (character == "." and not inside):
        return _arabic(text, pos, inside)
    following = text[pos + 1] if pos + 1 < len(text) else ""
    if character in _FEW:
        if following in SMALL or following in BIG:
            return Atom(1 if last else 2, 9, pos + 1, 1)
        return Atom(1, 9, pos + 1, 1) if last and character == "几" else None
    if character in SMALL:
        opens = last == 0 and (not inside or character in TENS)
        return Atom(1, 1, pos, 0) if opens or (last >= 100 and character in TENS) else None
    if character in SCORES and (last == 0 or last > 10):
        return _score(text, pos, following)
    if character == _FORMAL_THREE and following and following in "拾佰仟万亿元圆角分":
        return Atom(3, 3, pos + 1, 1)
    return None


def _digit(text: str, pos: int, value: int) -> Atom:
    following = DIGITS.get(text[pos + 1]) if pos + 1 < len(text) else None
    if following is None and text.startswith("、", pos + 1):
        return _listed_span(text, pos, value)
    if following is not None and (value, following) in _SPANS and text[pos + 2 : pos + 3] not in DIGITS:
        return Atom(value, following, pos + 2, 1)
    return Atom(value, value, pos + 1, 1)


def _listed_span(text: str, pos: int, value: int) -> Atom:
    """两、三百; without a multiplier or measure word after it, a list of two numbers."""
    second = DIGITS.get(text[pos + 2 : pos + 3])
    following = text[pos + 3 : pos + 4]
    if (value, second) in _SPANS and (following in SMALL or following in BIG or (following and following in _COUNTED)):
        return Atom(value, second or value, pos + 3, 1)
    return Atom(value, value, pos + 1, 1)


def _arabic(text: str, pos: int, inside: bool) -> Atom | None:
    figure = arabic(text, pos)
    if figure is None or figure.standing is Standing.NEVER:
        return None
    if inside and not figure.plain:
        following = text[figure.end : figure.end + 1]
        if following not in SMALL and following not in BIG:
            return None
    return Atom(figure.low, figure.low, figure.end, figure.end - pos)


def _score(text: str, pos: int, following: str) -> Atom:
    """廿 and 卅 are 二十 and 三十 in one character: 廿五, 廿几."""
    tens = SCORES[text[pos]]
    if following == "几":
        return Atom(tens + 1, tens + 9, pos + 2, 2)
    units = DIGITS.get(following, 0)
    return Atom(tens + units, tens + units, pos + (2 if units else 1), 2)
