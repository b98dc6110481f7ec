"""The terms on which a question asks for prices: batch, at peak hours, for long requests, at launch."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.question import Terms, Unpriced
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots

_TERMS: Final = (Unpriced.BATCH, Unpriced.LONG)
"""What the terms tell of themselves, where no price is known on them."""


def on_terms(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate on the terms that the message names; a bound that is one of the work asked about is none of them."""
    question = candidate.question
    terms, places = slots.terms
    if terms is None or "terms" not in handler.slots:
        return candidate
    if question.loads or question.money:
        terms = terms._replace(tokens=None)
    if question.terms is not None:
        terms = terms._replace(blend=question.terms.blend)
    if terms == Terms():
        return candidate
    unpriced = None if question.unpriced in _TERMS else question.unpriced
    question = replace(question, terms=terms, unpriced=unpriced)
    return candidate._replace(question=question, used=candidate.used | places)
