"""What the rules for amounts work on: the words for money and units, the text, and the terms they make."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.knowledge.entries import CurrencyWord, UnitWord
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import Lexicon
from bot.language.numbers.arabic_numbers import Figure
from bot.quantities import ONE
from bot.text import LONG_DASHES


class Vocabulary:
    """The words for money and units, ready to be looked up."""

    def __init__(self, currency_words: Sequence[CurrencyWord], unit_words: Sequence[UnitWord]) -> None:
        before: dict[str, CurrencyWord] = {}
        after: dict[str, CurrencyWord] = {}
        for word in currency_words:
            if word.before:
                before.setdefault(word.text, word)
            if word.after:
                after.setdefault(word.text, word)
        self.before = Lexicon(before)
        self.after = Lexicon(after)
        self.yen = after.get("日元")
        """What 円 stands for, which the normal form writes as 圆."""
        self.units = Lexicon({word.text: word for word in unit_words})
        self.coin = next((word for word in currency_words if word.text == "块"), None)
        """The word whose number may be left out: 块把钱, 块八毛."""


class Source(NamedTuple):
    """The text with names masked, and what is needed to see its original letters."""

    text: str
    original: str
    offsets: Sequence[int]

    def is_dash(self, place: int) -> bool:
        """Whether the hyphen at a place was written as a long dash, which sets words apart: our budget—50 dollars."""
        return self.original[self.offsets[place]] in LONG_DASHES

    def is_upper(self, start: int, end: int) -> bool:
        return self.original[self.offsets[start] : self.offsets[end - 1] + 1].isupper()


class Term(NamedTuple):
    """An amount before ranges and bounds are looked at; ``figure`` is the number as written.

    ``factor`` is what the figure was multiplied by for its unit. ``before`` says that the currency (or 百分之) stands
    before it, so that a number after it in a range shares it; ``after`` the same of a unit after it.
    """

    kind: EntityKind
    low: Decimal
    high: Decimal | None
    start: int
    end: int
    figure: Figure
    unit: str | None = None
    factor: Decimal = ONE
    generic: bool = False
    rough: bool = False
    before: bool = False
    after: bool = False


def measured(
    kind: EntityKind,
    figure: Figure,
    start: int,
    end: int,
    unit: str,
    factor: Decimal,
    generic: bool = False,
    before: bool = False,
    after: bool = False,
) -> Term:
    """The term that a figure makes with its unit."""
    low, high = figure.low, figure.high
    if factor != 1:
        low = low * factor
        high = None if high is None else high * factor
    return Term(kind, low, high, start, end, figure, unit, factor, generic, figure.rough, before, after)


def added(term: Term, value: Decimal, end: int) -> Term:
    """An exact term with something more, up to ``end``."""
    low = term.low + value
    return term._replace(low=low, high=low, end=end)
