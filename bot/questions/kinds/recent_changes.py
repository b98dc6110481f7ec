"""What became cheaper or dearer lately: which models, and the question that says by how much."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Final

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.quantities import PERCENT
from bot.question import Baseline, Kind, Order, Question
from bot.questions.kinds.side_changes import MOVES
from bot.questions.working.earlier import last_change
from bot.questions.working.market import Market

MOST: Final = 8
"""Models named at once, those whose prices changed last."""


def latest_changes(
    market: Market, order: Order | None = None, period: tuple[date, date] | None = None
) -> Question | None:
    """By how much the prices that changed last differ from those before; ``None`` where no change is known.

    With a ``period`` those count alone that changed last within it.

    ``order`` is the cheapest for prices that fell alone, the dearest for those that rose. Where none went that way, all
    that changed are named, and the answer says so.
    """
    wanted = MOVES.get(order) if order is not None else None
    first, last = period or (date.min, date.max)
    changed = {model: known for model, known in _changed(market).items() if first <= known[0] <= last}
    moved = [model for model, (_, moves) in changed.items() if wanted in moves]
    models = sorted(moved or changed, key=lambda model: (changed[model][0], model), reverse=True)[:MOST]
    if not models:
        return None
    return Question(Kind.DISCOUNT, tuple(models), target=PERCENT, baseline=Baseline.BEFORE, order=order)


_Changes = dict[str, tuple[date, frozenset[object]]]


def _changed(market: Market) -> _Changes:
    """The day on which the price of each model changed last, and which ways; worked out once for a moment."""
    known = _kept(market.knowledge)
    key = market.day, market.clock, market.asked_day, market.wanted
    if key not in known:
        while len(known) >= _KEPT:
            del known[next(iter(known))]
        known[key] = _all_changed(market)
    return known[key]


_KEPT: Final = 8
"""Moments of which the changes are kept."""


@derived
def _kept(_: Knowledge) -> dict[Hashable, _Changes]:
    return {}


def _all_changed(market: Market) -> _Changes:
    found: _Changes = {}
    for model in market.curated_models():
        change = last_change(market, model) if market.status(model) is not ModelStatus.RETIRED else None
        if change is not None and change.day is not None:
            found[model] = change.day, frozenset(side.move for side in change.sides)
    return found
