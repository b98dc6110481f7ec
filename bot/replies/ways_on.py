"""Ways to go on from an answer: what one asks next of the models that it told of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from bot.answers import Answer, Button, Result
from bot.codes.ids import IdCodes
from bot.question import Kind, Question
from bot.questions.working.market import Market
from bot.replies.speech import Speech
from bot.replies.told import MOST_NAMED, Told, Way, rows_of_ways
from bot.replies.ways_of_news import of_change, of_fact, of_help, of_hours, of_plan, of_status
from bot.replies.ways_of_prices import of_comparison, of_price, of_ranking
from bot.replies.ways_of_sums import of_budget, of_cost, of_count
from bot.replies.ways_shared import of_models

MOST_ROWS: Final = 2
"""Rows under an answer: with the one that shares and draws it they are three."""


def buttons_for(answer: Answer, market: Market, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons under an answer, each asking something else than it answers."""
    told = Told(answer, market, speech)
    own = _WAYS.get(answer.question.kind, of_models)(told)
    return rows_of_ways(own, speech, ids, MOST_ROWS, answer.question) or rows_of_ways(
        of_models(told), speech, ids, MOST_ROWS
    )


def buttons_instead(answer: Answer, market: Market, speech: Speech, ids: IdCodes) -> tuple[tuple[Button, ...], ...]:
    """The buttons where something else was asked for than is known: what the models cost, or else all of them."""
    return rows_of_ways(of_models(Told(answer, market, speech)), speech, ids, MOST_ROWS)


def buttons_for_several(
    results: tuple[Result, ...], market: Market, speech: Speech, ids: IdCodes
) -> tuple[tuple[Button, ...], ...]:
    """The buttons under the answers to several questions: their models beside each other, and each alone."""
    told = Told(Answer(Question(Kind.PRICE), results), market, speech)
    ways = (*told.today_together(), *told.together(), *map(told.price, told.models[:MOST_NAMED]))
    return rows_of_ways(ways, speech, ids, MOST_ROWS)


_WAYS: Final[Mapping[Kind, Callable[[Told], Iterator[Way]]]] = {
    Kind.PRICE: of_price,
    Kind.COMPARE: of_comparison,
    Kind.RANK: of_ranking,
    Kind.COST: of_cost,
    Kind.BUDGET: of_budget,
    Kind.DISCOUNT: of_change,
    Kind.HISTORY: of_change,
    Kind.WINDOW: of_hours,
    Kind.STATUS: of_status,
    Kind.PLAN: of_plan,
    Kind.COUNT: of_count,
    Kind.FACT: of_fact,
    Kind.HELP: of_help,
}
