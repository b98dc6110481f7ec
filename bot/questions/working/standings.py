"""All models in the order of their prices on a day, worked out once: of thousands only those that come first are told."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.price_entries import Price, Side
from bot.knowledge.selection import Wanted
from bot.quantities import ARITHMETIC, MILLION, ONE, ZERO
from bot.question import Kind, Question

if TYPE_CHECKING:
    from bot.questions.working.market import Market

COMMON_CURRENCY: Final = "CNY"
MOST_OFFERED: Final = 5
"""Models told of where none was named."""
MOST_NAMED: Final = 12
"""Models told of where a message names so many."""
_KEPT: Final = 8
"""Orders kept for each knowledge base."""


class Standing(NamedTuple):
    """What a million tokens of a model cost in the currency that all are compared in."""

    amount: Decimal
    model: str


class Offer(NamedTuple):
    """Models that are told of, and how many others there are."""

    models: tuple[str, ...]
    others: int


def usual_prices(prices: Iterable[Price], side: str | None) -> tuple[Price, ...]:
    """The prices of a side; where none is asked for, all but cached input, which is nobody's usual case."""
    if side is not None:
        return tuple([price for price in prices if price.side in (None, side)])
    return tuple([price for price in prices if price.side is not Side.CACHED_INPUT])


def main_price(prices: Sequence[Price]) -> Price | None:
    """The price to compare a model by: its only one, or that of input, or else the first of those asked for."""
    return next((price for price in prices if price.side in (None, Side.INPUT)), None) or next(iter(prices), None)


def standings(
    market: Market, side: str | None = None, *, everything: bool = False, blended: bool = False
) -> tuple[Standing, ...]:
    """All models with a price on the market's day, the cheapest first; ``everything`` takes the wider catalogue in.

    They go by the price of a side, or, where it is ``blended``, by those of input and output together.
    """
    orders = _orders(market.knowledge)
    where = id(market.catalogue), id(market.exchange)
    key = (market.day, market.clock, market.wanted, market.abroad, side, everything, blended, where)
    if key not in orders:
        while len(orders) >= _KEPT:
            del orders[next(iter(orders))]
        models = (*market.on_sale(), *(market.wider_models() if everything else ()))
        # What the order hangs on is kept beside it, so that nothing else can take over its place in memory.
        orders[key] = (in_order(market, models, side, blended), market.catalogue, market.exchange)
    return orders[key][0]


_Key = tuple[date, Hashable, Wanted, bool, str | None, bool, bool, tuple[int, int]]


@derived
def _orders(_: Knowledge) -> dict[_Key, tuple[tuple[Standing, ...], object, object]]:
    return {}


BLEND: Final = ((Side.INPUT, Decimal(3)), (Side.OUTPUT, Decimal(1)))
"""The parts of input and output by which models are put in order where no side is asked for."""


def blend(prices: Iterable[Price], parts: Sequence[tuple[Side, Decimal]] = BLEND) -> Decimal | None:
    """What a million tokens cost, in the currency of the prices, with parts of them on each side.

    ``None`` where a side has no price.
    """
    by_side = {price.side: price for price in prices}
    total, whole = ZERO, ZERO
    for side, part in parts:
        price = by_side.get(side) or by_side.get(None)
        if price is None:
            return None
        total = ARITHMETIC.add(total, ARITHMETIC.multiply(price.for_tokens(MILLION), part))
        whole = ARITHMETIC.add(whole, part)
    return ARITHMETIC.divide(total, whole)


def is_blended(question: Question) -> bool:
    """Whether models go by their prices of input and output together: no side, work or limit says otherwise."""
    plain = not (question.side or question.loads or question.money or question.cheaper_than)
    return question.kind is Kind.RANK and plain


def in_order(market: Market, models: Iterable[str], side: str | None, blended: bool) -> tuple[Standing, ...]:
    rates: dict[str, Decimal] = {}
    found = []
    for model in models:
        prices = usual_prices(market.prices(model), side)
        price = main_price(prices)
        if price is None or not market.is_as_wanted(price):
            continue
        amount = (blend(prices) if blended else None) or price.for_tokens(MILLION)
        if price.currency not in rates:
            rates[price.currency] = rate_of(market, price.currency)
        found.append(Standing(ARITHMETIC.multiply(amount, rates[price.currency]), model))
    return tuple(sorted(found, key=_amount))


def rate_of(market: Market, currency: str) -> Decimal:
    """What one unit of a currency is in the one that all are compared in; 1 where no rate is known."""
    if currency == COMMON_CURRENCY:
        return ONE
    rate = market.exchange.convert(ONE, currency, COMMON_CURRENCY, market.day)
    return rate.rate if rate is not None else ONE


def _amount(standing: Standing) -> Decimal:
    return standing.amount


def offer(market: Market, side: str | None = None, among: Collection[str] = ()) -> Offer:
    """The models to tell of where none was named, or, where so many are, of those ``among`` them.

    They are all where they are few, else the cheapest of each vendor, the cheapest first.
    """
    few = MOST_NAMED if among else MOST_OFFERED
    pool = among or market.on_sale()
    if len(pool) <= few:
        return Offer(tuple(pool), 0)
    ranked: Sequence[Standing] = standings(market, side, blended=side is None)
    if among:
        kept = frozenset(among)
        ranked = [each for each in ranked if each.model in kept]
    first: dict[str, str] = {}
    for _, model in ranked:
        entry = market.entry(model)
        first.setdefault((entry.vendor if entry else None) or model, model)
        if len(first) == MOST_OFFERED:
            break
    if not first:
        return Offer(tuple(pool)[:MOST_OFFERED], len(pool) - MOST_OFFERED)
    return Offer(tuple(first.values()), len(ranked) - len(first))
