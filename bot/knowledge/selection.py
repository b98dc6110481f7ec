"""The prices that a call pays: those that hold at a moment, under the conditions that are wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, Protocol

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import Model, Vendor
from bot.knowledge.price_entries import ANY_LENGTH, Price, Side, TokenRange, meet
from bot.quantities import TOKEN


class PriceBook(Protocol):
    """Prices by model id, with what is known of the models and of who sells them, by id."""

    @property
    def prices(self) -> Mapping[str, tuple[Price, ...]]: ...
    @property
    def models(self) -> Mapping[str, Model]: ...
    @property
    def vendors(self) -> Mapping[str, Vendor]: ...


THINKING: Final = "thinking"
"""The mode in which only what comes out has another price; the other modes have prices of their own or none."""
_ORDER: Final = (None, *Side)
_NOON: Final = time(12)
_ONE_DAY: Final = timedelta(days=1)
_MOST_KEPT: Final = 10_000
"""Choices kept of each knowledge base: those of all models on a few days."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Under which conditions a price is wanted; what is left open is that of an ordinary call.

    That is one without a special mode, in the window that holds at the moment, of the lowest tier, by the list of the
    vendor's home where it has one. ``input_tokens`` and ``output_tokens`` are those of one request.
    """

    mode: str | None = None
    cache_life: str | None = None
    window: str | None = None
    input_tokens: Decimal | None = None
    output_tokens: Decimal | None = None
    region: str | None = None
    unit: str = TOKEN


ORDINARY_CALL: Final = Wanted()


def vendor_of(book: PriceBook, model: str) -> Vendor:
    """Who sells a model under its id."""
    seller = model.partition("/")[0]
    return book.vendors.get(seller) or Vendor(seller)


def noon(book: PriceBook, model: str, day: date) -> datetime:
    """The moment that stands for a whole day: its noon in the zone of the model's vendor."""
    return datetime.combine(day, _NOON, vendor_of(book, model).zone)


def day_of(book: PriceBook, model: str, when: datetime) -> date:
    """The day that a moment falls on in the zone of the model's vendor."""
    return when.astimezone(vendor_of(book, model).zone).date()


