"""Slots of prices that a message speaks of, each with what it multiplies the price by: 打八折, 翻倍, cut by half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.vocabulary import words_under
from bot.language.numbers.chinese_sections import ONES, TENS
from bot.language.numbers.numbers import value_of
from bot.quantities import ARITHMETIC
from bot.questions.phrases.changes import STAGES, Moved, finite, terminal
from bot.questions.phrases.rules import parse

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_HUNDRED: Final = Decimal(100)
_FINEST: Final = -6
"""The power of ten down to which a factor is worked with: a third has no end."""


class Change(NamedTuple):
    """A change of a price: where it is said, and what it multiplies the price by.

    ``share`` is the part by which the price falls, where it is said so. ``compares`` tells of a word that compares two
    prices as well: 便宜, 20% cheaper.
    """

    start: int
    end: int
    factor: Decimal
    share: Decimal | None = None
    rise: bool = False
    compares: bool = False
    offer: bool = False
    """A discount or an offer by its words, which nobody has published: 打八折, 买一送一."""


_WITH_GIFT: Final = re.compile(rf"买([{ONES}{TENS}1-9])[送赠]([{ONES}{TENS}1-9])(?![0-9])")


_HINTS: Final = words_under("questions", "price changes, hints")


_HINT: Final = re.compile("|".join(map(re.escape, _HINTS)))


def hints_at_prices(slots: Slots) -> bool:
    """Whether there may be a change of price or another kind of price: most messages need no closer look."""
    return _HINT.search(slots.reading.text) is not None


def changes(slots: Slots) -> tuple[Change, ...]:
    """The changes, in the order of the text; none overlaps another."""
    found: list[Change] = []
    for change in sorted((*_in_words(slots), *_with_gifts(slots.reading.text)), key=lambda each: each.start):
        if not found or change.start >= found[-1].end:
            found.append(change)
    return tuple(found)


def _in_words(slots: Slots) -> Iterator[Change]:
    """Slots by the words for them, 打八折, 涨到三倍."""
    text, tokens = slots.reading.text, slots.tokens
    for phrase in parse(slots.reading, STAGES, terminal):
        if not isinstance(phrase.value, Moved):
            continue
        start, end = tokens[phrase.first].start, tokens[phrase.end - 1].end
        factor, share, rises, compares, offer = phrase.value
        yield Change(start - text.endswith("打", 0, start), end, factor, share, rises, compares, offer)


def _with_gifts(text: str) -> Iterator[Change]:
    """So many bought and so many given on top: 买一送一."""
    for match in _WITH_GIFT.finditer(text):
        paid, given = map(value_of, match.groups())
        moved = finite(Moved(ARITHMETIC.divide(paid, ARITHMETIC.add(paid, given)), offer=True))
        if moved is not None:
            yield Change(match.start(), match.end(), moved.factor, offer=True)
