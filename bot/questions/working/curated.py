"""What is worked out once of a knowledge base: its models by owner and seller, the words for money."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from bot.knowledge.derived import derived, derived_with
from bot.knowledge.entries import CurrencyWord, Entry, Knowledge
from bot.lazy import Worked
from bot.questions.working.beside import WiderCatalogue


@derived_with
def entries(knowledge: Knowledge, catalogue: WiderCatalogue) -> Mapping[str, Entry | None]:
    """Entries by their ids, the curated ones before those of the wider catalogue."""
    return Worked(lambda id_: knowledge.entries.get(id_) or catalogue.entry(id_))


@derived
def money_words(knowledge: Knowledge) -> Mapping[str, CurrencyWord]:
    return {word.text: word for word in knowledge.currency_words if word.after}


@derived
def priced_models(knowledge: Knowledge) -> tuple[str, ...]:
    return knowledge.priced_models()


@derived
def on_sale_at(_: Knowledge) -> dict[Hashable, tuple[str, ...]]:
    """The models on sale at the moments that were asked for last."""
    return {}


@derived
def own_chat_models(knowledge: Knowledge) -> tuple[str, ...]:
    resellers = {vendor.id for vendor in knowledge.vendors.values() if vendor.reseller}
    others = {model.id for model in knowledge.models.values() if model.kind != "chat"}
    return tuple(
        id_ for id_ in knowledge.priced_models() if id_ not in others and id_.partition("/")[0] not in resellers
    )


@derived
def resold(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The ids under which others sell a vendor's model."""
    found: dict[str, list[str]] = {}
    for model in knowledge.models.values():
        if model.of is not None:
            found.setdefault(model.of, []).append(model.id)
    return {model: tuple(ids) for model, ids in found.items()}


@derived
def models_by_owner(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The curated models of each vendor and product."""
    models: dict[str, list[str]] = {}
    for model in priced_models(knowledge):
        for owner in _owners(knowledge, model):
            models.setdefault(owner, []).append(model)
    return {owner: tuple(owned) for owner, owned in models.items()}


def _owners(knowledge: Knowledge, model: str) -> frozenset[str]:
    """The vendor of a model, and all that it is a part of."""
    entry = knowledge.entries[model]
    owners = {entry.vendor} if entry.vendor else set()
    parent = entry.parent
    while parent is not None and parent not in owners:
        owners.add(parent)
        held_by = knowledge.entries.get(parent)
        parent = held_by.parent if held_by else None
    return frozenset(owners)
