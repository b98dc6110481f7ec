"""The last change of a model's prices, side by side: by its dated prices, or by a change that was only published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from bot.knowledge.entries import Against, Fact, PublishedChange
from bot.knowledge.price_entries import Price, Side
from bot.quantities import ARITHMETIC
from bot.questions.working.dated import dated_prices
from bot.questions.working.market import Market
from bot.questions.working.published import changed_on, covers, published, remaining

_HUNDRED: Final = Decimal(100)
_DAY: Final = timedelta(days=1)
_SERVED_BY_ONE: Final = (Side.INPUT, Side.OUTPUT)
"""The sides that one price for all is for; cached input is a price of its own or none."""

_Standing = Mapping[Side | None, Price]


class Move(StrEnum):
    """Which way the prices of a model went."""

    CUT = "cut"
    RISE = "rise"
    CHANGE = "change"
    """One side this way and another that way, or into another currency."""


class SideChange(NamedTuple):
    """One side before and after; ``None`` where it had no price then. ``fact`` states it where no earlier price is dated."""

    side: Side | None
    before: Price | None
    after: Price | None
    fact: Fact | None = None

    @property
    def same(self) -> bool:
        """Whether the price stayed what it was."""
        if self.before is None or self.after is None:
            return False
        if self.before.free or self.after.free:
            return self.before.free and self.after.free
        was, now = self.before, self.after
        return was.currency == now.currency and was.amount * now.per == now.amount * was.per

    @property
    def in_two_currencies(self) -> bool:
        """Whether both cost money, and not the same money: such prices are not compared."""
        if self.before is None or self.after is None or self.before.free or self.after.free:
            return False
        return self.before.currency != self.after.currency

    @property
    def percent(self) -> Decimal | None:
        """By how much it fell, negative where it rose; ``None`` where no percentage says it."""
        if self.fact is not None and self.fact.change is not None:
            return -self.fact.change.percent if self.fact.change.rises else self.fact.change.percent
        if self.before is None or self.after is None or self.in_two_currencies:
            return None
        if self.before.free:
            return Decimal(0) if self.after.free else None
        was = ARITHMETIC.multiply(self.before.amount, self.after.per)
        now = ARITHMETIC.multiply(self.after.amount, self.before.per)
        return ARITHMETIC.multiply(ARITHMETIC.divide(ARITHMETIC.subtract(was, now), was), _HUNDRED)

    @property
    def move(self) -> Move | None:
        """Which way it went; ``None`` where it stayed, or is there only before or only after."""
        if self.same or self.before is None or self.after is None:
            return None
        if self.in_two_currencies:
            return Move.CHANGE
        return Move.RISE if self.percent is None or self.percent < 0 else Move.CUT


class Change(NamedTuple):
    """The last change of a model's prices: its day, all prices as they stood before and after, and each side of it.

    ``stated`` tells that the prices before follow from what was published, and are not dated.
    """

    day: date | None
    before: tuple[Price, ...]
    after: tuple[Price, ...]
    sides: tuple[SideChange, ...]
    stated: bool = False

    @property
    def move(self) -> Move:
        moves = {side.move for side in self.sides if side.move is not None}
        return moves.pop() if len(moves) == 1 else Move.CHANGE


def last_change(market: Market, model: str) -> Change | None:
    """The last change on record up to the day of the market; one that was only published where none is dated."""
    return _dated_change(market, model) or _stated_change(market, model)


def _dated_change(market: Market, model: str) -> Change | None:
    return next(dated_changes(market, model, market.day), None)


def dated_changes(market: Market, model: str, until: date) -> Iterator[Change]:
    """The changes between dated prices up to a day, the newest first."""
    prices = [price for price in dated_prices(market, model) if price.since <= until]
    days = sorted({price.since for price in prices}, reverse=True)
    for day in days[:-1]:
        after = {side: price for side, price in _standing(prices, day).items() if price.holds_on(day)}
        before = {
            side: price
            for side, price in _standing(prices, day - _DAY).items()
            if side in after or price.until is None or price.until >= day
        }
        sides = tuple(_side_by_side(before, after))
        if any(side.move for side in sides):
            yield Change(day, _in_order(before), _in_order(after), sides)


def _standing(prices: Iterable[Price], day: date) -> _Standing:
    """The last known price of each side; one price for all ends those of the sides, and they end it."""
    held: dict[Side | None, Price] = {}
    for price in sorted(prices, key=lambda price: price.since):
        if price.since <= day:
            if price.side is None:
                held.clear()
            else:
                held.pop(None, None)
            held[price.side] = price
    return held


def _in_order(prices: _Standing) -> tuple[Price, ...]:
    return tuple(prices[side] for side in (None, *Side) if side in prices)


def _side_by_side(before: _Standing, after: _Standing) -> Iterator[SideChange]:
    """Input with input, output with output; one price for all stands for both, where the other time has sides."""
    if None in before and None in after:
        yield SideChange(None, before[None], after[None])
        return
    for side in Side:
        was, now = _of_side(before, side), _of_side(after, side)
        if side in before or side in after:
            yield SideChange(side, was, now)


def _of_side(prices: _Standing, side: Side) -> Price | None:
    """The price of a side: its own, or the one for all as that of this side."""
    if side in prices:
        return prices[side]
    one = prices.get(None)
    return replace(one, side=side) if one is not None and side in _SERVED_BY_ONE else None


def _stated_change(market: Market, model: str) -> Change | None:
    """What follows from a published change of the prices of the day."""
    facts = published(market, model, Against.BEFORE)
    prices = market.prices(model) if facts else ()
    sides = [
        SideChange(after.side, _led_back(after, change), after, fact)
        for price in prices
        for fact in facts
        if (change := fact.change) is not None and _is_of(market, price, fact)
        if (after := _changed_by(price, change)) is not None
    ]
    if not sides:
        return None
    changed = {side.side: side.before for side in sides if side.before is not None}
    before = tuple(changed.get(price.side, price) for price in prices)
    return Change(changed_on(market.knowledge, facts[0]), before, prices, tuple(sides), stated=True)


def _is_of(market: Market, price: Price, fact: Fact) -> bool:
    """Whether a price is the one that a published change led to: it held on that day, or the same source gives it."""
    day = changed_on(market.knowledge, fact)
    return not price.free and (price.source == fact.source or (day is not None and price.since <= day))


def _changed_by(price: Price, change: PublishedChange) -> Price | None:
    """The price of the side that a change is of; of one price for all, as that of the side."""
    if covers(change, price.side):
        return price
    one_for_all = price.side is None and change.side in _SERVED_BY_ONE
    return replace(price, side=change.side) if one_for_all else None


def _led_back(price: Price, change: PublishedChange) -> Price:
    """The price before a change."""
    return replace(price, amount=ARITHMETIC.divide(price.amount, remaining(change)))
