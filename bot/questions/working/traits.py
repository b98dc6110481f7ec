"""Which models have what a ranking asks for."""

from __future__ import annotations

import re
from typing import Final

from bot.knowledge.catalogue_vendors import COUNTRIES
from bot.knowledge.entries import EntryKind
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Side
from bot.question import Trait
from bot.questions.working.families import models_under
from bot.questions.working.market import Market

_NUMBER: Final = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_PART: Final = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*")
_PICTURE: Final = "image"


def numbers_in(name: str) -> list[str]:
    """The numbers in a name, in its order: 2.1 of Doubao Seed 2.1 Pro."""
    return _NUMBER.findall(name)


def parts_of(name: str, *, whole: bool = False) -> set[str]:
    """The words and numbers in a name; with ``whole`` numbers before their dots as well."""
    parts = _PART.findall(name)
    return {*parts, *(part.partition(".")[0] for part in parts if whole)}


def has_trait(market: Market, model: str, trait: Trait) -> bool:
    """Whether a model is known to have a trait."""
    if trait in AT_HOME:
        return _is_from(market, model, trait)
    known = market.knowledge.models.get(model)
    if known is None:
        return False
    return known.open_weights if trait is Trait.OPEN_WEIGHTS else _PICTURE in known.inputs


AT_HOME: Final = frozenset({Trait.CHINESE, Trait.AMERICAN, Trait.ABROAD})
"""Traits that say where the maker of a model is at home."""


def are_known(traits: tuple[Trait, ...]) -> bool:
    """Whether it can be told which models have all the traits: of those from abroad only where they are from."""
    homes = AT_HOME.intersection(traits)
    return len(homes) <= 1 and (homes <= {Trait.CHINESE} or len(traits) == 1)


def _is_from(market: Market, model: str, trait: Trait) -> bool:
    entry = market.entry(model)
    vendor = (entry.vendor if entry is not None else None) or ""
    known = market.knowledge.vendors.get(vendor)
    country = (known.country if known is not None else None) or COUNTRIES.get(vendor)
    if trait is Trait.ABROAD:
        return country not in (None, _CHINA)
    return country == (_CHINA if trait is Trait.CHINESE else _AMERICA)


_CHINA: Final = "CN"
_AMERICA: Final = "US"


def sold_abroad(market: Market) -> tuple[str, ...]:
    """The models of the wider catalogue that are current at the lists of their own makers, and put something out."""
    own = (model for model in market.wider_models() if _is_own(market, model))
    current = (model for model in own if market.status(model) is ModelStatus.CURRENT)
    return tuple(model for model in current if any(price.side == Side.OUTPUT for price in market.prices(model)))


def _is_own(market: Market, model: str) -> bool:
    entry = market.entry(model)
    return entry is not None and entry.vendor == model.partition("/")[0]


def current_under(market: Market, owner: str) -> tuple[str, ...]:
    """The models of a vendor or product that are sold and not superseded."""
    entry = market.entry(owner)
    if entry is None or entry.kind is EntryKind.MODEL:
        return ()
    models = models_under(market, owner)
    return tuple(model for model in models if market.status(model) is ModelStatus.CURRENT and market.prices(model))


def versions_of(market: Market, model: str) -> tuple[str, ...]:
    """The current models that share the number in the name of one: 2.1 Pro, Turbo and Lite of Doubao Seed 2.1 Pro."""
    entry = market.entry(model)
    if entry is None or entry.kind is not EntryKind.MODEL:
        return ()
    numbers = set(numbers_in(entry.name.en))
    others = current_under(market, entry.parent or entry.vendor or "")
    named = ((other, market.entry(other)) for other in others)
    return tuple(other for other, its in named if its is not None and numbers & set(numbers_in(its.name.en)))


def newest_after(market: Market, model: str) -> str | None:
    """The current model that has taken the place of one that is still sold, or of those between; ``None`` where none has."""
    seen = {model}
    found = model
    while (life := market.life(found)) is not None and life.superseded_by and life.superseded_by not in seen:
        found = life.superseded_by
        seen.add(found)
    superseded = market.status(model) is ModelStatus.SUPERSEDED
    return found if superseded and found != model and market.status(found) is ModelStatus.CURRENT else None


def successors_of(market: Market, model: str) -> dict[str, str]:
    """What came after a model, the nearest first, each with the one whose place it took; behind what ended, too, what came after that."""
    found: dict[str, str] = {}
    ended = [model]
    for one in ended:
        life = market.life(one)
        for successor in life.successors if life is not None else ():
            if successor in found or successor == model:
                continue
            found[successor] = one
            if market.status(successor) is ModelStatus.RETIRED:
                ended.append(successor)
    return found
