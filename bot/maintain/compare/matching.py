"""Which prices of another list are those of a curated model, and how the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.catalogue_join import curated_models
from bot.knowledge.catalogue_sellers import owner_of_list
from bot.knowledge.entries import EntryKind, Knowledge, NameKind
from bot.knowledge.price_entries import MAIN_SIDES, Side
from bot.maintain.compare.lists import PriceList
from bot.maintain.lanes import Lane, Lanes, Paid, lanes_on, paid_now
from bot.quantities import ZERO
from bot.text import normal_form


class Outcome(StrEnum):
    """How a price here compares with the one there."""

    SAME = "same"
    DIFFERENT = "different"
    OTHER_CURRENCY = "other currency"
    ONLY_HERE = "only here"
    ONLY_THERE = "only there"


@dataclass(frozen=True, slots=True)
class Compared:
    """A price of a curated model beside that of the other list, which calls the model ``listed_as``."""

    model: str
    listed_as: str
    lane: Lane
    here: Paid | None
    there: Paid | None

    @property
    def outcome(self) -> Outcome:
        if self.here is None or self.there is None:
            return Outcome.ONLY_THERE if self.here is None else Outcome.ONLY_HERE
        if self.here.currency != self.there.currency:
            # Free is free in any currency.
            both_free = self.here.amount == self.there.amount == ZERO
            return Outcome.SAME if both_free else Outcome.OTHER_CURRENCY
        return Outcome.SAME if self.here.amount == self.there.amount else Outcome.DIFFERENT


@dataclass(frozen=True, slots=True)
class Findings:
    """What comparing with one list brought; ``label`` names the list."""

    label: str
    compared: tuple[Compared, ...]
    missing_here: tuple[str, ...]
    """What the list calls the models of curated sellers that are not here."""
    missing_there: tuple[str, ...]
    """Curated models on sale, of the sellers that the list has, that it does not have."""
    unpriced_here: tuple[tuple[str, str], ...] = ()
    """Curated models that have no price here on the day, and what the list, which has one, calls them."""
    complaints: tuple[str, ...] = ()
    """Rows that could not be read."""
    beside: int = 0
    """Models in the list of sellers that nobody curates here."""


class Offered(NamedTuple):
    """A model in another list: ``seller`` is a curated vendor, ``model`` the curated model, where either is known."""

    listed_as: str
    seller: str | None
    model: str | None
    lanes: Lanes


def compare(
    label: str, offered: Iterable[Offered], knowledge: Knowledge, day: date, complaints: Sequence[str]
) -> Findings:
    """Compare what another list offers with the curated prices of a day."""
    here: dict[str, dict[Lane, Paid]] = {}
    for lane, paid in paid_now(knowledge, day).items():
        if not lane.reported and lane.model in knowledge.models and paid.held:
            here.setdefault(lane.model, {})[lane] = paid
    every = list(offered)
    compared = [one for each in every if each.model is not None for one in _beside(each, here.get(each.model, {}))]
    sellers = {each.seller for each in every if each.seller is not None}
    matched = {each.model for each in every}
    own = (model for model, lanes in here.items() if not all(paid.served_by for paid in lanes.values()))
    absent = (model for model in own if model.partition("/")[0] in sellers and model not in matched)
    unpriced = ((each.model, each.listed_as) for each in every if each.model is not None and each.model not in here)
    return Findings(
        label=label,
        compared=tuple(sorted(compared, key=lambda one: (one.model, one.listed_as, one.lane.order))),
        missing_here=tuple(sorted(each.listed_as for each in every if each.model is None and each.seller is not None)),
        missing_there=tuple(sorted(absent)),
        unpriced_here=tuple(sorted(unpriced)),
        complaints=tuple(complaints),
        beside=sum(each.seller is None for each in every),
    )


def _beside(offered: Offered, here: Mapping[Lane, Paid]) -> Iterator[Compared]:
    """Every price that either side has; of several lists here, that in the other's currency."""
    if not here or offered.model is None:
        return
    mine: dict[object, list[tuple[Lane, Paid]]] = {}
    for lane, paid in here.items():
        mine.setdefault(_key(lane), []).append((lane, paid))
    for lane, there in offered.lanes.items():
        candidates = sorted(mine.pop(_key(lane), []), key=lambda pair: pair[1].currency != there.currency)
        if candidates:
            yield Compared(offered.model, offered.listed_as, *candidates[0], there)
        else:
            yield Compared(offered.model, offered.listed_as, lane, None, there)
    for (lane, paid), *_ in mine.values():
        yield Compared(offered.model, offered.listed_as, lane, paid, None)


