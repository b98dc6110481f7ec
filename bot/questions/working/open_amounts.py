"""Amounts with an open end ("at least", "at most") where a rate is open as well, so that no bound follows of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from bot.answers import Remark
from bot.knowledge.entries import Rate
from bot.quantities import CHARACTER, COPY, TOKEN, WORD, Quantity, Range
from bot.question import Load
from bot.questions.working.market import Market
from bot.questions.working.record import Record

_TEXT: Final = (CHARACTER, WORD)
_Worked = Callable[[Range, Range], Range]


def settled(record: Record, loads: tuple[Load, ...], models: Iterable[str]) -> tuple[Load, ...]:
    """The loads, each of which no bound follows for one of the models at the very figure named, with a note.

    At least a million characters of at least 1.5 a token are any number of tokens; of a million sharp they are at
    most so many.
    """
    models = tuple(models)
    return tuple(
        exactly_named(record, load) if any(_has_no_bound(record.market, load, model) for model in models) else load
        for load in loads
    )


def settled_by_rates(record: Record, load: Load, rates: Iterable[Rate], *, to_tokens: bool) -> Load:
    """The load at the very figure named, with a note, where no bound follows of it by one of the rates."""
    worked: _Worked = Range.over if to_tokens else Range.times
    is_open = any(_is_anything(worked(load.amount.value, rate.per_token)) for rate in rates)
    return exactly_named(record, load) if is_open else load


def exactly_named(record: Record, load: Load) -> Load:
    """The load with the figure that its bound names, and a note that says so."""
    value, unit = load.amount
    end = named_end(value)
    if end is None:
        return load
    record.note(Remark.NO_BOUND, unit, *([load.work] if load.work else []), figures=(end,))
    return at(load, end)


def at(load: Load, value: Decimal) -> Load:
    """The load with an exact amount."""
    return load._replace(amount=Quantity(Range.exactly(value), load.amount.unit))


def named_end(value: Range) -> Decimal | None:
    """The one figure of an open range; ``None`` for all else."""
    low, high = value
    if low is not None and high is not None:
        return None
    return low if low is not None else high


def _has_no_bound(market: Market, load: Load, model: str) -> bool:
    if load.amount.unit == TOKEN or named_end(load.amount.value) is None:
        return False
    work = market.knowledge.works.get(load.work or "") if load.amount.unit == COPY else None
    unit = work.unit if work is not None else load.amount.unit
    rates = market.own_rates(model, unit) if unit in _TEXT else ()
    return bool(rates) and _is_anything(load.amount.value.over(rates[0].per_token))


def _is_anything(value: Range) -> bool:
    return value.low is None and value.high is None
