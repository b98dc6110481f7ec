"""From price lines as they are written to prices as they hold: one a side, with the day on which each ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge import schema
from bot.knowledge.model_entries import Life
from bot.knowledge.price_entries import MAIN_SIDES, Basis, Conditions, End, Price, Side, TokenRange, meet
from bot.quantities import MILLION, THOUSAND, TOKEN, ZERO

_SIDES: Final = (None, *Side)
"""The order in which the prices of a model are told, whatever the order of their lines."""
FREE_CURRENCY: Final = "CNY"
"""What is free is quoted as zero of this currency."""


class _Amount(NamedTuple):
    """What one side of a line costs, and what its list price is beside a promotion."""

    side: Side | None
    amount: Decimal
    listed: Decimal | None = None


def prices_of(model: str, lines: Sequence[schema.PriceShape], life: Life) -> list[Price]:
    """All prices of a model, oldest first, each with its end."""
    prices = [price for line in lines for price in line_prices(model, line)]
    ended = [_ended(price, prices, life) for price in prices]
    first = min((price.since for price in ended if price.basis is not Basis.REPORT), default=None)
    known = [_known_from(price, ended, first, life) for price in ended]
    return sorted(known, key=lambda price: (price.since, _SIDES.index(price.side)))


def line_prices(model: str, line: schema.PriceShape) -> Iterator[Price]:
    """The prices that one line states, without their ends."""
    per = line.per or line.buys or THOUSAND
    published_per = per if line.unit != TOKEN else MILLION if per >= MILLION else THOUSAND
    conditions = conditions_of(line)
    for side, amount, listed in _amounts(line):
        yield Price(
            model=model,
            amount=amount,
            currency=line.currency or FREE_CURRENCY,
            per=per,
            published_per=published_per,
            free=line.free is True,
            side=side,
            since=line.from_,
            source=line.source[0],
            until=line.until,
            fact=line.fact,
            unit=line.unit,
            conditions=conditions,
            basis=Basis(line.basis),
            until_basis=End(line.until_basis or End.ANNOUNCED) if line.until else None,
            checked=line.checked or (line.from_ if line.fact or line.basis in ("seen", "report") else None),
            confidence=line.confidence,
            list_amount=listed,
            other_sources=line.source[1:],
        )


def _amounts(line: schema.PriceShape) -> Iterator[_Amount]:
    listed = dict(line.list_.sides()) if line.list_ is not None else {}
    for side, amount in line.sides():
        yield _Amount(Side(side), amount, listed.get(side))
    only = Side(line.side) if line.side else None
    if line.amount is not None:
        yield _Amount(only, line.amount, line.list_.amount if line.list_ is not None else None)
    elif line.for_ is not None:
        yield _Amount(only, line.for_)
    elif line.free:
        yield _Amount(only, ZERO)


def conditions_of(line: schema.PriceShape) -> Conditions:
    """What a line hangs on."""
    return Conditions(
        mode=line.mode,
        cache_life=line.cache_life,
        window=line.window,
        input_tokens=_range(line.input_tokens),
        output_tokens=_range(line.output_tokens),
        promotion=line.promotion,
        region=line.region,
    )


def _range(tokens: schema.TokensShape | None) -> TokenRange | None:
    if tokens is None:
        return None
    return TokenRange(
        tokens.low or None, tokens.high, with_low=tokens.at_least is not None, with_high=tokens.up_to is not None
    )


def rivals(one: Price, other: Price) -> bool:
    """Whether two prices cannot both hold at a time: for the same unit, side, mode and requests, of one list."""
    same_list = (one.basis is Basis.REPORT) is (other.basis is Basis.REPORT) and one.unit == other.unit
    return same_list and meet(one.side, other.side) and one.conditions.share_requests_with(other.conditions)


def _ended(price: Price, prices: Sequence[Price], life: Life) -> Price:
    """The price with its end: the one written, or the day on which a later one for the same requests begins."""
    later = [
        other
        for other in prices
        if other.since > price.since
        and rivals(price, other)
        and not _in_other_hours(price, other)
        and (price.conditions.promotion or not other.conditions.promotion)
    ]
    ends = [(other.since, End.BY if other.basis is Basis.SEEN else End.ANNOUNCED) for other in later]
    if price.until is not None:
        ends.append((price.until, price.until_basis or End.ANNOUNCED))
    retired = life.retired.exact if life.retired is not None else None
    if retired is not None and price.basis is not Basis.REPORT:
        ends.append((retired, End.RETIRED))
    if not ends:
        return price
    until = min(day for day, _ in ends)
    basis = next(basis for day, basis in reversed(ends) if day == until)
    return replace(price, until=until, until_basis=basis)


def _in_other_hours(one: Price, other: Price) -> bool:
    """Whether two prices each have hours of their own, so that neither is in the other's way."""
    windows = {one.conditions.window, other.conditions.window}
    return None not in windows and len(windows) > 1


def _known_from(price: Price, prices: Sequence[Price], first: date | None, life: Life) -> Price:
    """The price with the day of the model's life from which it is given, as its first sighting.

    What is no ordinary price of input or output may have come later in the model's life: it is given so early only
    where it was seen as early as any other.
    """
    released = life.released.first if life.released is not None else None
    if released is None or released >= price.since or price.basis is Basis.REPORT or price.conditions.promotion:
        return price
    ordinary = price.side in (None, *MAIN_SIDES) and price.conditions.mode is None
    if not ordinary and price.since != first:
        return price
    if any(other.since < price.since and rivals(other, price) for other in prices):
        return price
    return replace(price, known_from=released)
