"""The terms on which a question asks for prices: batch, at peak hours, for long requests, at launch."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.language.basics.cues import Cue
from bot.question import ANY_HOUR, Kind, Order, Question, Terms, Unpriced
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots

_TERMS: Final = (Unpriced.BATCH, Unpriced.LONG)
"""What the terms tell of themselves, where no price is known on them."""


def on_terms(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate on the terms that the message names; a bound that is one of the work asked about is none of them."""
    question = candidate.question
    if "terms" not in handler.slots or question.kind is Kind.WINDOW or question.terms == Terms(launch=True):
        return candidate  # a question for the hours names them to ask of them
    terms, places = slots.terms
    spans = candidate.spans
    if slots.moment is not None and (terms is None or terms.window is None) and not _is_of_others(slots):
        window, span = slots.moment
        spans += (span,)
        if question.kind is not Kind.HISTORY or window != ANY_HOUR:
            terms = (terms or Terms())._replace(window=window)
        if window != ANY_HOUR and _names_day(slots) and not _priced_anew(question, slots):
            question = replace(question, as_of=None)
    if terms is None:
        return candidate._replace(spans=spans)
    if question.order is Order.OFFER:
        terms = terms._replace(launch=False)  # an offer of that time may run still
    if question.loads or question.money:
        terms = terms._replace(tokens=None)
    if question.terms is not None:
        terms = terms._replace(blend=question.terms.blend)
    if terms == Terms():
        return candidate
    unpriced = None if question.unpriced in _TERMS else question.unpriced
    question = replace(question, terms=terms, unpriced=unpriced)
    return candidate._replace(question=question, used=candidate.used | places, spans=spans)


def _priced_anew(question: Question, slots: Slots) -> bool:
    """Whether a price that is asked for begins between today and the day that is asked of."""
    first, last = sorted((question.as_of or slots.market.day, slots.market.day))
    prices = (price for id_ in question.subjects for price in slots.market.knowledge.prices.get(id_, ()))
    return any(first < price.since <= last for price in prices)


def _is_of_others(slots: Slots) -> bool:
    """Whether the hour may be that of what is not understood, where it makes no price another: 今晚加班，豆包多少钱."""
    window, (start, end) = slots.moment or ("", (0, 0))
    return window == ANY_HOUR and any(first < start or end < last for first, last in slots.reading.residue)


def _names_day(slots: Slots) -> bool:
    """Whether the day that the message names is that of the hour: next Monday at ten."""
    start, end = slots.moment[1] if slots.moment is not None else (0, 0)
    days = [slots.tokens[place] for place in slots.reading.cues.get(Cue.DATE, ())]
    return bool(days) and all(start <= day.start < end for day in days)
