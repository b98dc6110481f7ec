"""The models that most people mean where they name none: the newest of the vendors that are best known."""

from __future__ import annotations

from typing import Final

from bot.questions.working.families import models_of, models_of_today
from bot.questions.working.market import Market
from bot.questions.working.standings import offer

_AT_HOME: Final = ("deepseek", "bytedance", "alibaba", "zhipu")
_ABROAD: Final = ("openai", "anthropic", "google", "deepseek")
"""Vendors by their ids: who counts in yuan asks mostly for those of China."""


def best_known(market: Market) -> tuple[str, ...]:
    """The first of today's models of each of them that is sold; where none of them is known, those told of anyway."""
    found = []
    for vendor in _ABROAD if market.abroad else _AT_HOME:
        entry = market.entry(vendor)
        today = (models_of_today(market, entry) if entry is not None else ()) or models_of(market, vendor)
        found += [model for model in today if market.prices(model)][:1]
    return tuple(found) or offer(market).models
