"""What became of models since somebody knew a state of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from bot.knowledge.price_entries import Basis, End
from bot.live.news.states import Listed, ModelState, Quote, State, book_of, key_of, quote_of
from bot.maintain.lanes import GONE, Lane, Lanes, Paid, lanes_on, tiers_on, turns_of
from bot.questions.working.market import Market

RECENT: Final = timedelta(days=31)
"""A model that came out before is not called new because it is on record now."""

_ONE_DAY: Final = timedelta(days=1)


class Fate(StrEnum):
    """What became of a model."""

    NEW = "new"
    MOVED = "moved"
    """It costs something else."""
    RECAST = "recast"
    """Its price hangs on other things than before."""
    RETIRED = "retired"
    BACK = "back"
    UNLISTED = "unlisted"


class Move(NamedTuple):
    """What was paid in a lane, and is."""

    lane: Lane
    before: Quote
    after: Quote
    paid: Paid


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a model; ``since``: from which day, where that is known.

    ``corrected``: by the record it never cost what it was said to.
    """

    model: str
    fate: Fate
    since: date | None = None
    moves: tuple[Move, ...] = ()
    listed: Listed | None = None
    corrected: bool = False


def changes(before: State, after: Mapping[str, Listed], market: Market) -> Iterator[Change]:
    """What is to be told to somebody who knows the state before."""
    for model in dict.fromkeys((*after, *before.models)):
        change = _change(before.models.get(model), after.get(model), model, market)
        if change is not None:
            yield change


def _change(before: ModelState | None, after: Listed | None, model: str, market: Market) -> Change | None:
    if after is None:
        return Change(model, Fate.UNLISTED) if before is not None and not before.gone else None
    if before is None:
        return Change(model, Fate.NEW, listed=after) if not after.gone and _is_recent(after, market) else None
    if after.gone:
        return None if before.gone else Change(model, Fate.RETIRED, _end_of(after, market))
    if before.gone:
        return Change(model, Fate.BACK, listed=after)
    moves = tuple(_moves(before, after))
    if moves:
        return _moved(moves, after, market)
    same = {key_of(lane) for lane in after.lanes} & before.quotes.keys()
    return Change(model, Fate.RECAST, listed=after) if before.quotes and not same else None


def _moves(before: ModelState, after: Listed) -> Iterator[Move]:
    """Lanes that cost something else; of a lane that was not known before, and of one that is left out, nothing is told."""
    for lane, paid in sorted(after.lanes.items(), key=lambda item: item[0].order):
        was = before.quotes.get(key_of(lane))
        now = quote_of(paid)
        if was is not None and now is not None and was != now:
            yield Move(lane, was, now, paid)


def _is_recent(after: Listed, market: Market) -> bool:
    """Whether a model came out lately, as far as that is known."""
    book = book_of(market, after.id)
    known = book.models.get(after.id)
    if known is not None and known.life.released is not None:
        return known.life.released.last >= after.day - RECENT
    return min((price.since for price in book.prices.get(after.id, ())), default=date.min) >= after.day - RECENT


def _end_of(after: Listed, market: Market) -> date | None:
    known = book_of(market, after.id).models.get(after.id)
    return known.life.retired.exact if known is not None and known.life.retired is not None else None


def _moved(moves: tuple[Move, ...], after: Listed, market: Market) -> Change:
    """The change, with the last day on which, by the record, a price became what it is, where that is known."""
    moved = Change(after.id, Fate.MOVED, None, moves, after)
    turns, lanes_at = _course(after.id, market)
    past = [(turn, lanes_at(turn - _ONE_DAY)) for turn in sorted(turns, reverse=True) if turn <= after.day]
    since = next((turn for turn, lanes in past if any(lanes.get(move.lane) != move.paid for move in moves)), None)
    if since is None or not _is_dated(after.id, since, market):
        return moved
    recorded = (move.before == quote_of(lanes.get(move.lane, GONE)) for _, lanes in past for move in moves)
    return replace(moved, since=since) if any(recorded) else replace(moved, corrected=True)


def _course(id_: str, market: Market) -> tuple[set[date], Callable[[date], Lanes]]:
    """The days on which what is paid may change, and what is paid on a day."""
    plan = market.knowledge.plans.get(id_)
    if plan is not None:
        turns = {turn for price in plan.prices for turn in (price.since, price.until) if turn is not None}
        return turns, lambda day: tiers_on(plan, day)
    book = book_of(market, id_)
    return turns_of(book, id_), lambda day: lanes_on(book, id_, day)


def _is_dated(id_: str, turn: date, market: Market) -> bool:
    """Whether a day is that of the change itself, rather than the first on which the new price was seen."""
    book = book_of(market, id_)
    for price in book.prices.get(id_, ()):
        if price.since == turn and price.basis in (Basis.SEEN, Basis.UNDATED):
            return False
        if price.until == turn and price.until_basis is End.BY:
            return False
    return True
