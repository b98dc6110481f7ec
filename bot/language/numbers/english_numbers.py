"""Numbers in English words with their decimals and fractions, and scales in words after digits.

Two and a half million, three quarters, half a dozen, two point five; 1.2 billion, 5 hundred thousand. A few and
several stand for 2 to 9, a couple for two, a dozen for twelve.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.basics.lexicon import LATIN
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.language.numbers.english_counts import MAX_WORDS, Count, cardinal
from bot.language.numbers.english_words import (
    FEW,
    GROUPS,
    ORDINAL_UNITS,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SAID,
    SCALES,
    SHORT,
    SMALL,
    next_word,
    word_at,
)
from bot.quantities import ARITHMETIC, ONE, ZERO

_LOWER: Final = re.compile(" (?:and )?([0-9]{1,3})(?= [a-z])")
_LONGEST_GAP: Final = 3
"""Most characters between two words of one number."""


def english(text: str, pos: int) -> Figure | None:
    """A number in words that starts at ``pos``."""
    word, end = word_at(text, pos)
    if word == "point":
        return _decimals(text, pos, ZERO)
    if word in ("half", "quarter"):
        return _leading_part(text, end, PARTS[word], Standing.LONE if word == "half" else Standing.NEVER)
    if word in ("a", "an"):
        second, after = next_word(text, end)
        if second in PARTS and second not in FEW:
            common = second in ("half", "third", "fifth", "tenth") or text.startswith(" of ", after)
            return _leading_part(text, after, PARTS[second], Standing.FIRM if common else Standing.BARE)
    count = cardinal(text, pos)
    if count is None:
        return None
    if count.year:
        return Figure(count.low, count.high, count.end, standing=Standing.NEVER)
    return _finish(text, count)


def _finish(text: str, count: Count) -> Figure | None:
    """The decimals, the fraction or the ordinal ending after a whole number."""
    standing = Standing.BARE if count.bare else Standing.FIRM
    figure = Figure(count.low, count.high, count.end, count.rough, count.mantissa, count.scale, standing)
    word, end = next_word(text, count.end)
    if not figure.exact or not word or text[count.end] == ",":
        return figure
    if count.bare:
        return figure._replace(end=end, standing=Standing.NEVER) if word in ORDINAL_UNITS else figure
    if word == "point":
        return _decimals(text, count.end + 1, count.low) or figure
    if word in PLURAL_PARTS and count.low > 0:
        return _of_scale(text, _parted(figure, PLURAL_PARTS[word], end))
    if word in PARTS and count.low == 1:
        return _leading_part(text, end, PARTS[word], Standing.FIRM)
    if word in ORDINALS or (word == "second" and count.low >= 20 and text[count.end] == "-"):
        return figure._replace(end=end, standing=Standing.NEVER)
    return and_part(text, figure) or figure


def scaled(text: str, figure: Figure) -> Figure | None:
    """Scales in words after figures: 1.2 million, 5 hundred thousand, 3-million, 2 dozen."""
    if figure.high is None:
        return None
    word, end = word_at(text, figure.end) if text[figure.end : figure.end + 1] in LATIN else next_word(text, figure.end)
    scale = GROUPS.get(word) or SCALES.get(word)
    if scale is None:
        parts = PLURAL_PARTS.get(word) if end > figure.end and figure.plain else None
        return None if parts is None else _of_scale(text, _parted(figure, parts, end))
    total = Decimal(scale)
    word, after = next_word(text, end)
    if SCALES.get(word, 0) > scale:
        total, end = total * SCALES[word], after
    result = Figure(figure.low * total, figure.high * total, end, figure.rough, figure.low, total)
    return and_part(text, result) or _with_lower(text, result)


def _with_lower(text: str, figure: Figure) -> Figure:
    """1 million 200 thousand, 3 thousand 5 hundred: figures with a lower scale behind those with a higher one."""
    digits = _LOWER.match(text, figure.end) if figure.exact else None
    if digits is None:
        return figure
    added = Decimal(digits[1])
    lower = scaled(text, Figure(added, added, digits.end()))
    if lower is None or not lower.exact or lower.low >= figure.scale:
        return figure
    value = figure.low + lower.low
    return Figure(value, value, lower.end, False)


def _parted(figure: Figure, parts: int, end: int) -> Figure:
    value = ARITHMETIC.divide(figure.low, Decimal(parts))
    return Figure(value, value, end, False, value)


def and_part(text: str, figure: Figure) -> Figure | None:
    """And a half, and three quarters, and one third — with the scale that may follow — after a number."""
    if text.find("and", figure.end, figure.end + _LONGEST_GAP + 3) < 0:
        return None
    conjunction, end = next_word(text, figure.end)
    if conjunction != "and":
        return None
    part = _part(text, end)
    if part is None:
        return None
    value, end = part
    if figure.scale not in (ONE, GROUPS["hundred"]):
        total = figure.low + value * figure.scale
        return Figure(total, total, end, figure.rough)
    total = figure.low + value
    return _of_scale(text, Figure(total, total, end, figure.rough, total))


def _part(text: str, pos: int) -> tuple[Decimal, int] | None:
    """A half | one third | three quarters, after one gap."""
    word, end = next_word(text, pos)
    many = 1 if word in ("a", "an") else SMALL.get(word, 0)
    if not 0 < many < 20:
        return None
    part, end = next_word(text, end)
    parts = PARTS.get(part) if many == 1 else PLURAL_PARTS.get(part)
    return None if parts is None else (ARITHMETIC.divide(Decimal(many), Decimal(parts)), end)


def _leading_part(text: str, end: int, parts: int, standing: Standing) -> Figure:
    """Half, a third, one quarter — of what follows, where that is a scale: half a million, quarter million."""
    value = ARITHMETIC.divide(ONE, Decimal(parts))
    figure = Figure(value, value, end, False, value, ONE, standing)
    whole = _of_scale(text, figure)
    return whole if whole is figure else whole._replace(standing=Standing.FIRM)


def _of_scale(text: str, figure: Figure) -> Figure:
    """The scale that a fraction is of: [of] [a] million | dozen | hundred."""
    word, end = next_word(text, figure.end)
    if word == "of":
        word, end = next_word(text, end)
        if word not in ("a", "an", "one"):
            return figure
    if word in ("a", "an", "one"):
        word, end = next_word(text, end)
    scale = GROUPS.get(word) or SCALES.get(word)
    if scale is None or (word in SHORT and word not in SAID):
        return figure
    return Figure(figure.low * scale, figure.low * scale, end, False, figure.low, Decimal(scale))


def _decimals(text: str, pos: int, whole: Decimal) -> Figure | None:
    """Point and the digits read one by one: (two) point five; ``pos`` is the place of "point"."""
    _, end = word_at(text, pos)
    digits = ""
    while len(digits) < MAX_WORDS:
        word, after = next_word(text, end)
        value = 0 if word in ("oh", "o") else SMALL.get(word)
        if value is None or (value > 9 and digits):
            break
        digits, end = digits + str(value), after
        if value > 9:
            break
    if not digits:
        return None
    number = whole + Decimal(f"0.{digits}")
    figure = Figure(number, number, end, False, number)
    return scaled(text, figure) or figure
