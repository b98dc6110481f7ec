"""Work that puts text out: as much as it takes in (a translation, a rewriting), or all of it (a novel to be written)."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.knowledge.price_entries import Side
from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions, worded
from bot.questions.frames.handler import Candidate
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market

_TURNED: Final = expressions("turned over")


def turned_over(candidate: Candidate, slots: Slots) -> Candidate:
    """The cost of a text that goes in and comes out, where input and output have prices of their own."""
    question, text = candidate.question, slots.reading.text
    plain = question.subjects and question.loads and not any(load.side for load in question.loads)
    if not plain or not all(_has_two_sides(slots.market, id_) for id_ in question.subjects):
        return candidate
    if not is_turned(slots):
        if not _is_written(slots):
            return candidate
        loads = tuple(load._replace(side=Side.OUTPUT) for load in question.loads)
        return candidate._replace(question=replace(question, loads=loads))
    loads = tuple(load._replace(side=side) for side in (Side.INPUT, Side.OUTPUT) for load in question.loads)
    return candidate._replace(question=replace(question, loads=loads), spans=(*candidate.spans, *_TURNED.spans(text)))


def is_turned(slots: Slots) -> bool:
    """Whether text goes in and comes out in other words."""
    return _TURNED.stands_in(slots.reading.text)


def _is_written(slots: Slots) -> bool:
    """Whether a word for writing stands right before the work: 写一本小说, generate 2M tokens."""
    reading, at = slots.reading, min(slots.loads[1], default=0) - 1
    while at >= 0 and not _PASSED.isdisjoint(reading.tokens[at].cues):
        at -= 1
    return at >= 0 and reading.text[reading.tokens[at].start : reading.tokens[at].end] in _WRITING


_WRITING: Final = frozenset(worded("writing"))
_PASSED: Final = frozenset({Cue.FILLER, Cue.PER, Cue.EACH})


def _has_two_sides(market: Market, model: str) -> bool:
    return {Side.INPUT, Side.OUTPUT} <= {price.side for price in market.prices(model)}
