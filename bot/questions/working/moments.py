"""What was worked out of models at one moment, kept for the other questions of that moment."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Price, Side
from bot.knowledge.selection import Wanted

_MOST_KEPT: Final = 32
"""Moments that are kept of each knowledge base."""


class Circumstances(NamedTuple):
    """What the prices of curated models hang on, beside the knowledge base."""

    day: date
    clock: Hashable
    """The days where vendors are at home, and the windows that are open."""
    asked_day: bool
    wanted: Wanted
    sides: frozenset[Side]


@dataclass(frozen=True, slots=True)
class Moment:
    """By model, as far as it was asked for."""

    prices: dict[str, tuple[Price, ...]] = field(default_factory=dict)
    offers: dict[str, tuple[Price, ...]] = field(default_factory=dict)
    statuses: dict[str, ModelStatus | None] = field(default_factory=dict)


def moment_of(knowledge: Knowledge, of: Circumstances) -> Moment:
    """What is kept of a moment."""
    known = _moments(knowledge)
    moment = known.get(of)
    if moment is None:
        if len(known) >= _MOST_KEPT:
            known.clear()
        moment = known[of] = Moment()
    return moment


@derived
def _moments(_: Knowledge) -> dict[Circumstances, Moment]:
    return {}
