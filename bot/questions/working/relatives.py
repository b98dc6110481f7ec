"""The models that are nearest to one that nobody here knows by its version."""

from __future__ import annotations

from typing import Final

from bot.knowledge.entries import EntryKind
from bot.knowledge.model_entries import ModelStatus
from bot.questions.working.families import models_of, models_under
from bot.questions.working.market import Market
from bot.questions.working.traits import numbers_in

_MOST: Final = 4


def relatives(market: Market, id_: str, written: str) -> tuple[str, ...]:
    """Models of the same name on sale: those of the number that is written first, then those that it stands for."""
    entry = market.entry(id_)
    if entry is None:
        return ()
    owner = (entry.parent or entry.vendor or id_) if entry.kind is EntryKind.MODEL else id_
    number = next(iter(numbers_in(written)), None)
    alike = (
        model
        for model in models_under(market, owner)
        if number is not None and market.status(model) is ModelStatus.CURRENT and market.prices(model)
        if (other := market.entry(model)) is not None and number in numbers_in(other.name.en)
    )
    known = (model for model in entry.today or models_of(market, id_) if market.prices(model))
    return tuple(dict.fromkeys((*alike, *known)))[:_MOST]
