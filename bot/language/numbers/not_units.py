"""What stands after a number and looks like its unit, but is another word: 元宝, 三分钟, 8块显卡, 90分."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.vocabulary import characters, words_under
from bot.language.numbers.arabic_numbers import Figure

_PENCE: Final = re.compile(r"(?<![0-9.,])[0-9]{1,2}(?:\.[0-9]{1,2})?$")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_NEAR: Final = 80


def is_pence(text: str, pos: int) -> bool:
    """Whether the p at ``pos`` stands for pence: 80p in English, not 720p, and not 20p for pages in Chinese."""
    if _PENCE.search(text, max(0, pos - 6), pos) is None:
        return False
    return _HAN.search(text, max(0, pos - _NEAR), pos + _NEAR) is None


_STILL: Final = words_under("not_units", "units all the same")


def _by_first() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in words_under("not_units", "other words"):
        groups.setdefault(word[0], []).append(word)
    return {first: tuple(group) for first, group in groups.items()}


_BY_FIRST: Final = _by_first()


def is_other_word(text: str, start: int, end: int) -> bool:
    """Whether the unit from ``start`` to ``end`` is only the beginning of another word."""
    others = _BY_FIRST.get(text[start])
    if others is None or not text.startswith(others, start) or text.startswith(_STILL, start):
        return False
    return any(start + len(word) > end for word in others if text.startswith(word, start))


_BEFORE_POINTS: Final = characters("not_units", "points after")


def is_score(text: str, start: int, word: str, figure: Figure) -> bool:
    """Whether 分 are points rather than coins: 考了90分, 打8分."""
    if word != "分":
        return False
    return figure.low > 9 or not figure.exact or (start > 0 and text[start - 1] in _BEFORE_POINTS)


HALVES: Final = words_under("not_units", "halves")
_HALF_WORDS: Final = HALVES + words_under("not_units", "halves of units")


def is_half_word(text: str, pos: int) -> bool:
    """Whether the 半 at ``pos`` opens a word of its own."""
    return text.startswith(_HALF_WORDS, pos)


_NOT_MORE: Final = characters("not_units", "not more")


def is_more(text: str, pos: int) -> bool:
    """Whether the 多 or 余 after a number or unit makes it more: 三块多, but 三块多少."""
    return text[pos + 1 : pos + 2] not in _NOT_MORE
