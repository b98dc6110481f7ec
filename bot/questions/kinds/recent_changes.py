"""What became cheaper or dearer lately: which models, and the question that says by how much."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from bot.answers import Baseline, Kind, Question
from bot.knowledge.entries import Knowledge
from bot.quantities import PERCENT
from bot.questions.working.earlier import published_days

MOST: Final = 8
"""Models named at once, those whose prices changed last."""


def latest_changes(knowledge: Knowledge, today: date) -> Question | None:
    """By how much the prices that changed last differ from those before; ``None`` where no change is known."""
    changed: dict[str, date] = {}
    for model, day in _changes(knowledge):
        if day <= today:
            changed[model] = max(day, changed.get(model, day))
    models = sorted(changed, key=lambda model: (changed[model], model), reverse=True)[:MOST]
    return Question(Kind.DISCOUNT, tuple(models), target=PERCENT, baseline=Baseline.BEFORE) if models else None


def _changes(knowledge: Knowledge) -> Iterator[tuple[str, date]]:
    """Models and days: from a price to a later one of the same side, or a cut that was only announced."""
    for model, prices in knowledge.prices.items():
        if knowledge.entries[model].reference:
            continue
        for side in {price.side for price in prices}:
            dated = (price for price in prices if price.side is side)
            for before, after in pairwise(sorted(dated, key=lambda price: price.since)):
                if before.amount * after.per != after.amount * before.per or before.currency != after.currency:
                    yield model, after.since
    yield from published_days(knowledge)
