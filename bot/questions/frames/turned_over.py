"""Work that puts out about as much text as it takes in: a translation, a rewriting."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.knowledge.price_entries import Side
from bot.language.words.expressions import expressions
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market

_TURNED: Final = expressions("turned over")


def turned_over(candidate: Candidate, slots: Slots) -> Candidate:
    """The cost of a text that goes in and comes out, where input and output have prices of their own."""
    question, text = candidate.question, slots.reading.text
    plain = question.subjects and question.loads and not any(load.side for load in question.loads)
    if (
        not plain
        or not _TURNED.stands_in(text)
        or not all(_has_two_sides(slots.market, id_) for id_ in question.subjects)
    ):
        return candidate
    loads = tuple(load._replace(side=side) for side in (Side.INPUT, Side.OUTPUT) for load in question.loads)
    return candidate._replace(question=replace(question, loads=loads), spans=(*candidate.spans, *_TURNED.spans(text)))


def _has_two_sides(market: Market, model: str) -> bool:
    return {Side.INPUT, Side.OUTPUT} <= {price.side for price in market.prices(model)}
