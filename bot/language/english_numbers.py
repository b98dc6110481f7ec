"""Numbers in English words, and in digits before English scales: twelve hundred, two and a half million, 1.2 billion.

A few and several stand for 2 to 9, a couple for two, a dozen for twelve.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.figures import Figure, Standing
from bot.quantities import ARITHMETIC, ONE

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
    word: value
    for value, word in zip(
        range(20, 100, 10), "twenty thirty forty fifty sixty seventy eighty ninety".split(), strict=True
    )
} | {"fourty": 40}
SCALES: Final = {
    "thousand": 10**3,
    "thousands": 10**3,
    "grand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "millions": 10**6,
    "mil": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "billions": 10**9,
    "bil": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "trillions": 10**12,
    "trn": 10**12,
    "tn": 10**12,
}
_SMALL_SCALES: Final = {"hundred": 100, "dozen": 12, "dozens": 12}
_AFTER_FIGURES_ONLY: Final = frozenset(["mil", "mln", "mn", "bil", "bln", "bn", "trn", "tn", "grand"])
_BARE: Final = frozenset(["hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"])
_PARTS: Final = {
    "half": 2, "third": 3, "fourth": 4, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "sixteenth": 16, "twentieth": 20, "thirtieth": 30, "fiftieth": 50,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_PLURAL_PARTS: Final = {f"{word}s": value for word, value in _PARTS.items()} | {"halves": 2}
_ORDINALS: Final = (frozenset(_PARTS) - {"half", "quarter"}) | frozenset(
    "first second thirteenth fourteenth fifteenth seventeenth eighteenth nineteenth fortieth sixtieth seventieth "
    "eightieth ninetieth billionth".split()
)
_SMALL_WORDS: Final = UNITS | TEENS | TENS
_FEW: Final = frozenset(["few", "several"])

OPENERS: Final = (*_SMALL_WORDS, *sorted(_BARE), "dozen", "half", "quarter", "several", "point")
"""Words that may open a number; "a" does before :data:`AFTER_ARTICLE`."""
AFTER_ARTICLE: Final = (
    *sorted(_BARE), "half", "third", "quarter", "fifth", "tenth", "dozen", "couple", "few",
)  # fmt: skip

_WORD: Final = re.compile(r"[a-z]+")
_GAP: Final = re.compile(r"(?: |-|, )(?=[a-z])| ?\n ?(?=[a-z])")
_MAX_WORDS: Final = 40
"""Most words of one number; longer runs are no amounts."""


class _Count(NamedTuple):
    """A whole number in words; ``bare`` where it is a scale alone (hundred, million)."""

    low: Decimal
    high: Decimal
    end: int
    bare: bool
    mantissa: Decimal | None = None
    scale: Decimal = ONE
    year: bool = False


def word_at(text: str, pos: int) -> tuple[str, int]:
    """The Latin word that starts at ``pos`` and its end; an empty one where there is none."""
    match = _WORD.match(text, pos)
    return (match.group(), match.end()) if match is not None else ("", pos)


def next_word(text: str, pos: int) -> tuple[str, int, int]:
    """The word after one gap: the word, its start and its end."""
    gap = _GAP.match(text, pos)
    if gap is None:
        return "", pos, pos
    word, end = word_at(text, gap.end())
    return word, gap.end(), end


def english(text: str, pos: int) -> Figure | None:
    """A number in words that starts at ``pos``, its decimals and fractions with it."""
    word, end = word_at(text, pos)
    if word == "point":
        return _decimals(text, pos, Decimal(0))
    if word in ("half", "quarter"):
        return _leading_part(text, end, _PARTS[word], bare=True)
    if word in ("a", "an"):
        second, _, after = next_word(text, end)
        if second in _PARTS:
            return _leading_part(text, after, _PARTS[second], bare=second not in ("half", "third", "quarter"))
    count = _cardinal(text, pos)
    if count is not None and count.year:
        return Figure(count.low, count.high, count.end, standing=Standing.NEVER)
    return None if count is None else _finish(text, count)


def _finish(text: str, count: _Count) -> Figure | None:
    figure = Figure(
        count.low,
        count.high,
        count.end,
        count.low != count.high,
        count.mantissa,
        count.scale,
        Standing.BARE if count.bare else Standing.FIRM,
    )
    if not figure.exact or count.bare:
        return figure
    word, start, end = next_word(text, count.end)
    if word == "point":
        return _decimals(text, start, count.low) or figure
    if word in _PLURAL_PARTS and count.low > 0 and (count.low != 1 or word != "halves"):
        value = ARITHMETIC.divide(count.low, Decimal(_PLURAL_PARTS[word]))
        return _of_scale(text, Figure(value, value, end, False, value))
    if word in _PARTS and count.low == 1:
        return _leading_part(text, end, _PARTS[word], bare=False)
    if word in _ORDINALS and word != "second":
        return figure._replace(end=end, standing=Standing.NEVER)
    return and_part(text, figure) or figure


def scaled(text: str, figure: Figure) -> Figure | None:
    """Scales in words after figures: 1.2 million, 5 hundred thousand, 3-million, 2 dozen."""
    if figure.high is None:
        return None
    word, end = word_at(text, figure.end)
    if not word:
        word, _, end = next_word(text, figure.end)
    scale = _SMALL_SCALES.get(word) or SCALES.get(word)
    if scale is None:
        return None
    total = Decimal(scale)
    word, _, after = next_word(text, end)
    if SCALES.get(word, 0) > scale:
        total, end = total * SCALES[word], after
    result = Figure(figure.low * total, figure.high * total, end, figure.rough, figure.low, total)
    return and_part(text, result) or result


def and_part(text: str, figure: Figure) -> Figure | None:
    """And a half, and three quarters, and one third — with the scale that may follow — after a number."""
    conjunction, _, end = next_word(text, figure.end)
    if conjunction != "and":
        return None
    part = _part(text, end)
    if part is None:
        return None
    value, end = part
    if figure.scale != ONE:
        total = figure.low + value * figure.scale
        return Figure(total, total, end, figure.rough, None)
    total = figure.low + value
    return _of_scale(text, Figure(total, total, end, figure.rough, total))


def _part(text: str, pos: int) -> tuple[Decimal, int] | None:
    """A half | one third | three quarters, after one gap."""
    word, _, end = next_word(text, pos)
    many = 1 if word in ("a", "an") else _SMALL_WORDS.get(word, 0)
    if not 0 < many < 20:
        return None
    part, _, end = next_word(text, end)
    parts = _PARTS.get(part) if many == 1 else _PLURAL_PARTS.get(part)
    return None if parts is None else (ARITHMETIC.divide(Decimal(many), Decimal(parts)), end)


def _leading_part(text: str, end: int, parts: int, bare: bool) -> Figure | None:
    """Half, a third, one quarter — of what follows: half a million, quarter million, a third of a billion, half."""
    value = ARITHMETIC.divide(ONE, Decimal(parts))
    figure = Figure(value, value, end, False, value)
    whole = _of_scale(text, figure)
    if whole is not figure or not bare:
        return whole
    if parts == 2:
        return figure._replace(standing=Standing.LONE)
    return figure._replace(standing=Standing.BARE)


def _of_scale(text: str, figure: Figure) -> Figure:
    """The scale that a fraction is of: [of] [a] million | dozen | hundred."""
    word, _, end = next_word(text, figure.end)
    if word == "of":
        word, _, end = next_word(text, end)
        if word not in ("a", "an", "one"):
            return figure
    if word in ("a", "an", "one"):
        word, _, end = next_word(text, end)
    scale = _SMALL_SCALES.get(word) or SCALES.get(word)
    if scale is None or word in _AFTER_FIGURES_ONLY:
        return figure
    return Figure(figure.low * scale, figure.low * scale, end, False, figure.low, Decimal(scale))


def _decimals(text: str, pos: int, whole: Decimal) -> Figure | None:
    """Point and the digits read one by one: (two) point five; ``pos`` is the place of "point"."""
    _, end = word_at(text, pos)
    digits = ""
    while len(digits) < _MAX_WORDS:
        word, _, after = next_word(text, end)
        value = 0 if word == "oh" else _SMALL_WORDS.get(word)
        if value is None or (value > 9 and digits):
            break
        digits, end = digits + str(value), after
        if value > 9:
            break
    if not digits:
        return None
    value_ = whole + Decimal(f"0.{digits}")
    figure = Figure(value_, value_, end, False, value_)
    return scaled(text, figure) or figure


def _cardinal(text: str, pos: int) -> _Count | None:
    """[a|one … ninety-nine] [hundred] [and …] [thousand] …: a whole number in words."""
    builder = _Builder()
    word, end = word_at(text, pos)
    if word in ("a", "an"):
        word, _, after = next_word(text, end)
        if word == "couple":
            return _couple(text, after)
        if word == "few":
            return _few(text, after)
        if word not in AFTER_ARTICLE or not builder.add(word, article=True):
            return None
        end = after
    elif word in _FEW:
        return _few(text, end)
    elif not builder.add(word):
        return None
    while builder.words < _MAX_WORDS:
        after = builder.next(text, end)
        if after is None:
            break
        end = after
    return builder.count(text, end)


def _couple(text: str, end: int) -> _Count:
    """A couple [of] [hundred | thousand | …]: two."""
    word, _, after = next_word(text, end)
    if word == "of":
        word, _, after = next_word(text, after)
    scale = 100 if word == "hundred" else 12 if word == "dozen" else SCALES.get(word, 0)
    if scale:
        return _Count(Decimal(2 * scale), Decimal(2 * scale), after, False, Decimal(2), Decimal(scale))
    return _Count(Decimal(2), Decimal(2), end, False, Decimal(2))


def _few(text: str, end: int) -> _Count:
    """A few | several [hundred | thousand | …]: 2 to 9 of them."""
    word, _, after = next_word(text, end)
    if word == "dozen":
        return _Count(Decimal(24), Decimal(108), after, False)
    scale = 1
    while word == "hundred" or (word in SCALES and word not in _AFTER_FIGURES_ONLY):
        scale *= 100 if word == "hundred" else SCALES[word]
        end = after
        word, _, after = next_word(text, end)
    return _Count(Decimal(2 * scale), Decimal(9 * scale), end, scale == 1)


class _Builder:
    """Adds up the words of a whole number, from large to small."""

    def __init__(self) -> None:
        self.total = 0
        self.current: int | None = None
        self.last_scale = 0
        self.words = 0
        self.bare = False
        self._first = 0

    def next(self, text: str, end: int) -> int | None:
        """Takes the next word, with an "and" before it where that belongs; its end, or ``None``."""
        word, _, after = next_word(text, end)
        if text.startswith(", ", end) and (self.current is not None or word not in _SMALL_WORDS):
            return None
        if word == "and":
            opened = self.current % 100 == 0 if self.current else bool(self.total)
            word, _, after = next_word(text, after)
            if not opened or word not in _SMALL_WORDS or self._opens_fraction(text, after):
                return None
        return after if word and self.add(word) else None

    @staticmethod
    def _opens_fraction(text: str, end: int) -> bool:
        word = next_word(text, end)[0]
        return word in _PARTS or word in _PLURAL_PARTS

    def add(self, word: str, article: bool = False) -> bool:
        """Whether the word fits; then it is counted."""
        self.words += 1
        value = _SMALL_WORDS.get(word)
        if value is not None:
            return self._add_small(value)
        if word == "hundred":
            if self.current is None:
                if self.total:
                    return False
                self.bare = not article
                self.current = 100
                return True
            if not 0 < self.current < 100:
                return False
            self.current *= 100
            self.last_scale = self.last_scale or 100
            return True
        if word == "dozen":
            if self.total or (self.current is not None and self.current > 99):
                return False
            self.current = 12 * (self.current or 1)
            self.last_scale = 12
            return True
        return self._add_scale(word, article)

    def _add_small(self, value: int) -> bool:
        if self.last_scale == 12:
            return False
        if self.current is None:
            if self.total and value >= self.last_scale:
                return False
            self.current = value
            self._first = self._first or value
            return True
        fits = self.current and (
            self.current % 100 == 0 or (value < 10 and value and self.current % 10 == 0 and self.current % 100 >= 20)
        )
        if not fits:
            return False
        self.current += value
        return True

    def _add_scale(self, word: str, article: bool) -> bool:
        scale = SCALES.get(word)
        if scale is None or (word in _AFTER_FIGURES_ONLY and self.words == 1):
            return False
        if self.current is None:
            if self.total:
                if scale < self.last_scale:
                    return False
                self.total *= scale
            else:
                self.bare, self.total = not article, scale
            self.last_scale = scale
            return True
        if self.last_scale > 100 and scale >= self.last_scale:
            return False
        if self.current == 0:
            return False
        self.total += self.current * scale
        self.current, self.last_scale = None, scale
        return True

    def count(self, text: str, end: int) -> _Count:
        value = Decimal(self.total + (self.current or 0))
        scale = ONE
        if self.last_scale == 12 or (self.current is None and self.last_scale > 100):
            scale = Decimal(self.last_scale)
        bare = self.bare and self.words == 1
        after = self._year_end(text, end)
        return _Count(value, value, after or end, bare, value / scale, scale, after is not None)

    def _year_end(self, text: str, end: int) -> int | None:
        """The end of nineteen eighty-four, twenty twenty-four: two numbers of two digits, the first a century."""
        if self.total or self.current not in (18, 19, 20):
            return None
        word, _, after = next_word(text, end)
        if word not in TENS and word not in TEENS:
            return None
        word, _, last = next_word(text, after)
        return last if word in UNITS else after
