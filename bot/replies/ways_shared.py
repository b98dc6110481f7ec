"""Ways to go on that answers of several kinds share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.question import Kind, Order, Question
from bot.replies.told import MOST_NAMED, Told, Way

SIDES: Final = ("input", "output")
BATCH: Final = "batch"


def of_side(told: Told, both: str) -> Iterator[Way]:
    """The other side where one was asked for, and both."""
    side = told.question.side
    if side is None:
        return
    for other in SIDES:
        if other != side:
            yield Way(told.labels.sides[other], replace(told.question, side=other))
    yield Way(both, replace(told.question, side=None))


def of_all(told: Told) -> Iterator[Way]:
    """All models in order, where none is spoken of."""
    yield Way(told.labels.cheapest_first, Question(Kind.RANK, order=Order.ASCENDING))


def of_models(told: Told) -> Iterator[Way]:
    """What is asked next of models, whatever was told of them."""
    yield from told.whole()
    yield from beside_each(told)
    for model in told.models[:MOST_NAMED]:
        yield told.price(model)
        if not told.is_free:
            yield from told.buys(model)
    if not told.models:
        yield from of_all(told)


def beside_each(told: Told) -> Iterator[Way]:
    """The models beside others, or, of one, beside its rivals."""
    if told.one is not None:
        yield from told.beside(told.one, compared)
    else:
        yield from told.together()


def compared(models: tuple[str, ...]) -> Question:
    """The question which of some models is cheaper."""
    return Question(Kind.COMPARE, models)
