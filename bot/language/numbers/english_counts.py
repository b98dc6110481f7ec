"""Whole numbers in English words: twelve hundred, one hundred and twenty-three thousand and five, a few hundred."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.english_words import (
    AFTER_ARTICLE,
    FEW,
    GROUPS,
    PARTS,
    PLURAL_PARTS,
    SAID,
    SCALES,
    SHORT,
    SMALL,
    TEENS,
    TENS,
    UNITS,
    next_word,
    word_at,
)
from bot.quantities import ONE

MAX_WORDS: Final = 40
"""Most words of one number; the rest of a longer run is read as another."""


_HUNDRED: Final = Decimal(100)


_AFTER_SAID: Final = re.compile(rf"$|[.,?!;)]| (?:{either(words_under('measures', 'after a grand'))})\b")
"""What follows "a grand" and "a mil" where they are numbers: a grand in rmb, a mil tokens, but not a grand plan."""


class Count(NamedTuple):
    """A whole number; ``bare`` where it is a scale alone (hundred, million), ``year`` where it is none but a year."""

    low: Decimal
    high: Decimal
    end: int
    bare: bool
    mantissa: Decimal | None = None
    scale: Decimal = ONE
    year: bool = False
    rough: bool = False


def cardinal(text: str, pos: int) -> Count | None:
    """[a|one … ninety-nine] [hundred] [and …] [thousand] …"""
    adder = _Adder()
    word, end = word_at(text, pos)
    if word in ("a", "an"):
        word, after = next_word(text, end)
        if word == "couple":
            return _couple(text, after)
        if word in FEW:
            return _few(text, after)
        if word in SAID and _AFTER_SAID.match(text, after) is None:
            return None
        if word not in AFTER_ARTICLE or not adder.add(word, article=True):
            return None
        end = after
    elif word in FEW:
        return _few(text, end)
    elif word == "couple" and next_word(text, end)[0] in GROUPS | SCALES:
        return _couple(text, end)
    elif not adder.add(word):
        return None
    while adder.words < MAX_WORDS:
        next_end = adder.take(text, end)
        if next_end is None:
            break
        end = next_end
    return adder.count(text, end)


def _couple(text: str, end: int) -> Count:
    """A couple [of] [hundred | thousand | …]: two."""
    word, after = next_word(text, end)
    if word == "of":
        word, after = next_word(text, after)
    two = Decimal(2)
    scale = GROUPS.get(word) or SCALES.get(word)
    if scale is None:
        return Count(two, two, end, False, two, rough=True)
    return Count(two * scale, two * scale, after, False, two, Decimal(scale), rough=True)


def _few(text: str, end: int) -> Count:
    """A few | several [hundred | dozen | thousand | …]: 2 to 9 of them."""
    scale = 1
    word, after = next_word(text, end)
    while (word in GROUPS or word in SCALES) and word not in SHORT:
        scale *= GROUPS.get(word) or SCALES[word]
        end = after
        word, after = next_word(text, end)
    return Count(Decimal(2 * scale), Decimal(9 * scale), end, scale == 1, rough=True)


class _Adder:
    """Adds up words from large to small, refusing the one that opens another number."""

    def __init__(self) -> None:
        self.words = 0
        self._total = 0
        self._current: int | None = None
        self._last_scale = 0
        self._bare = False

    def take(self, text: str, end: int) -> int | None:
        """Takes the next word, with an "and" before it where that belongs; its end, or ``None``."""
        word, after = next_word(text, end)
        if text.startswith(", ", end) and (self._current is not None or word not in SMALL):
            return None
        if word == "and":
            opened = self._current % 100 == 0 if self._current else bool(self._total)
            word, after = next_word(text, after)
            if not opened or word not in SMALL or _opens_fraction(text, after):
                return None
        return after if word and self.add(word) else None

    def add(self, word: str, article: bool = False) -> bool:
        """Whether the word fits; then it is counted."""
        self.words += 1
        value = SMALL.get(word)
        if value is not None:
            return self._add_small(value)
        if word == "hundred":
            return self._add_hundred(article)
        if word == "dozen":
            return self._add_dozen(article)
        return self._add_scale(word, article)

    def _add_small(self, value: int) -> bool:
        if self._last_scale == GROUPS["dozen"]:
            return False
        if self._current is None:
            if self._total and value >= self._last_scale:
                return False
            self._current = value
            return True
        hundreds, rest = divmod(self._current, 100)
        if not (hundreds and rest == 0) and not (rest >= 20 and rest % 10 == 0 and 0 < value < 10):
            return False
        self._current += value
        return True

    def _add_hundred(self, article: bool) -> bool:
        if self._current is None:
            if self._total:
                return False
            self._bare = not article
            self._current = 1
        if not 0 < self._current < 100:
            return False
        self._current *= 100
        return True

    def _add_dozen(self, article: bool) -> bool:
        if self._total or (self._current is not None and self._current > 99):
            return False
        if self._current is None and not article and self.words == 1:
            self._bare = True
        self._current = 12 * (self._current or 1)
        self._last_scale = GROUPS["dozen"]
        return True

    def _add_scale(self, word: str, article: bool) -> bool:
        scale = SCALES.get(word)
        if scale is None or (word in SHORT and self.words == 1 and not article):
            return False
        if self._current is None:
            if self._total and scale < self._last_scale:
                return False
            self._bare = not (self._total or article)
            self._total = (self._total or 1) * scale
        elif self._current == 0 or (self._last_scale and scale >= self._last_scale):
            return False
        else:
            self._total += self._current * scale
        self._current, self._last_scale = None, scale
        return True

    def count(self, text: str, end: int) -> Count:
        value = Decimal(self._total + (self._current or 0))
        scale = ONE
        if self._last_scale == GROUPS["dozen"] or (self._current is None and self._last_scale):
            scale = Decimal(self._last_scale)
        elif not self._total and self._current and self._current % 100 == 0:
            scale = _HUNDRED
        after = self._year_end(text, end)
        return Count(
            value, value, after or end, self._bare and self.words == 1, value / scale, scale, after is not None
        )

    def _year_end(self, text: str, end: int) -> int | None:
        """The end of nineteen eighty-four, twenty twenty-four: two numbers of two digits, the first a century."""
        if self._total or self._current not in (18, 19, 20):
            return None
        word, after = next_word(text, end)
        if word not in TENS and word not in TEENS:
            return None
        word, last = next_word(text, after)
        return last if word in UNITS else after


def _opens_fraction(text: str, end: int) -> bool:
    word = next_word(text, end)[0]
    return word in PARTS or word in PLURAL_PARTS
