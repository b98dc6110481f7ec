"""Every price of the wider catalogue against what its package works out for the same seller, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

import pytest
from genai_prices import Usage, calc_price
from genai_prices.data import providers
from genai_prices.types import ModelInfo, Provider, TieredPrices, TimeOfDateConstraint

from bot.knowledge.catalogue import Catalogue, checked_on
from bot.knowledge.catalogue_charges import CHARGES, MODES, UNTOLD
from bot.knowledge.catalogue_models import is_borrowed, select
from bot.knowledge.catalogue_offers import offers
from bot.knowledge.catalogue_prices import is_free
from bot.knowledge.catalogue_sellers import CONVERTED, seller_of
from bot.knowledge.price_entries import Side
from bot.knowledge.selection import ORDINARY_CALL, Wanted, prices

CATALOGUE: Final = Catalogue.load()
CHECKED: Final = checked_on(providers)
TOKENS: Final = 20_000

USED: Final = {
    Side.INPUT: {"input_tokens"},
    Side.OUTPUT: {"output_tokens"},
    Side.CACHED_INPUT: {"input_tokens", "cache_read_tokens"},
    Side.CACHE_WRITE: {"input_tokens", "cache_write_tokens"},
    Side.AUDIO_INPUT: {"input_tokens", "input_audio_tokens"},
    Side.AUDIO_OUTPUT: {"output_tokens", "output_audio_tokens"},
    Side.IMAGE_INPUT: {"input_tokens", "input_image_tokens"},
    Side.IMAGE_OUTPUT: {"output_tokens", "output_image_tokens"},
    Side.THINKING: {"output_tokens", "output_reasoning_tokens"},
}
"""What a call reports that uses tokens of one side alone."""


class Sold(NamedTuple):
    """A model in a seller's list, and its id here."""

    id: str
    provider: Provider
    model: ModelInfo


def sold() -> Iterator[Sold]:
    listings = select(providers)
    ids = {id(listing.model): listing.id for listing in listings}
    found = offers(providers, listings)
    for provider in providers:
        for model in provider.models:
            offer = found.get((provider.id, model.id))
            if id_ := offer.id if offer is not None else ids.get(id(model)):
                yield Sold(id_, provider, model)


SOLD: Final = tuple(sold())


def left_out(provider: Provider, model: ModelInfo) -> str | None:
    """Why a price of the package is not told; ``None`` where it is."""
    if provider.id in CONVERTED:
        return "its list is made of prices in CNY at a fixed rate"
    if is_borrowed(seller_of(provider), model):
        return "the price in its maker's list is another seller's, or one in CNY at a fixed rate"
    steps = [step.prices for step in model.prices] if isinstance(model.prices, list) else [model.prices]
    stated = {name for prices in steps for name, amount in vars(prices).items() if amount is not None}
    if not stated and not is_free(model):
        return "no price is stated, and nothing says that it is free"
    return None if is_free(model) or stated & CHARGES.keys() else "what it charges for has no name here"


def moments(model: ModelInfo) -> Iterator[datetime]:
    """Now, and noon before and on each day of a change; the hours of windows too, where it has any."""
    steps = model.prices if isinstance(model.prices, list) else []
    starts = {day for step in steps if isinstance(day := getattr(step.constraint, "start_date", None), date)}
    last = max(starts, default=date.min)
    windows = [step.constraint for step in steps if isinstance(step.constraint, TimeOfDateConstraint)]
    for day in sorted({CHECKED, *starts, *(start - timedelta(days=1) for start in starts)}):
        yield datetime.combine(day, time(12), UTC)
        # The hours of a window hold from the last dated price on; the package takes them to have held always.
        for window in windows if day >= last else ():
            yield datetime.combine(day, window.start_time.replace(tzinfo=None), UTC)
            yield datetime.combine(day, window.end_time.replace(tzinfo=None), UTC)


def wanted_of(model: ModelInfo, moment: datetime) -> Iterator[tuple[Wanted, dict[str, str] | None]]:
    yield ORDINARY_CALL, None
    for variant in model.price_variants or ():
        mode = MODES.get(next(iter(variant.when.items()))) if len(variant.when) == 1 else None
        if mode and (variant.constraint is None or variant.constraint.active(moment)) and any(vars(variant.prices)):
            yield Wanted(mode=mode), variant.when


def is_listed(one: Sold, side: Side, moment: datetime, context: dict[str, str] | None) -> bool:
    """Whether the package has a price of its own for the side, rather than that of all input or output."""
    names = {name for name, charge in CHARGES.items() if charge.side is side and charge.unit == "token"}
    return any(vars(one.model.get_prices(moment, context)).get(name) is not None for name in names)


def test_every_price_that_is_not_told_has_its_reason() -> None:
    told = {(one.provider.id, one.model.id) for one in SOLD}
    untold = {
        (provider.id, model.id): left_out(provider, model)
        for provider in providers
        for model in provider.models
        if (provider.id, model.id) not in told
    }
    assert all(untold.values()), [place for place, reason in untold.items() if reason is None]
    assert len(told) > 2_150
    assert {reason for reason in untold.values() if reason} == {
        "its list is made of prices in CNY at a fixed rate",
        "the price in its maker's list is another seller's, or one in CNY at a fixed rate",
        "no price is stated, and nothing says that it is free",
    }


