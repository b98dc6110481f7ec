"""English words that are numbers in some places only: one, half, a (dollar), M (tokens)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.basics.lexicon import LATIN
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


_LABEL_BEFORE: Final = re.compile(
    r"(?<![a-z])(?:chapter|page|section|step|part|phase|stage|level|type|act|scene|episode|season|volume|round|grade|class|room|gate"
    r"|terminal|platform|world war|formula|number|version|quarter to|half past) $"
)
"""Words after which a number word is a name: chapter two."""
_LONGEST_LABEL: Final = 11
_WORD_BEFORE: Final = re.compile(r"([a-z']{1,12}) $")
_WORD_AFTER: Final = re.compile(r" ([a-z']{1,12})")
_NOT_AFTER_ONE: Final = frozenset(
    "of another by who that which is was can could should would will may might day thing more to and or for has had "
    "past must way reason i you he she we they does did at with in on".split()
)
_NOT_BEFORE_ONE: Final = frozenset(
    "no any some every each this that the which another a good last next first my your his her their only cheapest best "
    "cheaper better right other either neither new old what such same big small is first second third fourth fifth sixth "
    "seventh eighth ninth tenth".split()
)
_NOT_AFTER_HALF: Final = frozenset("price priced way hearted time life the off an year moon term".split())


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
        return after is None or after.group(1) not in _NOT_AFTER_HALF
    if after is not None and after.group(1) in _NOT_AFTER_ONE:
        return False
    return before is None or before.group(1) not in _NOT_BEFORE_ONE
