"""Words as they are typed in haste: wat, abt, mutch, teh; 多少前, 便易. They are read as what they stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.language.basics.vocabulary import listed
from bot.text import Normalized


@cache
def _meant() -> dict[str, str]:
    """What is typed and what is meant; longer English words with one slip are found by likeness instead."""
    return {spelling: word for word, spelling in listed("spellings")}


@cache
def _typed() -> re.Pattern[str]:
    """English spellings as whole words; Chinese ones that are no part of 方便易用 or 多少前端."""
    latin = "|".join(spelling for spelling in _meant() if spelling.isascii())
    han = "|".join(spelling for spelling in _meant() if not spelling.isascii())
    return re.compile(rf"(?<![\w.'-])(?:{latin})(?![\w'$-]|\.\w)|(?<![方简轻])(?:{han})(?![端辈面期任列沿])")


def spelt_out(normalized: Normalized) -> Normalized:
    """The text with hasty spellings read as the words that they stand for, at the places where they were typed."""
    return replaced(normalized, [(*match.span(), _meant()[match[0]]) for match in _typed().finditer(normalized.text)])


def replaced(normalized: Normalized, words: Sequence[tuple[int, int, str]]) -> Normalized:
    """The text with other words in the place of stretches of it, which are given from left to right."""
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end, word in words:
        first, last = normalized.offsets[start], normalized.offsets[end - 1]
        pieces += (normalized.text[done:start], word)
        offsets += (*normalized.offsets[done:start], *[first] * (len(word) - 1), last)
        done = end
    if not done:
        return normalized
    text = "".join((*pieces, normalized.text[done:]))
    return Normalized(normalized.original, text, (*offsets, *normalized.offsets[done:]))
