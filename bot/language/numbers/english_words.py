"""The English words of numbers, and how one follows another."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = {
    word: value for value, word in enumerate("zero one two three four five six seven eight nine".split())
} | {"nil": 0}
TEENS: Final = {
    word: value
    for value, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
TENS: Final = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
} | {"fourty": 40}
SMALL: Final = UNITS | TEENS | TENS

_SPELLED_SCALES: Final = {
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_SHORT_SCALES: Final = {
    "grand": 10**3,
    "mil": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "bil": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trn": 10**12,
    "tn": 10**12,
}
_MISSPELT_SCALES: Final = {
    "thousend": 10**3, "thosand": 10**3, "thousnd": 10**3,
    "milion": 10**6, "millon": 10**6, "miljon": 10**6, "millin": 10**6,
    "bilion": 10**9, "billon": 10**9,
}  # fmt: skip
SCALES: Final = (
    _SPELLED_SCALES
    | {f"{word}s": scale for word, scale in (_SPELLED_SCALES | _MISSPELT_SCALES).items()}
    | _MISSPELT_SCALES
    | _SHORT_SCALES
)
SHORT: Final = frozenset(_SHORT_SCALES)
"""Scales that stand after figures only."""
SAID: Final = frozenset({"grand", "mil", "bil"})
"""Short scales that are said as well: half a mil, a grand."""
GROUPS: Final = {"hundred": 100, "hundered": 100, "hunderd": 100, "dozen": 12, "dozens": 12}
BARE: Final = frozenset({"hundred", *_SPELLED_SCALES, *_MISSPELT_SCALES})
"""Words that may open a number with no figure before them: million tokens."""
FEW: Final = frozenset(["few", "several"])

PARTS: Final = {
    "half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6, "billionth": 10**9, "trillionth": 10**12,
}  # fmt: skip
"""What a fraction is parted into: one third, a tenth."""
PLURAL_PARTS: Final = {f"{word}s": value for word, value in PARTS.items()} | {"halves": 2}
ORDINALS: Final = (frozenset(PARTS) - {"half", "quarter"}) | frozenset(
    "first thirteenth fourteenth fifteenth seventeenth eighteenth nineteenth fortieth sixtieth seventieth eightieth "
    "ninetieth".split()
)
ORDINAL_UNITS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())

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