def _key(lane: Lane) -> object:
    """What prices share that are for the same calls, whatever the list: tiers are told apart by where they begin."""
    conditions = lane.conditions
    starts = (
        tokens.start if tokens is not None else ZERO for tokens in (conditions.input_tokens, conditions.output_tokens)
    )
    return (lane.side, lane.unit, conditions.mode, conditions.window, conditions.cache_life, *starts)


# --- the wider catalogue ----------------------------------------------------------------------------------------------


def of_catalogue(catalogue: Catalogue, knowledge: Knowledge, day: date) -> Iterator[Offered]:
    """What the sellers that are curated here sell by the catalogue, each by its own list."""
    curated = curated_models(knowledge, catalogue)
    sellers = _curated_sellers(knowledge)
    for id_ in sorted(catalogue.book.prices):
        seller = owner_of_list(id_.partition("/")[0])
        if ":" in id_ or seller not in sellers:
            continue
        model = id_ if id_ in knowledge.models else curated.get(id_)
        if model is not None and model.partition("/")[0] != seller:
            model = _resold(knowledge, model, seller)
        lanes = lanes_on(catalogue.book, id_, day)
        if lanes:
            yield Offered(id_, seller, model, lanes)


def _curated_sellers(knowledge: Knowledge) -> set[str]:
    return {model.partition("/")[0] for model in knowledge.prices}


def _resold(knowledge: Knowledge, model: str, seller: str) -> str | None:
    """The model of one vendor as another sells it."""
    sold = (known.id for known in knowledge.models.values() if known.of == model)
    return next((id_ for id_ in sold if id_.partition("/")[0] == seller), None)


# --- price lists ------------------------------------------------------------------------------------------------------


def of_list(found: PriceList, knowledge: Knowledge) -> Iterator[Offered]:
    """What a price list offers; models and sellers are known by any of their names."""
    names = {name.text: name.id for name in knowledge.names if name.kind is NameKind.ENTRY}
    sellers = _curated_sellers(knowledge)
    for row in found.rows:
        model = _named(row.model, names, knowledge)
        named = None if row.seller is None else names.get(normal_form(row.seller), normal_form(row.seller))
        seller = named if row.seller is not None else model and model.partition("/")[0]
        if model is not None and seller is not None and model.partition("/")[0] != seller:
            model = _resold(knowledge, model, seller)
        lanes = {}
        for charged, price in row.prices.items():
            paid = Paid(price.amount, price.currency)
            for side in _sides(charged.side):
                lanes[Lane(model or row.model, side, "token", charged.conditions)] = paid
        yield Offered(row.model, seller if seller in sellers else None, model, lanes)


def _sides(side: Side | None) -> Sequence[Side]:
    return MAIN_SIDES if side is None else (side,)


def _named(text: str, names: Mapping[str, str], knowledge: Knowledge) -> str | None:
    """The curated model that a list means: by its id, or a name, with the seller before it or without."""
    plain = normal_form(text).strip()
    for candidate in (plain, plain.rpartition("/")[2]):
        id_ = candidate if candidate in knowledge.models else names.get(candidate)
        if id_ is not None and knowledge.entries[id_].kind is EntryKind.MODEL:
            return id_
    return None
