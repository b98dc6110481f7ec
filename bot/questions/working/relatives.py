"""The models that are nearest to one that nobody here knows by its version."""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.entries import EntryKind
from bot.knowledge.model_entries import ModelStatus
from bot.questions.working.families import models_of, models_under
from bot.questions.working.market import Market

_MOST: Final = 4
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*")


def relatives(market: Market, id_: str, written: str) -> tuple[str, ...]:
    """Models of the same name on sale: those of the number that is written first, then those that it stands for."""
    entry = market.entry(id_)
    if entry is None:
        return ()
    owner = (entry.parent or entry.vendor or id_) if entry.kind is EntryKind.MODEL else id_
    number = _NUMBER.search(written)
    alike = (
        model
        for model in models_under(market, owner)
        if number is not None and market.status(model) is ModelStatus.CURRENT and market.prices(model)
        if (other := market.entry(model)) is not None and number[0] in _NUMBER.findall(other.name.en)
    )
    known = (model for model in entry.today or models_of(market, id_) if market.prices(model))
    return tuple(dict.fromkeys((*alike, *known)))[:_MOST]
