"""The models that a name stands for: itself, or those of a product or vendor."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.knowledge.entries import Entry, EntryKind
from bot.knowledge.model_entries import ModelStatus
from bot.questions.working.curated import models_by_owner
from bot.questions.working.market import Market


def models_of(market: Market, id_: str) -> tuple[str, ...]:
    """The models that a name stands for: itself, or those of a product or vendor.

    These are the one whose reported price answers for the name, or else those that it stands for today, or else all
    that are current.
    """
    known = market.known(id_).meant
    if id_ not in known:
        known[id_] = _models_of(market, id_)
    return known[id_]


def _models_of(market: Market, id_: str) -> tuple[str, ...]:
    entry = market.entry(id_)
    if entry is None:
        return ()
    if entry.kind is EntryKind.MODEL:
        return (id_,)
    if entry.headline:
        return (entry.headline,)
    return models_of_today(market, entry) or _known(market, id_)


def models_of_today(market: Market, entry: Entry) -> tuple[str, ...]:
    """The models that the name of a product or vendor stands for on the day, whatever was reported, the flagship first."""
    return tuple(model for model in entry.today if _is_out(market, model))


class Told(NamedTuple):
    """What a family of which a price was reported stands for: the model ``reported``, and those of ``today``."""

    reported: str
    today: tuple[str, ...]


def told_of(market: Market, id_: str) -> Told:
    """What a name stands for then and now; nothing on either side where no price was reported, or no model is of today."""
    entry = market.entry(id_)
    today = models_of_today(market, entry) if entry is not None and entry.headline else ()
    return Told(entry.headline, today) if entry is not None and entry.headline and today else _UNTOLD


def today_of(market: Market, reported: str) -> tuple[str, ...]:
    """The models of today of the family that a reported one stands for; none where it stands for no family."""
    families = (entry for entry in market.knowledge.entries.values() if entry.headline == reported)
    return next(filter(None, (models_of_today(market, family) for family in families)), ())


_UNTOLD: Final = Told("", ())


def _is_out(market: Market, model: str) -> bool:
    """Whether a model had been released by the day."""
    known = market.knowledge.models.get(model)
    released = known.life.released if known is not None else None
    return released is None or released.first <= market.day_at(model)


def _known(market: Market, owner: str) -> tuple[str, ...]:
    """The models of a vendor or product whose prices are reported, or else are current, or else all of them."""
    owned = models_under(market, owner)
    told = tuple(model for model in owned if model in market.knowledge.reports and market.reported(model))
    return told or tuple(model for model in owned if market.status(model) is ModelStatus.CURRENT) or owned


def models_under(market: Market, owner: str) -> tuple[str, ...]:
    """All models of a vendor or product that have or had a price, current or not."""
    return models_by_owner(market.knowledge).get(owner) or market.catalogue.vendor_models(owner)
