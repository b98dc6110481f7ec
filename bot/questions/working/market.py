"""Prices, rates and names as of one day: the curated knowledge first, then the wider catalogue and exchange rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Protocol

from bot.knowledge.derived import derived
from bot.knowledge.entries import CurrencyWord, Entry, EntryKind, Knowledge, Price, Rate, Source
from bot.quantities import ARITHMETIC
from bot.questions.working.standings import offer

_NOT_WRITING: Final = (
    "embed",
    "rerank",
    "bge-",
    "guard",
    "moderation",
    "tts",
    "whisper",
    "transcribe",
    "image",
    "audio",
)
"""Parts of the names of models for other ends than writing, which nobody means by "the cheapest model"."""

INDUSTRY: Final = "industry/2024-level"
"""The reference level that 行业 / "the industry" means."""


class Conversion(Protocol):
    """An amount in another currency, at the rate of a day."""

    @property
    def amount(self) -> Decimal: ...
    @property
    def rate(self) -> Decimal: ...
    @property
    def day(self) -> date: ...


class Exchange(Protocol):
    """Exchange rates."""

    def convert(self, amount: Decimal, source: str, target: str, day: date) -> Conversion | None: ...
    def source(self) -> Source | None: ...


class WiderCatalogue(Protocol):
    """Models and prices that nobody curated here."""

    def entry(self, id_: str) -> Entry | None: ...
    def vendor_models(self, vendor_id: str) -> tuple[str, ...]: ...
    def models(self) -> tuple[str, ...]: ...
    def prices(self, id_: str) -> tuple[Price, ...]: ...
    def prices_on(self, id_: str, day: date) -> tuple[Price, ...]: ...
    def source(self) -> Source | None: ...


@dataclass(frozen=True)
class Market:
    """What is known on ``day``. Ids that are nowhere known give empty results, never errors."""

    knowledge: Knowledge
    catalogue: WiderCatalogue
    exchange: Exchange
    day: date

    @property
    def money_words(self) -> Mapping[str, CurrencyWord]:
        """The words for money that stand after a number, those for parts of a unit among them."""
        return _money_words(self.knowledge)

    def entry(self, id_: str) -> Entry | None:
        return self.knowledge.entries.get(id_) or self.catalogue.entry(id_)

    def prices(self, model: str) -> tuple[Price, ...]:
        """The prices of a model that hold on the day, at most one a side."""
        if model in self.knowledge.entries:
            return self.knowledge.prices_on(model, self.day)
        return self.catalogue.prices_on(model, self.day)

    def dated(self, model: str) -> tuple[Price, ...]:
        """All prices of a model on record, those to come as well, oldest first."""
        if model in self.knowledge.entries:
            return self.knowledge.prices.get(model, ())
        return self.catalogue.prices(model)

    def first_price(self, model: str) -> Price | None:
        """The first price of a model that is known."""
        return min(self.dated(model), key=lambda price: price.since, default=None)

    def is_undated(self, price: Price) -> bool:
        """Whether a model's first price is only known to hold on a day, not from when: that of a catalogue."""
        if price.model in self.knowledge.entries:
            return False
        source = self.source(price.source)
        return price.since == price.until or (source is not None and price.since == source.date)

    def curated_models(self) -> tuple[str, ...]:
        """Curated models that ever had a price, references apart, in the order of the knowledge base."""
        return _curated_models(self.knowledge)

    def offered(self) -> tuple[tuple[str, ...], int]:
        """The models to name where none is known by the name that was said, and how many others there are."""
        return offer(self)

    def wider_models(self) -> tuple[str, ...]:
        """Models that only the wider catalogue has, those apart that write no text."""
        return tuple(filter(self.writes, self.catalogue.models()))

    @staticmethod
    def writes(model: str) -> bool:
        """Whether a model of the wider catalogue writes text, rather than embedding, ranking or speaking it."""
        return not any(word in model for word in _NOT_WRITING)

    def models_of(self, id_: str) -> tuple[str, ...]:
        """The models that a name stands for: itself, or the priced models of a product or vendor."""
        entry = self.entry(id_)
        if entry is None:
            return ()
        if entry.kind is EntryKind.MODEL:
            return (id_,)
        return _models_by_owner(self.knowledge).get(id_) or self.catalogue.vendor_models(id_)

    def own_rates(self, model: str, unit: str) -> tuple[Rate, ...]:
        """What the model's vendor publishes of characters or words a token."""
        entry = self.entry(model)
        vendor = entry.vendor if entry else None
        return tuple(rate for rate in self.knowledge.rates.get(vendor or "", ()) if rate.unit == unit)

    def all_rates(self, unit: str) -> tuple[Rate, ...]:
        return tuple(rate for rates in self.knowledge.rates.values() for rate in rates if rate.unit == unit)

    def source(self, id_: str) -> Source | None:
        """A source of the knowledge base, of the catalogue or of the exchange rates."""
        if id_ in self.knowledge.sources:
            return self.knowledge.sources[id_]
        for other in (self.catalogue.source(), self.exchange.source()):
            if other is not None and other.id == id_:
                return other
        return None


@derived
def _money_words(knowledge: Knowledge) -> Mapping[str, CurrencyWord]:
    return {word.text: word for word in knowledge.currency_words if word.after}


@derived
def _curated_models(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(id_ for id_ in knowledge.prices if not knowledge.entries[id_].reference)


@derived
def _models_by_owner(knowledge: Knowledge) -> Mapping[str, tuple[str, ...]]:
    """The curated models of each vendor and product."""
    models: dict[str, list[str]] = {}
    for model in _curated_models(knowledge):
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


def quoted(price: Price, per: Decimal) -> Decimal:
    """The price of ``per`` tokens, in the price's own currency."""
    return ARITHMETIC.divide(ARITHMETIC.multiply(price.amount, per), price.per)
