"""Slots of money of which each is for a model of its own, and work that is the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from bot.language.basics.entities import EntityKind
from bot.quantities import Money, Quantity
from bot.question import Load
from bot.questions.phrases.subjects import NOWHERE
from bot.questions.working.families import models_of

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def own_sums(slots: Slots) -> tuple[list[tuple[str, Money]], frozenset[int]] | None:
    """Each model's own sum of money, and the places of the sums; ``None`` unless every model clearly has one."""
    if len(slots.named) < 2 or not slots.money:
        return None
    owners = [(place, models[0]) for place, models in named_models(slots) if len(models) == 1]
    sums = [
        (place, Money(amount.value, amount.unit or slots.currency))
        for place, amount in slots.reading.counted[EntityKind.MONEY]
        if place not in slots.priced_places
    ]
    if len(owners) != len(slots.named) or not take_turns(owners, sums):
        return None
    pairs = [(model, money) for (_, model), (_, money) in zip(owners, sums, strict=True)]
    return pairs, frozenset(place for place, _ in sums)


def alike(loads: Sequence[Load]) -> list[Load] | None:
    """The loads as the same for every model; ``None`` where models have different ones of their own."""
    plain = list(dict.fromkeys(load._replace(subject=None) for load in loads))
    return None if len(plain) > 1 and any(load.subject for load in loads) else plain


def named_models(slots: Slots) -> list[tuple[int, tuple[str, ...]]]:
    return [(place, models_of(slots.market, id_)) for place, id_ in slots.named if place != NOWHERE]


def take_turns(owners: Sequence[tuple[int, str]], amounts: Sequence[tuple[int, Quantity | Money]]) -> bool:
    if len(owners) != len(amounts):
        return False
    turns = sorted([(place, True) for place, _ in owners] + [(place, False) for place, _ in amounts])
    return all(one != other for (_, one), (_, other) in pairwise(turns))
