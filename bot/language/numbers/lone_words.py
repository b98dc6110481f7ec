"""English words that are numbers in some places only: one, half, a (dollar), M (tokens)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.basics.lexicon import LATIN
from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.quantities import ONE

LETTERS: Final = {"k": 10**3, "w": 10**4, "m": 10**6}
_ARTICLE: Final = re.compile(r"an?(?= )")


def letter(text: str, pos: int) -> Figure | None:
    """K and M before tokens or after "per" or a slash: $1/M, per k tokens."""
    scale = LETTERS.get(text[pos])
    if scale is None or (pos + 1 < len(text) and text[pos + 1] in LATIN and not text.startswith("tok", pos + 1)):
        return None
    value = Decimal(scale)
    per = text.endswith(("/", "/ ", "per ", "每"), 0, pos)
    return Figure(value, value, pos + 1, False, ONE, value, Standing.FIRM if per else Standing.BARE)


def article(text: str, pos: int) -> Figure | None:
    """A and an before a coin or a day: a dollar, a month."""
    match = _ARTICLE.match(text, pos)
    return None if match is None else Figure(ONE, ONE, match.end(), False, ONE, ONE, Standing.BARE)


_LABEL_BEFORE: Final = re.compile(rf"(?<![a-z])(?:{either(words_under('numbers', 'labels before'))}) $")
"""Words after which a number word is a name: chapter two."""
_LONGEST_LABEL: Final = 11
_WORD_BEFORE: Final = re.compile(r"([a-z']{1,12}) $")
_WORD_AFTER: Final = re.compile(r" ([a-z']{1,12})")
_THE: Final = " the"
_NOT_AFTER_ONE: Final = frozenset(words_under("numbers", "not after one"))
_NOT_BEFORE_ONE: Final = frozenset(words_under("numbers", "not before one"))
_NOT_AFTER_HALF: Final = frozenset(words_under("numbers", "not after half"))


def counts_in_english(text: str, start: int, end: int) -> bool:
    """Whether number words are a number there: not zero-shot, no one, half price."""
    following = text[end : end + 1]
    if following == "'" or (following == "-" and text[end + 1 : end + 2] in LATIN):
        return False
    word = text[start:end]
    if start and text[start - 1] == "-":
        return False
    if _LABEL_BEFORE.search(text, max(0, start - _LONGEST_LABEL), start):
        return False
    after = _WORD_AFTER.match(text, end)
    if text.startswith(" past ", end) or text.endswith(" past ", 0, start):
        return False
    if word not in ("one", "half", "nil"):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - 13), start)
    if word == "half":
        whole = _WORD_AFTER.match(text, end + len(_THE)) if text.startswith(f"{_THE} ", end) else after
        return whole is None or whole.group(1) not in _NOT_AFTER_HALF
    if after is not None and after.group(1) in _NOT_AFTER_ONE:
        return False
    return before is None or before.group(1) not in _NOT_BEFORE_ONE
