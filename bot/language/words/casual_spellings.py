"""Words as they are typed in haste: wat, abt, mutch, teh; 多少前, 便易. They are read as what they stand for."""

from __future__ import annotations

import re
from typing import Final

from bot.text import Normalized

_SPELLINGS: Final = {
    "what": "wat wot wut waht",
    "whats": "wats wots",
    "how": "hw hwo",
    "much": "mutch mch",
    "many": "mny",
    "which": "wich",
    "about": "abt abot bout",
    "from": "frm",
    "can": "cn",
    "could": "cud",
    "would": "wud wld",
    "should": "shud",
    "through": "thru",
    "this": "dis",
    "that": "dat",
    "though": "tho",
    "thanks": "thnx",
    "before": "befor",
    "because": "becuz cuz",
    "have": "hav",
    "the": "teh",
    "does": "dose duz",
    "cost": "cst",
    "cheap": "cheep",
    "cheaper": "cheeper chepaer",
    "price": "prise pric prce",
    "expensive": "expencive expensiv",
    "token": "tokn",
    "tokens": "tokns",
    "多少钱": "多少前",
    "几多钱": "几多前",
    "便宜": "便易 偏宜",
}
"""What is meant, and how it is typed; longer English words with one slip are found by likeness instead."""

_MEANT: Final = {spelling: word for word, spellings in _SPELLINGS.items() for spelling in spellings.split()}
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
