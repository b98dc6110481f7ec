"""What is known of models and vendors beside their prices: whether they are still sold, plans, free quotas."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, tzinfo
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from bot.knowledge.days import RoughDay
from bot.knowledge.windows import Windows

if TYPE_CHECKING:
    from bot.knowledge.entries import Wording

HOME_ZONE: Final = "Asia/Shanghai"
"""The zone of vendors that name none."""


class ModelStatus(StrEnum):
    """Whether a model is still sold."""

    CURRENT = "current"
    SUPERSEDED = "superseded"
    """Still sold; its vendor has a newer one in its place."""
    RETIRED = "retired"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Life:
    """The days of a model, as far as they are known.

    Where it is superseded or retired and no day is known, ``superseded`` and ``retired`` are ``None`` beside a flag.
    """

    released: RoughDay | None = None
    is_superseded: bool = False
    superseded: RoughDay | None = None
    superseded_by: str | None = None
    is_retired: bool = False
    retired: RoughDay | None = None
    """The first day on which it was no longer sold."""
    is_unknown: bool = False
    """Whether it is still sold is not known."""
    successors: tuple[str, ...] = ()
    """Models that came after it, the nearest first."""
    last_seen: date | None = None
    """The last day on which one of its prices was shown."""
    checked: date | None = None
    sources: tuple[str, ...] = ()
    confidence: str | None = None

    def is_retired_on(self, day: date) -> bool:
        """Whether it was no longer sold on a day; without a known end, whether it was seen for the last time before."""
        if not self.is_retired:
            return False
        if self.retired is not None:
            return day >= self.retired.last
        return self.last_seen is None or day > self.last_seen

    def status_on(self, day: date) -> ModelStatus:
        if self.is_retired_on(day):
            return ModelStatus.RETIRED
        if self.is_unknown:
            return ModelStatus.UNKNOWN
        if self.is_superseded and (self.superseded is None or day >= self.superseded.first):
            return ModelStatus.SUPERSEDED
        return ModelStatus.CURRENT


@dataclass(frozen=True, slots=True)
class StandsFor:
    """From a day on, calls of a model are served by another, at that one's price."""

    model: str
    since: date


@dataclass(frozen=True, slots=True)
class Model:
    """What a model is. ``of`` is the model that a reseller sells under this id; ``inputs`` what it reads beside text."""

    id: str
    kind: str = "chat"
    inputs: tuple[str, ...] = ()
    open_weights: bool = False
    of: str | None = None
    stands_for: StandsFor | None = None
    life: Life = field(default_factory=Life)


@dataclass(frozen=True, slots=True)
class PlanPrice:
    """What one tier of a plan costs for a period, from a day on or seen on ``checked``."""

    amount: Decimal
    source: str
    tier: Wording | None = None
    since: date | None = None
    until: date | None = None
    """The first day on which it no longer held."""
    checked: RoughDay | None = None
    confidence: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether it is known to be what the tier costs on a day: from its own day, or the one on which it was seen."""
        seen = self.checked.first if self.checked is not None else date.min
        return (self.since or seen) <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True)
class Plan:
    """A subscription: what its tiers cost for a ``period`` (``month`` or ``year``), and what it includes."""

    id: str
    vendor: str
    currency: str
    period: str
    prices: tuple[PlanPrice, ...]
    includes: Wording | None = None


@dataclass(frozen=True, slots=True)
class FreeQuota:
    """Tokens that a vendor does not charge: for whom, of each of its models or of those named."""

    tokens: Decimal
    whom: Wording
    source: str
    per_model: bool = False
    models: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    """The first day on which it was no longer given."""
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Vendor:
    """How a vendor sells: the zone that its days and hours are told in, its windows, plans and free quotas."""

    id: str
    zone: tzinfo = field(default_factory=lambda: ZoneInfo(HOME_ZONE))
    country: str | None = None
    reseller: bool = False
    """It sells other vendors' models."""
    windows: Windows = field(default_factory=Windows)
    plans: tuple[Plan, ...] = ()
    free_quotas: tuple[FreeQuota, ...] = ()
