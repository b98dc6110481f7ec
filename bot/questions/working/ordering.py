"""Figures that are put in order: which of them may come first, and which certainly does."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from bot.answers import Note, Result
from bot.quantities import ARITHMETIC, COPY, ZERO, Quantity, Range
from bot.question import Load
from bot.questions.working.open_amounts import at
from bot.questions.working.working import Working


class Figure(NamedTuple):
    """A model's result, and the same in the currency and for the amount that figures are compared by."""

    compared: Range
    result: Result
    fact: str | None = None
    """The fact that the price stands in."""


class Trial(NamedTuple):
    """The figure that a model is ranked by, if it has one, and the exchange rates that it hangs on."""

    figure: Figure | None
    rates: tuple[Note, ...]


def contenders(figures: Sequence[Figure], *, dearest: bool) -> list[Figure]:
    """Those that no other certainly comes before: one is the winner, several overlap or are tied."""
    free = [figure for figure in figures if figure.result.free]
    if free and not dearest:
        return free
    if len(free) < len(figures):
        figures = [figure for figure in figures if not figure.result.free]
    if dearest:
        least = max((figure.compared.low or ZERO for figure in figures), default=ZERO)
        return [figure for figure in figures if figure.compared.high is None or figure.compared.high >= least]
    most = min((figure.compared.high for figure in figures if figure.compared.high is not None), default=None)
    return [figure for figure in figures if most is None or (figure.compared.low or ZERO) <= most]


def tied(figures: Sequence[Figure]) -> bool:
    """Whether all are just the same."""
    return len({figure.compared for figure in figures}) == 1 and figures[0].compared.exact is not None


def overlapping(figure: Figure, others: Sequence[Figure]) -> list[Figure]:
    """Those of the others of which it cannot be told whether they come before or after a figure."""
    return [other for other in others if other is not figure and not _apart(figure, other)]


def middle(value: Range) -> Decimal:
    """The figure that a range is ordered by: the one it names, or the middle of two."""
    if value.low is None or value.high is None:
        return value.low or value.high or ZERO
    return ARITHMETIC.divide(ARITHMETIC.add(value.low, value.high), Decimal(2))


def one_amount(working: Working, loads: Sequence[Load]) -> Load | None:
    """The one load multiplied out, where its amount may be anything in a range, but is the same for all models."""
    if len(loads) != 1 or loads[0].side or (loads[0].amount.unit != COPY and loads[0].amount.value.exact is not None):
        return None
    total = Working(working.market, working.question).amount_of(loads[0])
    return None if total is None or total[0].exact is not None else Load(Quantity(*total))


def at_one_end(load: Load) -> Load:
    """The load at one end of its amount, at which models are as many times apart as anywhere."""
    low, high = load.amount.value
    return at(load, low or high or ZERO)


def _apart(one: Figure, other: Figure) -> bool:
    first, second = one.compared, other.compared
    if one.result.free is not other.result.free or (first.exact is not None and first == second):
        return True
    below = first.high is not None and first.high < (second.low or ZERO)
    return below or (second.high is not None and second.high < (first.low or ZERO))
