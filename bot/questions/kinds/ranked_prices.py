"""The prices of the models of a ranking as they are told: in the currency asked for, those of the other side beside."""

from __future__ import annotations

from collections.abc import Iterator

from bot.answers import Result, Role
from bot.knowledge.price_entries import MAIN_SIDES
from bot.quantities import MILLION, Money, Range
from bot.questions.working.market import quoted
from bot.questions.working.ordering import Figure
from bot.questions.working.standings import usual_prices
from bot.questions.working.working import Working


def other_sides(working: Working, figures: list[Figure]) -> Iterator[Result]:
    """What the models that are told of charge for their other side, where none was asked for."""
    question = working.question
    if question.side is not None or question.loads:
        return
    for figure in figures:
        shown, model = figure.result, figure.result.subject or ""
        for price in usual_prices(working.market.prices(model), None):
            if shown.side in MAIN_SIDES and price.side in MAIN_SIDES and price.side != shown.side:
                per = question.per or MILLION
                value = Range.exactly(quoted(price, per))
                result = working.made(price.currency, value, model, price, role=Role.ALSO, per=per, free=price.free)
                yield in_currency(working, result)


def in_currency(working: Working, result: Result) -> Result:
    """A result in the currency asked for, where there is a rate."""
    target = working.question.target
    if target is None or result.free or result.value is None:
        return result
    value = working.exchange(Money(result.value, result.unit), target)
    return result if value is None else result._replace(unit=target, value=value)
