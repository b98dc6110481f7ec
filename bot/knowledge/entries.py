"""The knowledge base as the rest of the program sees it: immutable entries, found by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from bot.knowledge.model_entries import Life, Model, Plan, Vendor
from bot.knowledge.price_entries import Price, Side
from bot.quantities import Range
from bot.text import Language

Day = date
"""The type of days, for classes that have a field named ``date``."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in Chinese and English; Traditional Chinese is derived where it is not given."""

    zh: str
    en: str
    zh_hant: str | None = None

    def within(self, language: Language) -> str:
        """The words in a language: Simplified for Traditional Chinese where no words are given for that."""
        if language is Language.EN:
            return self.en
        return self.zh_hant or self.zh if language is Language.ZH_HANT else self.zh


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure comes from; ``date`` is ``None`` where the day of publication is not known.

    ``rough`` is the month or year, 2026-10 or 2026, where that is all that is known.
    """

    id: str
    publisher: Wording
    title: str
    date: Day | None
    url: str | None = None
    rough: str | None = None


@dataclass(frozen=True, slots=True)
class Rate:
    """How many characters or words one token stands for, as a vendor publishes it.

    ``per_token`` has an open upper end where the source says "more than". ``nominal`` is the figure named.
    """

    vendor: str
    unit: str
    per_token: Range
    nominal: Decimal
    source: str
    fact: str | None = None


class EntryKind(StrEnum):
    VENDOR = "vendor"
    PRODUCT = "product"
    MODEL = "model"
    SUBJECT = "subject"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Entry:
    """Anything with a name that prices or facts speak of: a vendor, a product line, a model, another subject.

    ``parent`` is the product or vendor that it belongs to. ``reference`` marks a level that is no model
    (the industry's price). ``curated`` is false for entries of the wider catalogue. The bare name of a vendor or product
    line stands for the models ``today``, the flagship first, and before them for the reported price of ``headline``.
    """

    id: str
    kind: EntryKind
    name: Wording
    vendor: str | None = None
    parent: str | None = None
    reference: bool = False
    curated: bool = True
    note: Wording | None = None
    headline: str | None = None
    today: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a fact: ``value`` with its unit, and the day where it is a date.

    ``per`` is the number of tokens that a price is for.
    """

    unit: str
    value: Range | None = None
    day: date | None = None
    per: Decimal | None = None


class Against(StrEnum):
    """What a published change of a price is measured against."""

    BEFORE = "before"
    INDUSTRY = "industry"


@dataclass(frozen=True, slots=True)
class PublishedChange:
    """By how many percent a price is lower (``rises``: higher) than another, as a source states it.

    ``side`` is ``None`` where input and output changed alike. ``up_to`` marks a figure that the source calls a bound.
    ``since`` is the day from which it holds, where the source says so.
    """

    percent: Decimal
    against: Against
    side: Side | None = None
    up_to: bool = False
    rises: bool = False
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of an article, in our words, and the ways people ask for it.

    ``keywords`` are groups of words (normal form): a question is about this fact where it has a word of each group;
    without them it is found by what it says and is asked with.
    ``change`` is what it states of a price, ``claim`` marks what a vendor says of itself. ``caveat`` says what does not add up. ``day`` is when it happened, where that is known to the day; ``weak`` marks what is mentioned in one place only. ``related`` are facts to be named
    with it.
    """

    id: str
    subjects: tuple[str, ...]
    statement: Wording
    source: str
    figures: tuple[Figure, ...] = ()
    change: PublishedChange | None = None
    claim: bool = False
    speaker: Wording | None = None
    caveat: Wording | None = None
    related: tuple[str, ...] = ()
    day: date | None = None
    weak: bool = False
    keywords: tuple[frozenset[str], ...] = ()
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A known work and its length, in ``unit`` (``character`` or ``word``); ``about`` where that is a round figure."""

    id: str
    name: Wording
    length: Range
    unit: str
    source: str
    about: bool = False
    note: Wording | None = None


class NameKind(StrEnum):
    ENTRY = "entry"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Name:
    """A name or alias in normal form, and the entry or work that it leads to.

    ``weak`` names are everyday words as well (豆包, 小钢炮): overheard, they alone do not show that a message is
    about models.
    """

    text: str
    kind: NameKind
    id: str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class CurrencyWord:
    """A word or symbol for money in normal form: ``factor`` of ``currency`` (角: 0.1 CNY; 刀: 1 USD).

    ``symbol`` words stand before the number (``¥``, ``rmb``), the others after it; many stand on both sides.
    ``generic`` words name no country; ``capitals`` marks codes that are words of everyday use as well, or of currencies
    that are no more, and so count in capitals only.
    """

    text: str
    currency: str
    factor: Decimal
    before: bool
    after: bool
    generic: bool
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word for a unit in normal form: ``factor`` of ``unit`` (月: 30 day)."""

    text: str
    unit: str
    factor: Decimal


def no_id(_text: str) -> str | None:
    """Finds no model by an id, where a catalogue has names only."""
    return None


@dataclass(frozen=True, slots=True)
class CatalogueContents:
    """All that a catalogue of prices holds; entries are models, lines of models, and who makes or sells them.

    ``members`` are the ids of the models of each vendor, seller and line, those on sale first, newest version first.
    """

    source: Source | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    prices: Mapping[str, tuple[Price, ...]] = field(default_factory=dict)
    models: Mapping[str, Model] = field(default_factory=dict)
    vendors: Mapping[str, Vendor] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    names: tuple[Name, ...] = ()
    offers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By model, the ids under which others, or its vendor in another way, sell it."""
    sold: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By seller, the ids of all that it sells."""
    further: frozenset[str] = frozenset()
    """Ids with prices that stand for no model of their own: further offers, and what is no model by itself."""
    find: Callable[[str], str | None] = no_id
    """The model that an id as sellers document them means, in normal form."""


@dataclass(frozen=True, slots=True)
class RateTable:
    """Exchange rates by day: the units of each currency (ISO 4217 code) that one unit of ``base`` buys."""

    base: str
    rates: Mapping[date, Mapping[str, Decimal]]
    source: Source


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that answers rest on, loaded and checked as a whole; never changed once built."""

    version: str
    """A short digest of the YAML: another one after every change."""
    sources: Mapping[str, Source]
    entries: Mapping[str, Entry]
    prices: Mapping[str, tuple[Price, ...]]
    """By model id, oldest first: what each seller's own lists say."""
    rates: Mapping[str, tuple[Rate, ...]]
    """By vendor id."""
    facts: Mapping[str, Fact]
    works: Mapping[str, Work]
    names: tuple[Name, ...]
    currency_words: tuple[CurrencyWord, ...]
    unit_words: tuple[UnitWord, ...]
    lookalikes: frozenset[str] = frozenset()
    """Words in normal form that hold a name and mean something else (文心雕龙, 豆包馅): there the name is not read."""
    catalogue: CatalogueContents | None = None
    """The catalogue that the folder brings, to serve instead of the installed one."""
    exchange: RateTable | None = None
    """The exchange rates that the folder brings, to serve instead of the installed ones."""
    reports: Mapping[str, tuple[Price, ...]] = field(default_factory=dict)
    """Prices that articles report beside the sellers' own lists, by model id, oldest first."""
    vendors: Mapping[str, Vendor] = field(default_factory=dict)
    models: Mapping[str, Model] = field(default_factory=dict)
    listed: Mapping[str, Life] = field(default_factory=dict)
    """When models of the wider catalogue end, by their ids there."""
    plans: Mapping[str, Plan] = field(default_factory=dict)
    calendars: Mapping[str, frozenset[date]] = field(default_factory=dict)
    """The public holidays of each country, by its ISO 3166 code."""

    def priced_models(self) -> tuple[str, ...]:
        """Ids of the models that have a price, references (the industry's level) left out."""
        priced = (model for model in self.entries if model in self.prices or model in self.reports)
        return tuple(model for model in priced if not self.entries[model].reference)

    def models_of(self, entry_id: str) -> tuple[str, ...]:
        """Ids of the models of a vendor or product, or the model itself."""
        entry = self.entries.get(entry_id)
        if entry is None:
            return ()
        if entry.kind is EntryKind.MODEL:
            return (entry_id,)
        return tuple(
            model.id
            for model in self.entries.values()
            if model.kind is EntryKind.MODEL and entry_id in (model.vendor, model.parent)
        )


def last_checked(knowledge: Knowledge) -> date | None:
    """The last day on which any price was checked, or seen first; ``None`` where there is no price."""
    days = (price.checked or price.since for prices in knowledge.prices.values() for price in prices)
    return max(days, default=None)
