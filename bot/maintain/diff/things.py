"""What a knowledge base says beside prices: each thing with its name and details, in words that can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from bot.knowledge.entries import CurrencyWord, Entry, EntryKind, Fact, Figure, Knowledge, UnitWord, Wording
from bot.knowledge.model_entries import FreeQuota, Life, Model
from bot.knowledge.price_entries import Price
from bot.knowledge.selection import day_of, noon
from bot.knowledge.windows import Schedule, Windows
from bot.maintain.told import digits, rate
from bot.quantities import TOKEN, Range, exact_text

_WORDS: Final = 10_000
"""Words for money or units of which it is remembered what is said of them: each knowledge base has the same thousands."""


class Topic(StrEnum):
    """What a thing is; the order is that of the report."""

    MODEL = "model"
    VENDOR = "vendor"
    PROMOTION = "promotion"
    PLAN = "plan"
    QUOTA = "quota"
    WINDOW = "window"
    HOLIDAYS = "holidays"
    FACT = "fact"
    RATE = "rate"
    WORK = "work"
    WORD = "word"
    EXCHANGE = "exchange"


class Key(NamedTuple):
    topic: Topic
    id: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing: ``details`` are words by what they are of, which ``words.LABELS`` names; ``gone``: no longer sold."""

    name: Wording
    details: Mapping[str, Wording]
    gone: bool = False


Things = Mapping[Key, Thing]
Details = dict[str, Wording]


def things_of(knowledge: Knowledge, day: date) -> Things:
    """All things but prices and names, as they are on a day."""
    books = (knowledge, *(() if knowledge.catalogue is None else (knowledge.catalogue,)))
    entries = {id_: entry for book in reversed(books) for id_, entry in book.entries.items()}
    models = {id_: model for book in reversed(books) for id_, model in book.models.items()}
    found: dict[Key, Thing] = {}
    for entry in entries.values():
        if entry.kind is EntryKind.MODEL:
            found[Key(Topic.MODEL, entry.id)] = _model(entry, models.get(entry.id, Model(entry.id)), knowledge, day)
        elif entry.kind is not EntryKind.PLAN:
            found[Key(Topic.VENDOR, entry.id)] = Thing(entry.name, _entry(entry))
    for id_, life in knowledge.listed.items():
        found.setdefault(Key(Topic.MODEL, id_), Thing(_same(id_), _given(**_days(life)), gone=life.is_retired_on(day)))
    found |= dict(_promotions(knowledge, day))
    found |= dict(_plans(knowledge))
    for vendor in knowledge.vendors.values():
        name = entries[vendor.id].name
        for quota in vendor.free_quotas:
            found[Key(Topic.QUOTA, vendor.id, quota.whom.en)] = Thing(name, _quota(quota))
        found |= dict(_windows(vendor.id, name, vendor.windows))
    found |= {
        Key(Topic.FACT, fact.id): Thing(_same(fact.id), _fact(fact, knowledge)) for fact in knowledge.facts.values()
    }
    return found | dict(_measures(knowledge))


def _same(text: object) -> Wording:
    return Wording(zh=str(text), en=str(text))


def _given(**details: object) -> Details:
    """The details that there are, under their names."""
    return {
        name: value if isinstance(value, Wording) else _same(value)
        for name, value in details.items()
        if value not in (None, "", False, ())
    }


def _entry(entry: Entry) -> Details:
    return _given(
        kind=entry.kind, parent=entry.parent, note=entry.note, headline=entry.headline, today=", ".join(entry.today)
    )


def _model(entry: Entry, model: Model, knowledge: Knowledge, day: date) -> Thing:
    book = knowledge if entry.id in knowledge.entries else knowledge.catalogue
    here = day if book is None else day_of(book, entry.id, noon(book, entry.id, day))
    life = model.life
    serves = model.stands_for
    details = _given(
        status=STATUSES[life.status_on(here)],
        **_days(life),
        kind=model.kind if model.kind != "chat" else None,
        inputs=", ".join(model.inputs),
        open_weights=model.open_weights and YES,
        of=model.of,
        stands_for=serves
        and Wording(zh=f"{serves.model}（{serves.since} 起）", en=f"{serves.model} (from {serves.since})"),
        parent=entry.parent if entry.parent != entry.vendor else None,
        note=entry.note,
    )
    return Thing(entry.name, details, gone=life.is_retired_on(here))


STATUSES = {
    "current": Wording(zh="在售", en="on sale"),
    "superseded": Wording(zh="在售，已有新型号", en="on sale, superseded"),
    "retired": Wording(zh="已下线", en="retired"),
    "unknown": Wording(zh="不清楚是否在售", en="not known to be on sale"),
}
YES = Wording(zh="是", en="yes")


def _days(life: Life) -> dict[str, object]:
    dated = {"released": life.released, "superseded": life.superseded, "retired": life.retired}
    return {
        **{name: day.text for name, day in dated.items() if day is not None},
        "successors": ", ".join(life.successors),
    }


def _promotions(knowledge: Knowledge, day: date) -> Iterator[tuple[Key, Thing]]:
    """The promotions that run, and those that are announced."""
    for model, prices in knowledge.prices.items():
        offers: dict[date, list[Price]] = {}
        for price in prices:
            if price.conditions.promotion and (price.until is None or price.until > day):
                offers.setdefault(price.since, []).append(price)
        for since, offered in offers.items():
            ends = sorted({str(price.until) for price in offered if price.until is not None})
            details = _given(since=since, until=", ".join(ends), listed=_listed(offered))
            yield Key(Topic.PROMOTION, model, str(since)), Thing(knowledge.entries[model].name, details)


