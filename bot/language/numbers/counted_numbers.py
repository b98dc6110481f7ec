"""Numbers with a measure word in them, or without a figure: 三个亿, 半个亿, 三打, 半, 俩, 个半."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.language.basics.vocabulary import numbered, table
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.language.numbers.chinese_sections import BIG, NUMERALS, SMALL
from bot.language.numbers.loose_numbers import half_of_scale
from bot.language.numbers.not_units import is_half_word
from bot.quantities import ONE

_HALF: Final = Decimal("0.5")
_HALVED: Final = frozenset("十百千万亿")
_FIGURELESS: Final = frozenset("半一俩仨个几")
_SETS: Final = {measure: Decimal(size) for line, size in numbered("sets", "sets").items() for measure in line}
_NO_SET: Final = frozenset("0123456789.") | NUMERALS
_OTHER_WORDS: Final = {measure: frozenset(after) for after, measure in table("sets", "other words").items()}
"""What makes another word of a measure for sets: 打折, 对话, 双核."""


def without_figure(text: str, pos: int) -> Figure | None:
    """半, 一半, 半打, 俩, 仨, 个半 (1.5), 个把 (about one), 几 of 几个亿 and 好几块."""
    character = text[pos]
    if character not in _FIGURELESS:
        return None
    following = text[pos + 1 : pos + 2]
    if character == "半":
        half = Figure(_HALF, _HALF, pos + 1, False, _HALF, ONE, Standing.LONE)
        if following in _HALVED:
            return half_of_scale(text, pos) or half
        return with_measure(text, half) if following in ("打", "个") else half
    if character == "一":
        return Figure(_HALF, _HALF, pos + 2) if following == "半" else None
    if character == "个":
        if following == "半":
            return Figure(ONE + _HALF, ONE + _HALF, pos + 2)
        return Figure(ONE, ONE, pos + 2, True, standing=Standing.BARE) if following == "把" else None
    if character == "几":
        return _few(text, pos, following)
    value = Decimal(2 if character == "俩" else 3)
    return Figure(value, value, pos + 1, standing=Standing.LONE)


def _few(text: str, pos: int, following: str) -> Figure | None:
    few = Figure(Decimal(2), Decimal(9), pos + 1, True, standing=Standing.BARE)
    if following == "个":
        big = with_measure(text, few)
        return None if big is few else big
    return None if following in SMALL or following in BIG else few


def with_measure(text: str, figure: Figure) -> Figure:
    """三打 is 36, 三对 six; 三个亿, 三个半亿 and 三个多亿 are hundreds of millions."""
    end, high = figure.end, figure.high
    if high is None:
        return figure
    measure = text[end]
    size = _SETS.get(measure)
    if size is not None:
        following = text[end + 1 : end + 2]
        if following in _NO_SET or following in _OTHER_WORDS[measure]:
            return figure
        sets = Figure(figure.low * size, high * size, end + 1, figure.rough, figure.low, size)
        return _and_a_half(text, sets) if measure == "打" and following == "半" else sets
    if figure.scale != ONE:
        return figure
    middle = text[end + 1 : end + 2]
    more = {"半": _HALF, "多": ONE}.get(middle)
    at = end + (1 if more is None else 2)
    if not text.startswith("亿", at):
        return figure
    scale = Decimal(BIG["亿"])
    low = figure.low + (_HALF if middle == "半" else 0)
    high = high + (more or 0)
    return Figure(low * scale, high * scale, at + 1, low != high, low if low == high else None, scale)


def _and_a_half(text: str, dozens: Figure) -> Figure:
    """一打半 is 18, where 半 opens no word of its own (一打半价)."""
    if is_half_word(text, dozens.end):
        return dozens
    half = _HALF * dozens.scale
    return dozens._replace(low=dozens.low + half, high=dozens.low + half, end=dozens.end + 1, mantissa=None)
