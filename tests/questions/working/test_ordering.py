"""Which figures may come first, and how bounded amounts are compared and summed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.answers import Result
from bot.quantities import CHARACTER, Quantity, Range
from bot.question import Load
from bot.questions.working.open_amounts import at, named_end
from bot.questions.working.ordering import Figure, contenders, overlapping, tied


def figure(name: str, low: str | None, high: str | None, *, free: bool = False) -> Figure:
    value = Range(None if low is None else Decimal(low), None if high is None else Decimal(high))
    return Figure(value, Result("CNY", value, name, free=free))


def names(figures: list[Figure]) -> list[str | None]:
    return [each.result.subject for each in figures]


FREE = figure("free", "0", "0", free=True)
UP_TO_HALF = figure("up to half", None, "0.5")
ONE = figure("one", "1", "1")
TO_TWO = figure("to two", "0.7", "2")
OVER_THREE = figure("over three", "3", None)


@pytest.mark.parametrize(
    ("figures", "cheapest", "dearest"),
    [
        ([FREE, UP_TO_HALF], ["free"], ["up to half"]),
        ([UP_TO_HALF, ONE], ["up to half"], ["one"]),
        ([ONE, TO_TWO], ["one", "to two"], ["one", "to two"]),
        ([UP_TO_HALF, ONE, TO_TWO], ["up to half"], ["one", "to two"]),
        ([ONE, OVER_THREE], ["one"], ["over three"]),
        ([FREE], ["free"], ["free"]),
    ],
)
def test_who_may_come_first(figures: list[Figure], cheapest: list[str], dearest: list[str]) -> None:
    assert names(contenders(figures, dearest=False)) == cheapest
    assert names(contenders(figures, dearest=True)) == dearest


def test_a_tie_is_no_overlap() -> None:
    same = figure("same", "1", "1")
    assert tied(contenders([ONE, same], dearest=True))
    assert not tied(contenders([ONE, TO_TWO], dearest=True))
    assert overlapping(ONE, [ONE, same, TO_TWO, UP_TO_HALF, FREE]) == [TO_TWO]
    assert overlapping(UP_TO_HALF, [FREE]) == []


def test_the_figure_that_a_bound_names() -> None:
    assert named_end(Range.at_least(Decimal(0))) == 0
    assert named_end(Range.at_most(Decimal(5))) == 5
    assert named_end(Range(Decimal(1), Decimal(2))) is None
    load = Load(Quantity(Range.at_least(Decimal(5)), CHARACTER), (Decimal(3),))
    assert at(load, Decimal(5)) == Load(Quantity(Range.exactly(5), CHARACTER), (Decimal(3),))
