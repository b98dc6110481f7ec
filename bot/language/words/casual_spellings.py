"""Words as they are typed in haste: wat, abt, mutch, teh; 多少前, 便易. They are read as what they stand for."""

from __future__ import annotations

import re
from typing import Final

from bot.language.words.vocabulary import listed
from bot.text import Normalized

_MEANT: Final = {spelling: word for word, spelling in listed("spellings")}
"""What is typed and what is meant; longer English words with one slip are found by likeness instead."""
_LATIN: Final = "|".join(spelling for spelling in _MEANT if spelling.isascii())
_HAN: Final = "|".join(spelling for spelling in _MEANT if not spelling.isascii())
_TYPED: Final = re.compile(rf"(?<![\w.'-])(?:{_LATIN})(?![\w'-]|\.\w)|(?<![方简轻])(?:{_HAN})(?![端辈面期任列沿])")
"""English spellings as whole words; Chinese ones that are no part of 方便易用 or 多少前端."""


def spelt_out(normalized: Normalized) -> Normalized:
    """The text with hasty spellings read as the words that they stand for, at the places where they were typed."""
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in _TYPED.finditer(normalized.text):
        word = _MEANT[match[0]]
        first, last = normalized.offsets[match.start()], normalized.offsets[match.end() - 1]
        pieces += (normalized.text[done : match.start()], word)
        offsets += (*normalized.offsets[done : match.start()], *[first] * (len(word) - 1), last)
        done = match.end()
    if not done:
        return normalized
    text = "".join((*pieces, normalized.text[done:]))
    return Normalized(normalized.original, text, (*offsets, *normalized.offsets[done:]))
