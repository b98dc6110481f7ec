"""What the phrases of a message mean: the values that rules make, each with its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from bot.quantities import ONE, Range, exact_text


def shown(value: Range) -> str:
    """A range in notation: 5, 3 to 5, at least 5, at most 5."""
    low, high = value
    if low is None or high is None:
        return f"at least {exact_text(low)}" if low is not None else f"at most {exact_text(high or ONE)}"
    return exact_text(low) if low == high else f"{exact_text(low)} to {exact_text(high)}"


class Number(NamedTuple):
    """A bare number."""

    value: Range

    def __str__(self) -> str:
        return shown(self.value)


class Size(NamedTuple):
    """An amount of text; ``unit`` is token, character or word. ``scale`` is what its words multiply its figure by."""

    value: Range
    unit: str
    scale: Decimal = ONE

    def __str__(self) -> str:
        return f"{shown(self.value)} {self.unit}"


class Count(NamedTuple):
    """So many of what is worked on: ``unit`` is call or copy."""

    value: Range
    unit: str

    def __str__(self) -> str:
        return f"{shown(self.value)} {self.unit}"


class Percent(NamedTuple):
    """So many hundredths."""

    value: Range

    def __str__(self) -> str:
        return f"{shown(self.value)}%"


class Sum(NamedTuple):
    """A sum of money; ``currency`` is an ISO code, ``None`` for that of the chat."""

    value: Range
    currency: str | None

    def __str__(self) -> str:
        return f"{shown(self.value)} {self.currency}"


class Name(NamedTuple):
    """A model, vendor, product or other subject, by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


class Copied(NamedTuple):
    """A known work of which copies are meant, by its id."""

    id: str

    def __str__(self) -> str:
        return self.id


class Copies(NamedTuple):
    """So many copies of a known work."""

    value: Range
    id: str

    def __str__(self) -> str:
        return f"{shown(self.value)} × {self.id}"


class Side(NamedTuple):
    """A word for a side of a request: input, output or cached_input. ``plain``: it can mean nothing else.

    A ``rate`` (cache hit rate) has a share, and no amount of its own.
    """

    name: str
    plain: bool
    rate: bool = False

    def __str__(self) -> str:
        return self.name


class Way(NamedTuple):
    """The everyday word in or out, which is a side right beside an amount only."""

    side: Side

    def __str__(self) -> str:
        return self.side.name


class Apart(NamedTuple):
    """Amounts on both sides with a slash between, which sets them apart and is no "per": 10k in / 2k out."""

    one: Side | Way
    other: Side | Way

    def __str__(self) -> str:
        return f"{self.one} / {self.other}"


class Sized(NamedTuple):
    """An amount on a side; that of a bare number is one of tokens."""

    size: Size
    side: Side

    def __str__(self) -> str:
        return f"{self.size} {self.side}"


class Sizes(NamedTuple):
    """Amounts in a list, which share their unit: 1, 20 or 500 million tokens."""

    sizes: tuple[Size, ...]

    def __str__(self) -> str:
        return "; ".join(map(str, self.sizes))


class Every(NamedTuple):
    """A period of which something is said to be: every day, a month; in seconds."""

    seconds: Decimal

    def __str__(self) -> str:
        return f"every {exact_text(self.seconds)} s"


class Span(NamedTuple):
    """A length of time, in seconds. ``days``: of days, of which a longer one may hold others: 22 days (a month)."""

    seconds: Decimal
    days: bool = False

    def __str__(self) -> str:
        return f"{exact_text(self.seconds)} s"


class Share(NamedTuple):
    """A part of the work that is on a side, from 0 to 1."""

    part: Decimal
    side: str

    def __str__(self) -> str:
        return f"{exact_text(self.part)} {self.side}"


class Free(NamedTuple):
    """An amount that is not charged; that of a bare number is one of tokens."""

    size: Size

    def __str__(self) -> str:
        return f"{self.size} free"


class Step(NamedTuple):
    """The number of tokens that a price is for: per million, 每千tokens."""

    tokens: Decimal

    def __str__(self) -> str:
        return f"per {exact_text(self.tokens)} token"


class Priced(NamedTuple):
    """A price that the message names."""

    sum: Sum
    per: Step

    def __str__(self) -> str:
        return f"{self.sum} {self.per}"