def test_every_charge_of_the_package_is_told_or_has_its_reason() -> None:
    steps = (
        prices
        for provider in providers
        for model in provider.models
        for prices in ([step.prices for step in model.prices] if isinstance(model.prices, list) else [model.prices])
    )
    stated = {name for prices in steps for name, amount in vars(prices).items() if amount is not None}
    assert stated <= CHARGES.keys() | UNTOLD.keys()
    assert not CHARGES.keys() & UNTOLD.keys()


def costs(one: Sold) -> Iterator[tuple[str, Decimal, Decimal]]:
    """What each call is, what it costs here and what it costs by the package."""
    for moment in moments(one.model):
        for wanted, context in wanted_of(one.model, moment):
            for size in {TOKENS, *(start + more for start in tiers(one, moment, context) for more in (0, 1))}:
                asked = Wanted(mode=wanted.mode, input_tokens=Decimal(size))
                for price in prices(CATALOGUE.book, one.id, moment, asked):
                    if price.side is not None and is_listed(one, price.side, moment, context):
                        theirs = cost_of_side(one, price.side, size, moment, context)
                        call = f"{one.id} {price.side} {wanted.mode} {moment:%F %R} {size}"
                        yield call, price.for_tokens(Decimal(size)), theirs


def cost_of_side(one: Sold, side: Side, size: int, moment: datetime, context: dict[str, str] | None) -> Decimal:
    """What tokens of one side cost by the package, in a call with so many of input."""

    def total(used: set[str]) -> Decimal:
        usage = Usage(**dict.fromkeys(used, size))
        cost = one.model.calc_price(usage, one.provider, genai_request_timestamp=moment, price_context=context)
        return cost.total_price

    if any(name.startswith("output") for name in USED[side]):
        return total(USED[side] | {"input_tokens"}) - total({"input_tokens"})
    a_call = vars(one.model.get_prices(moment, context)).get("requests_kcount") or Decimal(0)
    return total(USED[side]) - a_call / 1000


def tiers(one: Sold, moment: datetime, context: dict[str, str] | None) -> set[int]:
    stated = vars(one.model.get_prices(moment, context)).values()
    return {tier.start for value in stated if isinstance(value, TieredPrices) for tier in value.tiers}


@pytest.mark.parametrize("provider", [provider.id for provider in providers if provider.id not in CONVERTED])
def test_every_cost_is_that_of_the_package(provider: str) -> None:
    compared = 0
    for one in (one for one in SOLD if one.provider.id == provider):
        for call, ours, theirs in costs(one):
            assert ours == theirs, call
            compared += 1
    assert compared


DOUBTED: Final = (
    ("openrouter/kimi-k3", date(2026, 10, 19), date(2026, 11, 3)),
    ("openrouter/glm-5.3", date(2026, 10, 19), date(2026, 11, 3)),
    ("openrouter/glm-5.3-flash", date(2026, 10, 19), date(2026, 10, 20)),
    ("openrouter/deepseek-v4.1-flash", date(2026, 10, 20), date(2026, 11, 3)),
)
"""Spells in the router's list in which it shows what nobody asked."""


@pytest.mark.parametrize(("identity", "start", "end"), DOUBTED)
def test_what_a_router_s_list_shows_for_some_days_and_nobody_asked_is_not_told(
    identity: str, start: date, end: date
) -> None:
    during = datetime.combine(start, time(12), UTC)
    assert prices(CATALOGUE.book, identity, during) == ()
    assert prices(CATALOGUE.book, identity, datetime.combine(end, time(12), UTC))


def test_what_an_id_costs_by_itself_is_what_it_costs_by_the_package() -> None:
    moment = datetime.combine(CHECKED, time(12), UTC)
    compared = 0
    for one in SOLD:
        try:
            theirs = calc_price(Usage(input_tokens=TOKENS), one.model.id, genai_request_timestamp=moment)
        except LookupError:
            continue
        if theirs.provider is not one.provider or theirs.model is not one.model or ":" in one.model.id:
            continue
        identity = CATALOGUE.find(one.model.id.lower()) or one.id
        found = prices(CATALOGUE.book, identity, moment, Wanted(input_tokens=Decimal(TOKENS)))
        ours = next((price.for_tokens(Decimal(TOKENS)) for price in found if price.side is Side.INPUT), None)
        assert ours is None or ours == theirs.input_price
        compared += ours is not None
    assert compared > 300


@pytest.mark.parametrize(
    ("identity", "unit", "used"),
    [
        ("openai/whisper-1", "hour", {"audio_seconds": 3600}),
        ("mistral/mistral-ocr-4-1", "page", {"input_document_pages": 1}),
        ("openai/tts-1", "character", {"input_characters": 1}),
        ("anthropic/claude-sonnet-5", "search", {"web_searches": 1}),
    ],
)
def test_what_is_no_token_costs_what_it_costs_by_the_package(identity: str, unit: str, used: dict[str, int]) -> None:
    moment = datetime.combine(CHECKED, time(12), UTC)
    one = next(one for one in SOLD if one.id == identity)
    (price, *_) = prices(CATALOGUE.book, identity, moment, Wanted(unit=unit))
    theirs = one.model.calc_price(Usage(**used), one.provider, genai_request_timestamp=moment).total_price
    assert price.for_tokens(Decimal(1)) == theirs
    assert price.unit == unit
