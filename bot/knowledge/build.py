"""From the typed files to the entries that the rest of the program uses: units derived, ids resolved."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from bot.knowledge import schema
from bot.knowledge.build_prices import prices_of
from bot.knowledge.build_vendors import life_of, model_of, plan_of, vendor_of, wording
from bot.knowledge.derived import derived
from bot.knowledge.entries import (
    Against,
    CatalogueContents,
    CurrencyWord,
    Entry,
    EntryKind,
    Fact,
    Figure,
    PublishedChange,
    Rate,
    RateTable,
    Source,
    UnitWord,
    Wording,
    Work,
)
from bot.knowledge.folder import Folder
from bot.knowledge.model_entries import Life, Model, Plan, Vendor
from bot.knowledge.price_entries import Basis, Price, Side
from bot.knowledge.written_catalogue import contents_of
from bot.knowledge.written_rates import table_of
from bot.quantities import ARITHMETIC, CHARACTER, DATE, ONE, WORD, ZERO, Range
from bot.text import normal_form

_DAY: Final = dt.timedelta(days=1)


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
    reports: dict[str, list[Price]] = field(default_factory=dict)
    vendors: dict[str, Vendor] = field(default_factory=dict)
    models: dict[str, Model] = field(default_factory=dict)
    listed: dict[str, Life] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    calendars: dict[str, frozenset[dt.date]] = field(default_factory=dict)
    catalogue: CatalogueContents | None = None
    exchange: RateTable | None = None


def build(folder: Folder) -> Parts:
    """The entries of a folder in which nothing is wrong."""
    parts = Parts()
    typed = [file.typed for file in folder.files if file.typed is not None]
    for file in typed:
        if isinstance(file, schema.HolidaysFile):
            for calendar in file.calendars:
                _add_calendar(parts, calendar)
    for file in typed:
        for source in getattr(file, "sources", ()):
            parts.sources[source.id] = _source(source)
        _add_contents(parts, file)
    return parts


def _add_contents(parts: Parts, file: schema.KnowledgeFile) -> None:
    match file:
        case schema.VendorFile():
            _add_vendor(parts, file)
        case schema.ArticleFile():
            for fact in file.facts:
                parts.facts[fact.id] = _fact(fact, fact.source[0] if fact.source else file.sources[0].id)
        case schema.WorksFile():
            for work in file.works:
                parts.works[work.id] = _work(work)
                _add_lookalikes(parts, work)
        case schema.CurrenciesFile():
            parts.currency_words.extend(_all_currency_words(file))
        case schema.UnitsFile():
            for unit in file.units:
                parts.unit_words.extend(_unit_words(unit))
        case schema.CatalogueFile():
            parts.catalogue = contents_of(file, _source(file.source))
        case schema.RatesFile():
            parts.exchange = table_of(file, _source(file.source))


def _optional(words: schema.Wording | None) -> Wording | None:
    return None if words is None else wording(words)


def _source(source: schema.SourceShape) -> Source:
    day = source.date
    exact = day.exact if day is not None else None
    rough = day.text if day is not None and exact is None else None
    return Source(source.id, wording(source.publisher), source.title, exact, source.url, rough)


def _add_lookalikes(parts: Parts, thing: schema.NamedShape) -> None:
    parts.lookalikes.update(normal_form(word) for word in thing.lookalikes)


def _add_calendar(parts: Parts, calendar: schema.CalendarShape) -> None:
    days = (
        holiday.from_ + _DAY * number
        for holiday in calendar.holidays
        for number in range((holiday.to - holiday.from_).days + 1)
    )
    parts.calendars[calendar.country] = frozenset(days)


def _add_vendor(parts: Parts, vendor: schema.VendorFile) -> None:
    kind = EntryKind.SUBJECT if vendor.reference else EntryKind.VENDOR
    parts.entries[vendor.id] = _family(vendor, _entry(vendor, vendor.id, kind, reference=vendor.reference))
    for thing in (vendor, *vendor.products, *vendor.plans, *vendor.models, *vendor.subjects):
        _add_lookalikes(parts, thing)
    for product in vendor.products:
        parts.entries[product.id] = _family(
            product, _entry(product, product.id, EntryKind.PRODUCT, vendor.id, vendor.id)
        )
    for model in vendor.models:
        _add_model(parts, vendor, model)
    for line in vendor.listed:
        parts.listed.update(dict.fromkeys(line.models, life_of(line, vendor.status_checked)))
    for plan in vendor.plans:
        parts.entries[plan.id] = _entry(plan, plan.id, EntryKind.PLAN, vendor.id, vendor.id)
        parts.plans[plan.id] = plan_of(vendor.id, plan)
    for subject in vendor.subjects:
        parts.entries[subject.id] = _entry(subject, subject.id, EntryKind.SUBJECT, vendor.id, vendor.id)
    if vendor.rates:
        parts.rates[vendor.id] = [_rate(vendor.id, rate) for rate in vendor.rates]
    parts.vendors[vendor.id] = vendor_of(vendor, parts.calendars)


def _add_model(parts: Parts, vendor: schema.VendorFile, model: schema.ModelShape) -> None:
    parent = model.product or vendor.id
    parts.entries[model.id] = _entry(model, model.id, EntryKind.MODEL, vendor.id, parent, model.reference)
    parts.models[model.id] = known = model_of(model, vendor.status_checked)
    prices = prices_of(model.id, model.prices, known.life)
    listed = [price for price in prices if price.basis is not Basis.REPORT]
    if listed:
        parts.prices[model.id] = listed
    if len(listed) < len(prices):
        parts.reports[model.id] = [price for price in prices if price.basis is Basis.REPORT]


def _family(thing: schema.FamilyShape, entry: Entry) -> Entry:
    """The entry with the models that its name stands for."""
    return replace(entry, headline=thing.headline, today=thing.today)


def _entry(
    thing: schema.NamedShape,
    identity: str,
    kind: EntryKind,
    vendor: str | None = None,
    parent: str | None = None,
    reference: bool = False,
) -> Entry:
    note = _optional(thing.note)
    return Entry(identity, kind, wording(thing.name), vendor, parent, reference, note=note)


def _rate(vendor: str, rate: schema.RateShape) -> Rate:
    unit, amount = (CHARACTER, rate.characters) if rate.characters is not None else (WORD, rate.words)
    nominal = ARITHMETIC.divide(amount or ZERO, rate.tokens)
    high = ARITHMETIC.divide(rate.up_to, rate.tokens) if rate.up_to is not None else nominal
    per_token = Range.at_least(nominal) if rate.at_least else Range(nominal, high)
    return Rate(vendor, unit, per_token, nominal, rate.source, rate.fact)


def _fact(fact: schema.FactShape, source: str) -> Fact:
    return Fact(
        id=fact.id,
        subjects=fact.subjects,
        statement=wording(fact.statement),
        source=source,
        day=fact.day.exact if fact.day is not None else None,
        weak=fact.confidence == "C",
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
    return Work(work.id, wording(work.name), length, work.unit, work.source, work.about, _optional(work.note))


@derived
def _all_currency_words(file: schema.CurrenciesFile) -> list[CurrencyWord]:
    return [word for currency in file.currencies for word in _currency_words(currency)]


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
