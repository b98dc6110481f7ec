"""The English words of numbers, and how one follows another."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.vocabulary import numbered, words_under

UNITS: Final = numbered("numbers", "units")
TEENS: Final = numbered("numbers", "teens")
TENS: Final = numbered("numbers", "tens")
SMALL: Final = UNITS | TEENS | TENS

_SPELLED_SCALES: Final = numbered("numbers", "spelled scales")
_MISSPELT_SCALES: Final = numbered("numbers", "misspelt scales")
_SHORT_SCALES: Final = numbered("numbers", "short scales")
SCALES: Final = (
    _SPELLED_SCALES
    | {f"{word}s": scale for word, scale in (_SPELLED_SCALES | _MISSPELT_SCALES).items()}
    | _MISSPELT_SCALES
    | _SHORT_SCALES
)
SHORT: Final = frozenset(_SHORT_SCALES)
"""Scales that stand after figures only."""
SAID: Final = frozenset(words_under("numbers", "said"))
"""Short scales that are said as well: half a mil, a grand."""
GROUPS: Final = numbered("numbers", "groups")
BARE: Final = frozenset({"hundred", *_SPELLED_SCALES, *_MISSPELT_SCALES})
"""Words that may open a number with no figure before them: million tokens."""
FEW: Final = frozenset(words_under("numbers", "few"))

PARTS: Final = numbered("numbers", "parts")
"""What a fraction is parted into: one third, a tenth."""
PLURAL_PARTS: Final = {f"{word}s": value for word, value in PARTS.items()} | {"halves": 2}
PLACES: Final = numbered("numbers", "ordinals")
ORDINALS: Final = (frozenset(PARTS) - {"half", "quarter"}) | (frozenset(PLACES) - {"second"})
ORDINAL_UNITS: Final = frozenset(place for place, value in PLACES.items() if value <= 9)

AFTER_ARTICLE: Final = frozenset({*BARE, *FEW, *SAID, "half", "third", "quarter", "fifth", "tenth", "dozen", "couple"})
"""Words that make a number after "a"."""

_WORD: Final = re.compile(r"[a-z]+")
_GAP: Final = re.compile(r"(?: |-|, )(?=[a-z])| ?\n ?(?=[a-z])")


def word_at(text: str, pos: int) -> tuple[str, int]:
    """The Latin word that starts at ``pos`` and its end; an empty one where there is none."""
    match = _WORD.match(text, pos)
    return (match.group(), match.end()) if match is not None else ("", pos)


def next_word(text: str, pos: int) -> tuple[str, int]:
    """The word after a space, hyphen or comma, and its end; an empty one where there is none."""
    gap = _GAP.match(text, pos)
    return word_at(text, gap.end()) if gap is not None else ("", pos)
