"""What is on record, as a whole: the models on sale by vendor, and all sources with their days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Price
from bot.questions.working.best_known import vendors
from bot.questions.working.market import Market
from bot.questions.working.sellers import is_reseller
from bot.replies.sources import cited
from bot.replies.speech import Speech, shown
from bot.text import Language


class Maker(NamedTuple):
    """A vendor, and the names of its models that are on sale."""

    id: str
    name: str
    models: tuple[str, ...]


def makers(market: Market, language: Language) -> tuple[Maker, ...]:
    """All vendors that sell models of their own, the well-known ones first, then those with most models."""
    speech = Speech(market, language)
    by_vendor: dict[str, list[str]] = {}
    for model in market.on_sale():
        by_vendor.setdefault(market.knowledge.entries[model].vendor or "", []).append(model)
    by_vendor |= _wider(market, frozenset(by_vendor))
    known = {vendor: place for place, vendor in enumerate(vendors(market))}
    order = sorted(by_vendor, key=lambda vendor: (known.get(vendor, len(known)), -len(by_vendor[vendor]), vendor))
    found = []
    for vendor in order:
        names = shown([speech.name(vendor), *map(speech.name, by_vendor[vendor])], language)
        found.append(Maker(vendor, names[0], tuple(dict.fromkeys(names[1:]))))
    return tuple(found)


def _wider(market: Market, curated: frozenset[str]) -> dict[str, list[str]]:
    """What all other makers list in the wider catalogue, newest first."""
    sellers = dict.fromkeys(model.partition("/")[0] for model in market.wider_models())
    found: dict[str, list[str]] = {}
    for maker in (seller for seller in sellers if seller not in curated and not is_reseller(market, seller)):
        listed = (
            (model, market.entry(model)) for model in filter(market.writes, market.catalogue.vendor_models(maker))
        )
        own = (model for model, entry in listed if entry is not None and entry.vendor == maker)
        models = [model for model in own if market.status(model) is ModelStatus.CURRENT]
        if models:
            found[maker] = models
    return found


def all_sources(market: Market, language: Language) -> tuple[str, ...]:
    """A line for each source of a figure, those that were seen last first, each with its own day and that one."""
    speech, seen = Speech(market, language), _last_seen(market)
    sources = [*market.knowledge.sources.values(), market.catalogue.source(), market.exchange.source()]
    found: dict[str, date] = {}
    for source in sources:
        if source is not None:
            line, own = cited(source, speech), source.date or date.min
            checked = seen.get(source.id, own)
            if checked > own:
                line = speech.phrases.source_checked.format(publisher=line, day=checked.isoformat())
            found[line] = max(checked, own, found.get(line, date.min))
    return tuple(shown(sorted(found, key=lambda line: found[line], reverse=True), language))


def _last_seen(market: Market) -> dict[str, date]:
    """By source, the last day on which it showed a price."""
    books = (market.knowledge.prices, market.catalogue.book.prices, market.knowledge.reports)
    seen: dict[str, date] = {}
    for price in (price for book in books for prices in book.values() for price in prices):
        seen[price.source] = max(_checked(price), seen.get(price.source, date.min))
    return seen


def _checked(price: Price) -> date:
    return price.checked or date.min