def prices(book: PriceBook, model: str, when: datetime, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
    """What a call pays at a moment, at most one price a side; empty where none is known.

    Of a model that is retired it is what was paid last. In a model's life before a price was first seen, it is that
    first one, marked as ``early``.
    """
    vendor = vendor_of(book, _server(book, model, when) or model)
    open_now = vendor.windows.open_at(_served_at(book, model, when).astimezone(vendor.zone))
    key = model, wanted, day_of(book, model, when), open_now
    known = _known(book)
    if key not in known:
        if len(known) >= _MOST_KEPT:
            known.clear()
        known[key] = _chosen(offers(book, model, when), wanted, open_now)
    return known[key]


_Key = tuple[str, Wanted, date, tuple[str, ...]]


@derived
def _known(_: PriceBook) -> dict[_Key, tuple[Price, ...]]:
    """The prices that were chosen already."""
    return {}


def _chosen(held: Iterable[Price], wanted: Wanted, open_now: tuple[str, ...]) -> tuple[Price, ...]:
    """Of all prices that hold those of the calls that are wanted, while some windows are open."""
    held = [price for price in held if price.unit == wanted.unit]
    fitting = [price for price in held if _fits(price, wanted, open_now)]
    listed = [price for price in fitting if price.conditions.region == wanted.region] or fitting
    found: dict[Side | None, Price] = {}
    for price in listed:
        best = found.get(price.side)
        if best is None or _rank(price) > _rank(best):
            found[price.side] = price
    return tuple(_with_tiers(found[side], held) for side in _ORDER if side in found)


def offers(book: PriceBook, model: str, when: datetime) -> tuple[Price, ...]:
    """All prices that hold on the day of a moment, whatever mode, window and tier they are for; as in :func:`prices`.

    What a promotion takes the place of is left out.
    """
    served = _server(book, model, when)
    when = _served_at(book, model, when)
    if served is not None:
        return tuple(replace(price, model=model, served_by=served) for price in offers(book, served, when))
    lines = book.prices.get(model, ())
    day = day_of(book, model, when)
    held = [price for price in lines if price.holds_on(day)]
    held += [replace(price, early=True) for price in lines if price.known_from is not None
             and price.known_from <= day < price.since]  # fmt: skip
    if not held and _is_retired(book, model, day):
        last = max((price.until for price in lines if price.until is not None), default=None)
        held = [price for price in lines if last is not None and price.until == last]
    promotions = [price for price in held if price.conditions.promotion]
    return tuple(price for price in held if not _is_covered(price, promotions))


def reported(knowledge: Knowledge, model: str, day: date) -> tuple[Price, ...]:
    """What articles report of a model's prices up to a day, beside its vendor's list; at most one a side."""
    found = {price.side: price for price in knowledge.reports.get(model, ()) if price.holds_on(day)}
    return tuple(found[side] for side in _ORDER if side in found)


def prices_on(book: PriceBook, model: str, day: date, wanted: Wanted = ORDINARY_CALL) -> tuple[Price, ...]:
    """As :func:`prices`, at the noon of a day."""
    return prices(book, model, noon(book, model, day), wanted)


def _server(book: PriceBook, model: str, when: datetime) -> str | None:
    """The other model that serves calls of this one at a moment."""
    known = book.models.get(model)
    stands_for = known.stands_for if known is not None else None
    if stands_for is None or day_of(book, model, when) < stands_for.since:
        return None
    return stands_for.model


def _served_at(book: PriceBook, model: str, when: datetime) -> datetime:
    """The moment, or, where the model was retired by then, the noon of its last day."""
    known = book.models.get(model)
    retired = known.life.retired.exact if known is not None and known.life.retired is not None else None
    if retired is None or day_of(book, model, when) < retired:
        return when
    return noon(book, model, retired - _ONE_DAY)


def _is_retired(book: PriceBook, model: str, day: date) -> bool:
    known = book.models.get(model)
    return known is not None and known.life.is_retired_on(day)


def _is_covered(price: Price, promotions: Sequence[Price]) -> bool:
    """Whether a promotion takes the place of a price; one of some hours leaves the others as they are."""
    return not price.conditions.promotion and any(
        other.conditions.window in (None, price.conditions.window)
        and meet(price.side, other.side)
        and price.conditions.share_requests_with(other.conditions)
        for other in promotions
    )


def _fits(price: Price, wanted: Wanted, open_now: tuple[str, ...]) -> bool:
    conditions = price.conditions
    modes = (wanted.mode, None) if wanted.mode == THINKING else (wanted.mode,)
    if conditions.mode not in modes or (wanted.cache_life and conditions.cache_life not in (None, wanted.cache_life)):
        return False
    if conditions.window is not None and conditions.window not in ((wanted.window,) if wanted.window else open_now):
        return False
    return _in_tier(conditions.input_tokens, wanted.input_tokens) and _in_tier(
        conditions.output_tokens, wanted.output_tokens
    )


def _in_tier(tier: TokenRange | None, tokens: Decimal | None) -> bool:
    return tokens is None or (tier or ANY_LENGTH).holds(tokens)


def _rank(price: Price) -> tuple[bool, bool, Decimal, Decimal, bool, date]:
    """Promotions first, then prices of the mode wanted, the lower tiers, the shorter life in the cache, the later line."""
    conditions = price.conditions
    return (
        conditions.promotion,
        conditions.mode is not None,
        -(conditions.input_tokens or ANY_LENGTH).start,
        -(conditions.output_tokens or ANY_LENGTH).start,
        conditions.cache_life != "1h",
        price.since,
    )


def _with_tiers(price: Price, held: Iterable[Price]) -> Price:
    """The price with those of requests with more input, the fewest first."""
    long = tuple(sorted(_longer(price, held)))
    return replace(price, long=long) if long else price


def _longer(price: Price, held: Iterable[Price]) -> Iterator[tuple[Decimal, Decimal]]:
    conditions = price.conditions
    if conditions.input_tokens is None:
        return
    start = conditions.input_tokens.start
    for other in held:
        tier = other.conditions.input_tokens
        longer = tier is not None and tier.start > start and other.side is price.side
        if tier is not None and longer and conditions.differ_by_tier_alone(other.conditions):
            yield tier.start, other.for_tokens(price.per)
