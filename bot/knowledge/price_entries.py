"""A price as the rest of the program sees it, and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from bot.quantities import ARITHMETIC, TOKEN


class Side(StrEnum):
    """Which tokens a price is for, where a vendor's prices differ by it."""

    INPUT = "input"
    OUTPUT = "output"
    CACHED_INPUT = "cached_input"
    CACHE_WRITE = "cache_write"
    THINKING = "thinking"
    AUDIO_INPUT = "audio_input"
    AUDIO_OUTPUT = "audio_output"
    IMAGE_INPUT = "image_input"
    IMAGE_OUTPUT = "image_output"


MAIN_SIDES: Final = (Side.INPUT, Side.OUTPUT)
"""The sides that one price for all is for; cached input and the others have prices of their own or none."""


class Basis(StrEnum):
    """How the day is known from which a price holds."""

    ANNOUNCED = "announced"
    RELEASE = "release"
    """It is the day on which the model came out."""
    SEEN = "seen"
    """It was in force on that day; since when is not known."""
    UNDATED = "undated"
    """Its source dates its end or nothing: since when it holds is not known, only that it did on that day."""
    REPORT = "report"
    """An article gives it on that day. It stands beside the vendor's own list, and neither ends the other."""


class End(StrEnum):
    """How the day is known on which a price no longer held."""

    ANNOUNCED = "announced"
    BY = "by"
    """It changed on that day or before it."""
    RETIRED = "retired"
    """The model was no longer sold."""


@dataclass(frozen=True, slots=True)
class TokenRange:
    """So many tokens of one request: from ``low`` to ``high``, both ends as the vendor draws them; ``None``: no end."""

    low: Decimal | None = None
    high: Decimal | None = None
    with_low: bool = False
    """The lower end itself belongs to it."""
    with_high: bool = True
    """The upper end itself belongs to it."""

    def holds(self, tokens: Decimal) -> bool:
        """Whether a request of so many tokens falls into it."""
        if self.low is not None and (tokens < self.low or (tokens == self.low and not self.with_low)):
            return False
        return self.high is None or tokens < self.high or (tokens == self.high and self.with_high)

    def meets(self, other: TokenRange) -> bool:
        """Whether a request may fall into both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: TokenRange) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and not (self.with_high and other.with_low))

    @property
    def start(self) -> Decimal:
        """Where it begins, to order tiers by."""
        return self.low or Decimal(0)


ANY_LENGTH: Final = TokenRange()


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a price hangs on; all of it must hold.

    ``mode`` is batch, flex, priority, fast or thinking; ``cache_life`` 5m or 1h; ``window`` the id of one of the
    vendor's windows, peak or off-peak. The ranges are those of the tokens of one request. ``region`` is ``None`` for the
    list of the vendor's home.
    """

    mode: str | None = None
    cache_life: str | None = None
    window: str | None = None
    input_tokens: TokenRange | None = None
    output_tokens: TokenRange | None = None
    promotion: bool = False
    region: str | None = None

    def differ_by_tier_alone(self, other: Conditions) -> bool:
        """Whether requests of other lengths are all that tells the two apart."""
        mine = self.mode, self.cache_life, self.window, self.promotion, self.region
        return mine == (other.mode, other.cache_life, other.window, other.promotion, other.region)

    def share_requests_with(self, other: Conditions) -> bool:
        """Whether one request may fall under both, windows and promotions apart."""
        same = (self.mode, self.cache_life, self.region) == (other.mode, other.cache_life, other.region)
        pairs = ((self.input_tokens, other.input_tokens), (self.output_tokens, other.output_tokens))
        return same and all((one or ANY_LENGTH).meets(two or ANY_LENGTH) for one, two in pairs)


ORDINARY: Final = Conditions()
"""What a price hangs on that hangs on nothing."""


@dataclass(frozen=True, slots=True)
class Price:
    """A price as published: ``amount`` of ``currency`` for ``per`` units, mostly tokens; zero only where ``free``.

    ``since`` is the first day on which it holds, ``until`` the first on which it no longer does (``None``: no end known);
    days begin in the vendor's zone. ``published_per`` is the figure to quote it by (1,000 or 1,000,000 tokens), ``fact``
    the fact that states it.
    """

    model: str
    amount: Decimal
    currency: str
    per: Decimal
    published_per: Decimal
    free: bool
    side: Side | None
    since: date
    source: str
    until: date | None = None
    fact: str | None = None
    long: tuple[tuple[Decimal, Decimal], ...] = ()
    """Amounts that hold instead where one request has more input than so many tokens, the fewest first."""
    unit: str = TOKEN
    conditions: Conditions = ORDINARY
    basis: Basis = Basis.ANNOUNCED
    until_basis: End | None = None
    checked: date | None = None
    """The last day on which its source showed it."""
    confidence: str | None = None
    """A: the vendor's page or announcement; B: a maintained list or several reports; C: one mention, or doubtful."""
    list_amount: Decimal | None = None
    """The list price beside a promotion."""
    other_sources: tuple[str, ...] = ()
    known_from: date | None = None
    """The day of the model's life from which this, its first sighting, is given for want of an earlier one."""
    early: bool = False
    """It is given for a day before it was first seen."""
    served_by: str | None = None
    """The model that serves calls of this one, and whose price it is."""

    @property
    def seller(self) -> str:
        """Who asks it: the model's vendor, or who resells it."""
        return self.model.partition("/")[0]

    @property
    def changed_on(self) -> date | None:
        """The first day on which another price held; ``None`` where none followed, be it that the model ended."""
        return None if self.until_basis is End.RETIRED else self.until

    @property
    def is_undated(self) -> bool:
        """Whether nothing says since when it holds, nor that another followed by the day on which it was seen."""
        followed = self.changed_on is not None and self.changed_on <= self.since + timedelta(days=1)
        return self.basis is Basis.UNDATED and not followed

    def for_tokens(self, tokens: Decimal) -> Decimal:
        """The price of that many tokens, in ``currency``."""
        return ARITHMETIC.divide(ARITHMETIC.multiply(self.amount, tokens), self.per)

    def for_input(self, tokens: Decimal) -> Price:
        """The price as it is for one request with so many tokens of input."""
        _, amount = max((tier for tier in self.long if tier[0] < tokens), default=(None, self.amount))
        return self if amount == self.amount else replace(self, amount=amount)

    def is_for_input(self, tokens: Decimal) -> bool:
        """Whether it tells what one request with so many tokens of input pays: by its own tier, or by those that it knows."""
        tier = self.conditions.input_tokens
        return bool(self.long) if tier is None else tier.holds(tokens)

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day of the vendor's zone, whatever else it hangs on."""
        return self.since <= day and (self.until is None or day < self.until)


def meet(one: Side | None, other: Side | None) -> bool:
    """Whether two prices are for the same tokens: of one side, or one of them for input and output alike."""
    if one is None or other is None:
        return (one or other) in (None, *MAIN_SIDES)
    return one is other
