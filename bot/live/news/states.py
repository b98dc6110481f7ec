"""The state of what somebody watches: of each model whether it is gone, and what is paid for each of its lanes.

Kept as a text, it can be compared with a later one, whatever knowledge and whichever process that comes from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from bot.knowledge.price_entries import TokenRange
from bot.knowledge.selection import PriceBook
from bot.maintain.lanes import Lane, Lanes, Paid, lanes_on, tiers_on
from bot.quantities import exact_text
from bot.questions.working.families import models_under
from bot.questions.working.market import Market

_VERSION: Final = 1
"""Of the form of the text; one of another form says nothing."""

_ONE_DAY: Final = timedelta(days=1)


class Quote(NamedTuple):
    """What is paid in a lane, for a million tokens or for one of another unit."""

    amount: Decimal
    currency: str
    promotion: bool


@dataclass(frozen=True, slots=True)
class ModelState:
    """What is known of a model: that it is gone, or else its quotes by the keys of their lanes."""

    gone: bool = False
    quotes: Mapping[str, Quote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class State:
    """What is known of all models of a name; ``day``: of the wider catalogue, where some of it is from there."""

    models: Mapping[str, ModelState]
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A model, or a plan, as it is listed on the day after that of the clock, where its vendor is at home."""

    id: str
    day: date
    gone: bool
    lanes: Lanes

    @property
    def state(self) -> ModelState:
        if self.gone:
            return ModelState(gone=True)
        quotes = ((key_of(lane), quote_of(paid)) for lane, paid in self.lanes.items())
        return ModelState(quotes={key: quote for key, quote in quotes if quote is not None})


def quote_of(paid: Paid) -> Quote | None:
    """What is paid, as precisely as a text has it; ``None`` where nothing is on the list."""
    if paid.amount is None:
        return None
    return Quote(Decimal(exact_text(paid.amount)), paid.currency, paid.promotion)


def book_of(market: Market, model: str) -> PriceBook:
    """The book that has the prices of a model."""
    return market.knowledge if model in market.knowledge.entries else market.catalogue.book


def listed(market: Market, entry: str) -> dict[str, Listed]:
    """What a name stands for, as it will be on the next day: so what is announced is told a day before."""
    models = models_under(market, entry) or (entry,)
    found = (_listed(market, model) for model in models)
    return {each.id: each for each in found if each.gone or each.lanes}


def _listed(market: Market, model: str) -> Listed:
    day = market.day_at(model) + _ONE_DAY
    plan = market.knowledge.plans.get(model)
    if plan is not None:
        return Listed(model, day, gone=False, lanes=tiers_on(plan, day))
    book = book_of(market, model)
    known = book.models.get(model)
    gone = known is not None and known.life.is_retired_on(day)
    return Listed(model, day, gone, {} if gone else lanes_on(book, model, day))


def state_of(market: Market, found: Mapping[str, Listed]) -> State:
    """The state of what is listed."""
    wider = any(id_ not in market.knowledge.entries for id_ in found)
    return State({id_: each.state for id_, each in found.items()}, catalogue_day(market) if wider else None)


def catalogue_day(market: Market) -> date | None:
    """The day as of which the wider catalogue speaks."""
    source = market.catalogue.source()
    return source.date if source is not None else None


def key_of(lane: Lane) -> str:
    """A text for a lane within its model, the same whenever it is worked out."""
    conditions = lane.conditions
    parts = (
        lane.side or "",
        lane.unit,
        conditions.mode or "",
        conditions.window or "",
        conditions.cache_life or "",
        conditions.region or "",
        _range(conditions.input_tokens),
        _range(conditions.output_tokens),
        lane.tier.en if lane.tier is not None else "",
    )
    return "|".join(parts).rstrip("|")


def _range(tokens: TokenRange | None) -> str:
    if tokens is None:
        return ""
    low, high = ("" if end is None else exact_text(end) for end in (tokens.low, tokens.high))
    return f"{'[' if tokens.with_low else '('}{low},{high}{']' if tokens.with_high else ')'}"


def written(state: State) -> str:
    """The state as a text: the same for the same state."""
    models = {
        id_: "gone" if model.gone else {key: _written(quote) for key, quote in sorted(model.quotes.items())}
        for id_, model in sorted(state.models.items())
    }
    day = state.day.isoformat() if state.day is not None else None
    return json.dumps({"version": _VERSION, "day": day, "models": models}, ensure_ascii=False, separators=(",", ":"))


def _written(quote: Quote) -> list[str]:
    told = [exact_text(quote.amount), quote.currency]
    return [*told, "promotion"] if quote.promotion else told


def read(text: str) -> State | None:
    """The state that a text holds; ``None`` where it has another form, as one of another version of the program."""
    try:
        held = json.loads(text)
        if held["version"] != _VERSION:
            return None
        day = date.fromisoformat(held["day"]) if held["day"] is not None else None
        return State({id_: _read(model) for id_, model in held["models"].items()}, day)
    except (AttributeError, InvalidOperation, KeyError, TypeError, ValueError):
        return None


def _read(model: object) -> ModelState:
    if not isinstance(model, dict):
        return ModelState(gone=True)
    return ModelState(
        quotes={
            key: Quote(Decimal(amount), currency, bool(promotion))
            for key, (amount, currency, *promotion) in model.items()
        }
    )
