"""Ways to go on from what work costs, what money buys and how many tokens a text is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.knowledge.price_entries import Side
from bot.quantities import CHARACTER, TOKEN, WORD, Quantity, Range
from bot.question import Load, Terms
from bot.replies.told import MOST_NAMED, Told, Way
from bot.replies.ways_shared import BATCH, of_side
from bot.text import Language

ANSWER_SIZES: Final = (500, 1_000, 2_000)
"""Tokens of an answer to a text that is counted."""
_PEAK: Final = "peak"


def of_cost(told: Told) -> Iterator[Way]:
    """After what work costs: other models, another currency, the whole sum, batch and peak."""
    question = told.question
    shared = not any(load.subject for load in question.loads) and not question.alongside
    if told.one is not None and shared:
        yield from told.beside(told.one, lambda models: replace(question, subjects=models))
    if shared and question.subjects:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    yield from told.in_other_currency(question)
    yield from told.whole()
    for terms, label in ((Terms(mode=BATCH), told.labels.batch), (Terms(window=_PEAK), told.labels.peak)):
        if question.terms is None and told.one is not None and _sells(told, told.one, terms):
            yield Way(label, replace(question, terms=terms, alongside=None))
    for model in (question.alongside, *told.models[:MOST_NAMED]):
        if model is not None:
            yield told.price(model)


def _sells(told: Told, model: str, terms: Terms) -> bool:
    """Whether a model has other prices on these terms."""
    return told.has_mode(model, terms.mode) if terms.mode else told.market.windows_of(model) is not None


def of_budget(told: Told) -> Iterator[Way]:
    """After what money buys: in another unit, of other models, on the other side."""
    question, labels = told.question, told.labels
    tokens = question.target in (None, TOKEN)
    text = WORD if told.speech.language is Language.EN else CHARACTER
    counted = replace(question, target=text if tokens else TOKEN, size=None)
    yield Way(labels.text if tokens else labels.tokens, counted)
    shared = not question.apart and not question.alongside
    if told.one is not None and shared:
        yield from told.beside(told.one, lambda models: replace(question, subjects=models))
    if shared and question.subjects:
        yield from told.one_more(lambda models: replace(question, subjects=models))
    yield from told.whole()
    yield from of_side(told, labels.both_sides)
    for model in (question.alongside, *told.models[:MOST_NAMED]):
        if model is not None:
            yield told.price(model)


def of_count(told: Told) -> Iterator[Way]:
    """Other lengths of the answer to a text."""
    for size in ANSWER_SIZES:
        length = Load(Quantity(Range.exactly(size), TOKEN), side=Side.OUTPUT)
        label = told.labels.answer.format(amount=told.speech.amount(length.amount.value, TOKEN))
        yield Way(label, replace(told.question, size=length))
    yield from told.in_other_currency(told.question)
