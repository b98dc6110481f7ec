"""What became cheaper or dearer lately: which models, and the question that says by how much."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.knowledge.model_entries import ModelStatus
from bot.quantities import PERCENT
from bot.question import Baseline, Kind, Order, Question
from bot.questions.kinds.side_changes import MOVES
from bot.questions.working.earlier import last_change
from bot.questions.working.market import Market

MOST: Final = 8
"""Models named at once, those whose prices changed last."""


def latest_changes(market: Market, order: Order | None = None) -> Question | None:
    """By how much the prices that changed last differ from those before; ``None`` where no change is known.

    ``order`` is the cheapest for prices that fell alone, the dearest for those that rose. Where none went that way, all
    that changed are named, and the answer says so.
    """
    wanted = MOVES.get(order) if order is not None else None
    changed: dict[str, date] = {}
    moved = set()
    for model in market.curated_models():
        change = last_change(market, model) if market.status(model) is not ModelStatus.RETIRED else None
        if change is not None and change.day is not None:
            changed[model] = change.day
            if any(side.move is wanted for side in change.sides):
                moved.add(model)
    models = sorted(moved or changed, key=lambda model: (changed[model], model), reverse=True)[:MOST]
    if not models:
        return None
    return Question(Kind.DISCOUNT, tuple(models), target=PERCENT, baseline=Baseline.BEFORE, order=order)
