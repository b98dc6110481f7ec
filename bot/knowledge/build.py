"""From the typed files to the entries that the rest of the program uses: units derived, ids resolved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from bot.knowledge import schema
from bot.knowledge.entries import (
    Against,
    CatalogueContents,
    CurrencyWord,
    Entry,
    EntryKind,
    Fact,
    Figure,
    Price,
    PublishedChange,
    Rate,
    RateTable,
    Side,
    Source,
    UnitWord,
    Wording,
    Work,
)
from bot.knowledge.folder import Folder
from bot.knowledge.references import meet
from bot.knowledge.written_catalogue import contents_of
from bot.knowledge.written_rates import table_of
from bot.quantities import ARITHMETIC, CHARACTER, DATE, ONE, WORD, ZERO, Range
from bot.text import normal_form

THOUSAND: Final = Decimal(1_000)
MILLION: Final = Decimal(1_000_000)
_SIDES: Final = (None, *Side)
"""The order in which the prices of a model are told, whatever the order of their lines."""
FREE_CURRENCY: Final = "CNY"
"""What is free is quoted as zero of this currency."""


@dataclass(slots=True)
class Parts:
    """The entries of all files, gathered."""

    sources: dict[str, Source] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    prices: dict[str, list[Price]] = field(default_factory=dict)
    rates: dict[str, list[Rate]] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    works: dict[str, Work] = field(default_factory=dict)
    currency_words: list[CurrencyWord] = field(default_factory=list)
    unit_words: list[UnitWord] = field(default_factory=list)
    lookalikes: set[str] = field(default_factory=set)
    catalogue: CatalogueContents | None = None
    exchange: RateTable | None = None


def build(folder: Folder) -> Parts:
    """The entries of a folder in which nothing is wrong."""
    parts = Parts()
    for file in folder.files:
        match file.typed:
            case schema.VendorFile():
                _add_sources(parts, file.typed.sources)
                _add_vendor(parts, file.typed)
            case schema.ArticleFile():
                _add_sources(parts, file.typed.sources)
                for fact in file.typed.facts:
                    parts.facts[fact.id] = _fact(fact, file.typed.sources[0].id)
            case schema.WorksFile():
                _add_sources(parts, file.typed.sources)
                for work in file.typed.works:
                    parts.works[work.id] = _work(work)
                    _add_lookalikes(parts, work)
            case schema.CurrenciesFile():
                for currency in file.typed.currencies:
                    parts.currency_words.extend(_currency_words(currency))
            case schema.UnitsFile():
                for unit in file.typed.units:
                    parts.unit_words.extend(_unit_words(unit))
            case other:
                _add_beside(parts, other)
    return parts


def _add_beside(parts: Parts, typed: schema.CatalogueFile | schema.RatesFile | None) -> None:
    """What serves beside the curated knowledge."""
    if isinstance(typed, schema.CatalogueFile):
        parts.catalogue = contents_of(typed, _source(typed.source))
    elif isinstance(typed, schema.RatesFile):
        parts.exchange = table_of(typed, _source(typed.source))


def _wording(words: schema.Wording | schema.NameWording) -> Wording:
    return Wording(words.zh, words.en, words.zh_hant)


def _optional(words: schema.Wording | None) -> Wording | None:
    return None if words is None else _wording(words)


def _add_sources(parts: Parts, sources: tuple[schema.SourceShape, ...]) -> None:
    for source in sources:
        parts.sources[source.id] = _source(source)


def _source(source: schema.SourceShape) -> Source:
    return Source(source.id, _wording(source.publisher), source.title, source.date, source.url)


def _add_lookalikes(parts: Parts, thing: schema.NamedShape) -> None:
    parts.lookalikes.update(normal_form(word) for word in thing.lookalikes)


def _add_vendor(parts: Parts, vendor: schema.VendorFile) -> None:
    kind = EntryKind.SUBJECT if vendor.reference else EntryKind.VENDOR
    parts.entries[vendor.id] = _entry(vendor, vendor.id, kind, reference=vendor.reference)
    for thing in (vendor, *vendor.products, *vendor.models, *vendor.subjects):
        _add_lookalikes(parts, thing)
    for product in vendor.products:
        parts.entries[product.id] = _entry(product, product.id, EntryKind.PRODUCT, vendor.id, vendor.id)
    for model in vendor.models:
        parent = model.product or vendor.id
        parts.entries[model.id] = _entry(model, model.id, EntryKind.MODEL, vendor.id, parent, model.reference)
        if model.prices:
            prices = (_price(model, price) for price in model.prices)
            parts.prices[model.id] = sorted(prices, key=lambda price: (price.since, _SIDES.index(price.side)))
    for subject in vendor.subjects:
        parts.entries[subject.id] = _entry(subject, subject.id, EntryKind.SUBJECT, vendor.id, vendor.id)
    if vendor.rates:
        parts.rates[vendor.id] = [_rate(vendor.id, rate) for rate in vendor.rates]


def _entry(
    thing: schema.NamedShape,
    identity: str,
    kind: EntryKind,
    vendor: str | None = None,
    parent: str | None = None,
    reference: bool = False,
) -> Entry:
    note = _optional(thing.note)
    return Entry(identity, kind, _wording(thing.name), vendor, parent, reference, note=note)


def _price(model: schema.ModelShape, price: schema.PriceShape) -> Price:
    amount, per = ZERO, THOUSAND
    if price.amount is not None and price.per is not None:
        amount, per = price.amount, price.per
    elif price.buys is not None and price.for_ is not None:
        amount, per = price.for_, price.buys
    return Price(
        model=model.id,
        amount=amount,
        currency=price.currency or FREE_CURRENCY,
        per=per,
        published_per=MILLION if per >= MILLION else THOUSAND,
        free=price.free is True,
        side=Side(price.side) if price.side else None,
        since=price.from_,
        source=price.source,
        until=_last_day(price, model.prices),
        fact=price.fact,
    )


def _last_day(price: schema.PriceShape, prices: tuple[schema.PriceShape, ...]) -> dt.date | None:
    """The last day of a price: the one announced, or the day before the next price for the same tokens."""
    day = dt.timedelta(days=1)
    ends = [other.from_ - day for other in prices if other.from_ > price.from_ and meet(price, other)]
    return min(ends + ([price.until] if price.until else []), default=None)


def _rate(vendor: str, rate: schema.RateShape) -> Rate:
    unit, amount = (CHARACTER, rate.characters) if rate.characters is not None else (WORD, rate.words)
    nominal = ARITHMETIC.divide(amount or ZERO, rate.tokens)
    per_token = Range.at_least(nominal) if rate.at_least else Range.exactly(nominal)
    return Rate(vendor, unit, per_token, nominal, rate.source, rate.fact)


def _fact(fact: schema.FactShape, source: str) -> Fact:
    return Fact(
        id=fact.id,
        subjects=fact.subjects,
        statement=_wording(fact.statement),
        source=fact.source or source,
        figures=tuple(_figure(figure) for figure in fact.figures),
        change=_change(fact.change) if fact.change is not None else None,
        claim=fact.claim,
        speaker=_optional(fact.speaker),
        caveat=_optional(fact.caveat),
        related=fact.related,
        keywords=tuple(frozenset(normal_form(word) for word in group) for group in fact.keywords),
        asks=fact.asks,
    )


def _change(change: schema.ChangeShape) -> PublishedChange:
    return PublishedChange(
        percent=change.percent,
        against=Against(change.against),
        side=None if change.of == "both" else Side(change.of),
        up_to=change.bound == "up_to",
        rises=change.direction == "up",
        since=change.from_,
    )


def _figure(figure: schema.FigureShape) -> Figure:
    if figure.date is not None:
        return Figure(DATE, day=figure.date)
    if figure.range is not None:
        return Figure(figure.unit or "", Range(figure.range.min, figure.range.max), per=figure.per)
    return Figure(figure.unit or "", Range.exactly(figure.value or ZERO), per=figure.per)


def _work(work: schema.WorkShape) -> Work:
    length = Range(work.length.min, work.length.max)
    return Work(work.id, _wording(work.name), length, work.unit, work.source, work.about, _optional(work.note))


def _currency_words(currency: schema.CurrencyShape) -> list[CurrencyWord]:
    before = {normal_form(word) for word in currency.before}
    after = {normal_form(word) for word in currency.after}
    generic = {normal_form(word) for word in currency.generic}
    words = [
        CurrencyWord(word, currency.code, ONE, word in before, word in after, word in generic)
        for word in sorted(before | after)
    ]
    for part in currency.parts:
        factor = ARITHMETIC.divide(ONE, part.of)
        generic_parts = {normal_form(word) for word in part.generic}
        words.extend(
            CurrencyWord(word, currency.code, factor, before=False, after=True, generic=word in generic_parts)
            for word in sorted({normal_form(word) for word in part.after})
        )
    return words


def _unit_words(unit: schema.UnitShape) -> list[UnitWord]:
    words = [UnitWord(normal_form(word), unit.unit, ONE) for word in unit.words]
    for multiple in unit.multiples:
        words.extend(UnitWord(normal_form(word), unit.unit, multiple.times) for word in multiple.words)
    return words