def _listed(offered: list[Price]) -> Wording | None:
    """The list prices beside promotions."""
    sums = {
        rate(price.list_amount, price.currency, price.per, price.unit): None
        for price in offered
        if price.list_amount is not None
    }
    return Wording(zh="、".join(each.zh for each in sums), en=", ".join(each.en for each in sums)) if sums else None


def _plans(knowledge: Knowledge) -> Iterator[tuple[Key, Thing]]:
    for plan in knowledge.plans.values():
        tiers = dict.fromkeys(price.tier for price in plan.prices if price.tier is not None)
        names = (
            Wording(zh="、".join(tier.zh for tier in tiers), en=", ".join(tier.en for tier in tiers)) if tiers else None
        )
        details = _given(tiers=names, includes=plan.includes)
        yield Key(Topic.PLAN, plan.id), Thing(knowledge.entries[plan.id].name, details)


def _quota(quota: FreeQuota) -> Details:
    models = ", ".join(quota.models)
    return _given(
        tokens=digits(quota.tokens),
        whom=quota.whom,
        per_model=quota.per_model and YES,
        models=models,
        since=quota.since,
        until=quota.until,
    )


def _windows(vendor: str, name: Wording, windows: Windows) -> Iterator[tuple[Key, Thing]]:
    for window in windows.by_id.values():
        if window.other_than is not None:
            yield (
                Key(Topic.WINDOW, vendor, window.id),
                Thing(name, _given(window=window.id, other_than=window.other_than)),
            )
        for schedule in window.schedules:
            since = "" if schedule.since == date.min else str(schedule.since)
            details = _given(window=window.id, since=since, hours=_hours(schedule), holidays=schedule.calendar)
            days = ", ".join(_WEEKDAYS[day] for day in sorted(schedule.weekdays))
            details |= _given(days=days if len(schedule.weekdays) < len(_WEEKDAYS) else None)
            yield Key(Topic.WINDOW, vendor, f"{window.id} {since}"), Thing(name, details)


_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def _hours(schedule: Schedule) -> str:
    return ", ".join(f"{hours.start:%H:%M}-{hours.end:%H:%M}" for hours in schedule.hours)


def _fact(fact: Fact, knowledge: Knowledge) -> Details:
    change = fact.change
    source = knowledge.sources.get(fact.source)
    return _given(
        statement=fact.statement,
        figures="; ".join(map(_figure, fact.figures)),
        change=change and " ".join(
            filter(None, (
                "up" if change.rises else "down", "up to" if change.up_to else "", f"{exact_text(change.percent)}%",
                change.side, f"({change.against})", f"from {change.since}" if change.since else "",
            ))
        ),
        claim=fact.claim and YES,
        speaker=fact.speaker,
        caveat=fact.caveat,
        subjects=", ".join(fact.subjects),
        day=fact.day,
        weak=fact.weak and YES,
        source=f"{source.title} ({source.date or source.rough or '?'})" if source is not None else fact.source,
        related=", ".join(fact.related),
    )  # fmt: skip


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return str(figure.day)
    per = f" / {digits(figure.per)} tokens" if figure.per is not None else ""
    return f"{_range(figure.value)} {figure.unit}{per}"


def _range(value: Range) -> str:
    if value.exact is not None:
        return digits(value.exact)
    low, high = ("" if end is None else digits(end) for end in value)
    return f"≥ {low}" if not high else f"≤ {high}" if not low else f"{low} – {high}"


def _measures(knowledge: Knowledge) -> Iterator[tuple[Key, Thing]]:
    """How tokens turn into characters and words, works and their lengths, words for money and units, exchange rates."""
    for vendor, rates in knowledge.rates.items():
        for each in rates:
            details = _given(length=f"{_range(each.per_token)} {each.unit} / {TOKEN}")
            yield Key(Topic.RATE, vendor, each.unit), Thing(knowledge.entries[vendor].name, details)
    for work in knowledge.works.values():
        details = _given(length=f"{_range(work.length)} {work.unit}", about=work.about and YES, note=work.note)
        yield Key(Topic.WORK, work.id), Thing(work.name, details)
    for word in knowledge.currency_words:
        yield Key(Topic.WORD, word.text, "money"), _money_word(word)
    for unit in knowledge.unit_words:
        yield Key(Topic.WORD, unit.text, "unit"), _unit_word(unit)
    for country, days in knowledge.calendars.items():
        for year in {day.year for day in days}:
            listed = ", ".join(f"{day:%m-%d}" for day in sorted(days) if day.year == year)
            yield Key(Topic.HOLIDAYS, country, str(year)), Thing(_same(f"{country} {year}"), _given(days=listed))
    if knowledge.exchange is not None:
        for day, by_currency in knowledge.exchange.rates.items():
            for currency, value in by_currency.items():
                name = _same(f"{knowledge.exchange.base} → {currency}")
                yield Key(Topic.EXCHANGE, currency, str(day)), Thing(name, _given(day=day, means=exact_text(value)))


@lru_cache(_WORDS)
def _money_word(word: CurrencyWord) -> Thing:
    """A word for money; of thousands, an edit changes none or few."""
    place = " ".join(("before",) * word.before + ("after",) * word.after)
    generic = YES if word.generic else None
    details = _given(means=f"{exact_text(word.factor)} {word.currency}", place=place, generic=generic)
    return Thing(_same(word.text), details)


@lru_cache(_WORDS)
def _unit_word(unit: UnitWord) -> Thing:
    return Thing(_same(unit.text), _given(means=f"{exact_text(unit.factor)} {unit.unit}"))
