"""How the prices of one model changed last, side by side: the results that tell it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Remark, Role
from bot.knowledge.entries import Against, PublishedChange
from bot.knowledge.price_entries import Price, Side
from bot.quantities import PERCENT, THOUSAND, ZERO, Range, exact_text
from bot.question import Order
from bot.questions.working.earlier import Change, Move, SideChange, last_change
from bot.questions.working.market import quoted
from bot.questions.working.published import changed_on, published
from bot.questions.working.working import Working

PRICE_BEFORE: Final = "price"
"""The target of a question for the price before, rather than for how much it fell."""
MOVES: Final = {Order.CHEAPEST: Move.CUT, Order.DEAREST: Move.RISE}
"""Which way prices must have gone that are asked for: what became cheaper, what became dearer."""


def told_per(working: Working, price: Price) -> Decimal:
    """For how many tokens a price is told: as asked or published, or by the thousand where what a sum buys was."""
    return working.question.per or (price.published_per if price.per == price.published_per else THOUSAND)


def add_change(working: Working, model: str, change: Change) -> None:
    """Both prices of each side, and by how much it fell or rose."""
    working.note(Remark.CHANGED, model, change.move, day=change.day)
    if not change.stated:
        _note(working, model, change)
    for side in change.sides:
        if change.stated:
            _add_stated(working, model, side)
        else:
            _add_dated(working, model, side)


def _note(working: Working, model: str, change: Change) -> None:
    """What is to be said of a change between dated prices beside its figures."""
    for fact in published(working.market, model, Against.BEFORE):
        day = changed_on(working.market.knowledge, fact)
        if day is not None and change.day is not None and day >= change.day:
            working.cite(fact.source, fact.id)
    for side in change.sides:
        if side.before is None or side.after is None:
            remark = Remark.SIDE_NEW if side.before is None else Remark.SIDE_GONE
            working.note(remark, model, side.side or "")
        elif side.in_two_currencies:
            working.note(Remark.TWO_CURRENCIES, model)
    told = {side.side for side in change.sides}
    if told != {None}:
        for remark, prices in ((Remark.ONE_PRICE_BEFORE, change.before), (Remark.ONE_PRICE_NOW, change.after)):
            if any(price.side is None for price in prices) and told.intersection((Side.INPUT, Side.OUTPUT)):
                working.note(remark, model)


def _add_dated(working: Working, model: str, side: SideChange) -> None:
    """The prices before and after, and the percentage between them where there is one."""
    wants_price = working.question.target == PRICE_BEFORE
    known = [price for price in (side.after, side.before) if price is not None]
    per = told_per(working, next((price for price in known if not price.free), known[0]))
    for price, asked in ((side.before, wants_price), (side.after, False)):
        if price is not None:
            working.use_price(price)
            amount = Range.exactly(quoted(price, per))
            role = Role.ANSWER if asked else Role.ALSO
            working.add(price.currency, amount, model, price, per=per, role=role, free=price.free)
    if side.before is None or side.after is None or side.percent is None:
        return
    percent = side.percent
    was, now = exact_text(quoted(side.before, per)), exact_text(quoted(side.after, per))
    if percent and not side.after.free:
        apart = f"{now} − {was}" if percent < ZERO else f"{was} − {now}"
        working.step(f"({apart}) ÷ {was} × 100% = {exact_text(abs(percent))}%")
    add_percent(working, model, side.after, percent, asked=not wants_price)


def _add_stated(working: Working, model: str, side: SideChange) -> None:
    """The percentage as published, and the price before that follows from it."""
    if side.fact is None or side.fact.change is None or side.before is None or side.after is None:
        return
    wants_price = working.question.target == PRICE_BEFORE
    working.facts = {side.fact.id: None} | working.facts
    per = told_per(working, side.after)
    if not wants_price:
        working.add(PERCENT, stated_percent(side.fact.change), model, side.after)
    working.lead_back(model, side.fact, side.after, side.before, per)
    was = Range.exactly(quoted(side.before, per))
    role = Role.ANSWER if wants_price else Role.ALSO
    working.add(side.before.currency, was, model, side.before, per=per, role=role)


def stated_percent(change: PublishedChange) -> Range:
    """By how many percent a price is lower, as published: nothing below a bound is known, and a rise is negative."""
    percent = -change.percent if change.rises else change.percent
    if not change.up_to:
        return Range.exactly(percent)
    return Range(percent, None) if change.rises else Range(None, percent)


def add_percent(working: Working, model: str, price: Price, percent: Decimal, *, asked: bool) -> None:
    """A computed percentage: always as a difference, which programs look for, and as the answer where it is asked for."""
    for role in (Role.ANSWER, Role.DIFFERENCE) if asked else (Role.DIFFERENCE,):
        working.add(PERCENT, Range.exactly(percent), model, price, role=role)


def only_those_that_moved(working: Working) -> None:
    """Where no price went the way that is asked for: say so, and what went the other way is no answer."""
    wanted = MOVES.get(working.question.order) if working.question.order is not None else None
    changes = (last_change(working.market, model) for model in working.question.subjects)
    if wanted is None or any(side.move is wanted for change in changes if change for side in change.sides):
        return
    working.note(Remark.NONE_MOVED, wanted)
    working.results = [
        result._replace(role=Role.ALSO) if result.role is Role.ANSWER else result for result in working.results
    ]
