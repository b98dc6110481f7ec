"""The models that most people mean where they name none: the newest of the vendors that are best known."""

from __future__ import annotations

from typing import Final

from bot.question import Kind, Question
from bot.questions.working.families import models_of, models_of_today
from bot.questions.working.market import Market
from bot.questions.working.standings import offer

_AT_HOME: Final = ("deepseek", "bytedance", "alibaba", "zhipu")
_ABROAD: Final = ("openai", "anthropic", "google", "deepseek")
"""Vendors by their ids: who counts in yuan asks mostly for those of China."""

WELL_KNOWN: Final = (
    "deepseek",
    "openai/gpt",
    "bytedance/doubao",
    "anthropic/claude-sonnet",
    "alibaba/qwen",
    "google/gemini",
    "moonshot/kimi",
    "zhipu/glm",
    "x-ai/grok",
    "minimax",
)
"""Families and vendors, at home and abroad in turns; what is not on record is left out."""


def best_known(market: Market) -> tuple[str, ...]:
    """The first of today's models of each of them that is sold; where none of them is known, those told of anyway."""
    found = []
    for vendor in _ABROAD if market.abroad else _AT_HOME:
        entry = market.entry(vendor)
        today = (models_of_today(market, entry) if entry is not None else ()) or models_of(market, vendor)
        found += [model for model in today if market.prices(model)][:1]
    return tuple(found) or offer(market).models


def at_a_glance(market: Market) -> Question | None:
    """What the first model of each well-known family costs; ``None`` where hardly any is on record."""
    models = tuple(dict.fromkeys(model for family in WELL_KNOWN for model in _first(market, family)))
    return Question(Kind.PRICE, models) if len(models) > 1 else None


def vendors(market: Market) -> tuple[str, ...]:
    """The vendors of these families, in the same order."""
    entries = (market.entry(family) for family in WELL_KNOWN)
    return tuple(dict.fromkeys(entry.vendor or entry.id for entry in entries if entry is not None))


def _first(market: Market, family: str) -> tuple[str, ...]:
    """The flagship of a family today, with its vendor's own price, whatever was once reported of it."""
    entry = market.entry(family)
    if entry is None:
        return ()
    models = models_of_today(market, entry) or (() if entry.headline else models_of(market, family))
    return tuple(model for model in models if market.listed(model))[:1]
