"""Prices, rates and names as of one day: the curated knowledge first, then the wider catalogue and exchange rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final, Protocol

from bot.knowledge.entries import CurrencyWord, Entry, EntryKind, Knowledge, Price, Rate, Source
from bot.quantities import ARITHMETIC

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

    def entry(self, id: str) -> Entry | None: ...  # noqa: A002 - the catalogue's name for it
    def vendor_models(self, vendor_id: str) -> tuple[str, ...]: ...
    def prices_on(self, id: str, day: date) -> tuple[Price, ...]: ...  # noqa: A002
    def source(self) -> Source | None: ...


@dataclass(frozen=True)
class Market:
    """What is known on ``day``. Ids that are nowhere known give empty results, never errors."""

    knowledge: Knowledge
    catalogue: WiderCatalogue
    exchange: Exchange
    day: date

    @property
    def currency_of_word(self) -> Mapping[str, str]:
        """ISO codes by the words that stand after a number, those for parts of the unit among them."""
        return _currency_of_word(self.knowledge.currency_words)

    def entry(self, id_: str) -> Entry | None:
        return self.knowledge.entries.get(id_) or self.catalogue.entry(id_)

    def prices(self, model: str) -> tuple[Price, ...]:
        """The prices of a model that hold on the day, at most one a side."""
        if model in self.knowledge.entries:
            return self.knowledge.prices_on(model, self.day)
        return self.catalogue.prices_on(model, self.day)

    def curated_models(self) -> tuple[str, ...]:
        """Curated models that ever had a price, references apart, in the order of the knowledge base."""
        return tuple(id_ for id_ in self.knowledge.prices if not self.knowledge.entries[id_].reference)

    def models_of(self, id_: str) -> tuple[str, ...]:
        """The models that a name stands for: itself, or the priced models of a product or vendor."""
        entry = self.entry(id_)
        if entry is None:
            return ()
        if entry.kind is EntryKind.MODEL:
            return (id_,)
        curated = tuple(model for model in self.curated_models() if self._belongs(model, id_))
        return curated or self.catalogue.vendor_models(id_)

    def _belongs(self, model: str, owner: str) -> bool:
        entry = self.knowledge.entries[model]
        if entry.vendor == owner:
            return True
        parent = entry.parent
        while parent is not None:
            if parent == owner:
                return True
            held_by = self.knowledge.entries.get(parent)
            parent = held_by.parent if held_by else None
        return False

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


@lru_cache(maxsize=4)
def _currency_of_word(words: tuple[CurrencyWord, ...]) -> Mapping[str, str]:
    return {word.text: word.currency for word in words if word.after}


def quoted(price: Price, per: Decimal) -> Decimal:
    """The price of ``per`` tokens, in the price's own currency."""
    return ARITHMETIC.divide(ARITHMETIC.multiply(price.amount, per), price.per)
