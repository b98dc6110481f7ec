"""Who sells a model: its vendor and others, curated or in the wider catalogue."""

from __future__ import annotations

from bot.knowledge.catalogue_join import curated_models, joined, whole_names
from bot.knowledge.catalogue_sellers import owner_of_list
from bot.knowledge.entries import EntryKind
from bot.questions.working.curated import resold
from bot.questions.working.market import Market


def sellers_of(market: Market, model: str) -> tuple[str, ...]:
    """The ids under which a model is sold: its vendor's own, then those of resellers, one for each of these.

    What its vendor sells under another name of its own counts only where it is another price than the own list's.
    """
    listed = (model, *_listed_as(market, model)) if model in market.knowledge.models else (model,)
    others = [id_ for there in listed for id_ in (there, *market.catalogue.offers(there))]
    found: dict[str, str] = {}
    for id_ in (model, *resold(market.knowledge).get(model, ()), *others):
        seller = owner_of_list(id_.partition("/")[0])
        if ":" not in id_ and seller not in found:
            found[seller] = id_
    return tuple(found.values())


def _listed_as(market: Market, model: str) -> tuple[str, ...]:
    """What a curated model is in the wider catalogue."""
    curated = curated_models(market.knowledge, market.catalogue)
    return tuple(id_ for id_, same in curated.items() if same == model)


def sold_by(market: Market, seller: str, model: str) -> str | None:
    """The id under which a seller sells a model."""
    if owner_of_list(seller) == model.partition("/")[0]:
        return model
    listed = (model, *_listed_as(market, model))
    offered = [id_ for there in listed for id_ in (*sellers_of(market, there), *market.catalogue.offers(there))]
    found = next((id_ for id_ in offered if id_.startswith(f"{seller}/") and ":" not in id_), None)
    names = whole_names(market.knowledge, model) | {joined(model.partition("/")[2])}
    sold = (id_ for id_ in market.catalogue.sold_by(seller) if joined(id_.partition("/")[2]) in names)
    return found or next(sold, None)


def own_of(market: Market, sold: str) -> str:
    """The model of its vendor's own list that a reseller's is; the same where it is no reseller's."""
    return next((model for model, others in resold(market.knowledge).items() if sold in others), sold)


def is_reseller(market: Market, id_: str) -> bool:
    """Whether a vendor sells what others made."""
    known = market.knowledge.vendors.get(id_)
    if known is not None:
        return known.reseller
    if id_ in market.knowledge.entries:
        return False
    entry = market.catalogue.entry(id_)
    if entry is None or entry.kind is not EntryKind.VENDOR:
        return False
    made = (market.catalogue.entry(model) for model in market.catalogue.vendor_models(id_))
    return any(model is not None and model.vendor != id_ for model in made)


def sells_others(market: Market, id_: str) -> bool:
    """Whether a vendor's list in the wider catalogue holds what others made."""
    made = (market.catalogue.entry(model) for model in market.catalogue.sold_by(id_))
    return any(model is not None and model.vendor != id_ for model in made)
