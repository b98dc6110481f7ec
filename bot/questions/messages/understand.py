"""From a text to the questions that it may be asking, the best first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from bot.language.basics.entities import EntityKind
from bot.question import Kind
from bot.questions.frames.before_cut import by_earlier_price
from bot.questions.frames.coverage import accounted, score, with_spans
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.frames.on_terms import on_terms
from bot.questions.frames.suppositions import considered
from bot.questions.frames.then_and_now import then_and_now
from bot.questions.kinds.handlers import handlers
from bot.questions.kinds.telling_words import told_by_words
from bot.questions.messages.known_asks import Facts, asked_for, is_computed, known_asks
from bot.questions.phrases.slots import Slots


class Ranked(NamedTuple):
    """A candidate with its score, from 0 to 1."""

    candidate: Candidate
    score: float


ANSWERABLE: Final = 0.45
"""The share of a message to the bot that its best reading must explain to be answered."""

_WHOLE: Final = 0.9995
"""A score that rounds to one: no kind that comes later in the precedence can do better."""


MAX_TOKENS: Final = 200
"""Recognized words of a message beyond which it is no question: nobody asks so much at once."""


def understand(slots: Slots, *, every: bool = False) -> tuple[Ranked, ...]:
    """Readings of the message that a handler found, the best first.

    A reading that explains all of the message is the last that is looked for, unless ``every`` one is wanted.
    """
    ranked: list[Ranked] = []
    if len(slots.tokens) > MAX_TOKENS:
        return ()
    for handler in handlers().values():
        candidate = handler.read(slots)
        if candidate is not None:
            candidate = accounted(candidate, handler, slots)
            candidate = _by_prices_spoken_of(candidate, handler, slots)
            candidate = with_spans(candidate, slots.reading)
            ranked.append(Ranked(candidate, score(candidate, handler, slots)))
            if not every and ranked[-1].score >= _WHOLE:
                break
    if len(ranked) > 1:
        ranked.sort(key=lambda each: (-round(each.score, 3), handlers()[each.candidate.question.kind].precedence))
    return with_asked(tuple(ranked), known_asks(slots.market.knowledge).exactly, slots)


def _by_prices_spoken_of(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate by the prices that the message speaks of, as far as its kind has slots for them."""
    for change in (considered, by_earlier_price, on_terms, then_and_now):
        candidate = change(candidate, handler, slots)
    return candidate


def with_asked(ranked: tuple[Ranked, ...], known: Callable[[str], Facts], slots: Slots) -> tuple[Ranked, ...]:
    """The readings of a message and, before them, that it asks for the facts that ``known`` gives for its text.

    A sum or price that explains all of the message is left as it is, where a model or an amount says of what.
    """
    best = ranked[0] if ranked else None
    told = slots.reading.named[EntityKind.MODEL] or slots.reading.amounts
    if best is not None and (best.candidate.asked or (best.score >= _WHOLE and told and is_computed(best.candidate))):
        return ranked
    facts = known(slots.reading.text)
    asked = asked_for(facts, best and best.candidate, slots.market.knowledge, slots.reading)
    if asked is None:
        return ranked
    return _before(asked, ranked)


def with_told(ranked: tuple[Ranked, ...], slots: Slots) -> tuple[Ranked, ...]:
    """The readings of a message and, before them, that it asks for the fact that has a word which they all leave out."""
    best = ranked[0] if ranked else None
    if best is not None and (best.candidate.asked or best.score >= _WHOLE):
        return ranked
    if best is not None and best.candidate.question.kind is Kind.FACT and best.score >= ANSWERABLE:
        return ranked
    told = told_by_words(slots)
    asked = asked_for(told, best and best.candidate, slots.market.knowledge, slots.reading)
    return ranked if asked is None else _before(asked, ranked)


def _before(asked: Candidate, ranked: tuple[Ranked, ...]) -> tuple[Ranked, ...]:
    return (Ranked(asked, 1.0), *(each for each in ranked if each.candidate.question != asked.question))
