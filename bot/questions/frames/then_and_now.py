"""A family of which a price was once reported: the answer of its other time is told beside that of the one meant."""

from __future__ import annotations

from dataclasses import replace

from bot.question import Question, Unpriced
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.working.families import told_of


def then_and_now(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate with the family's model of today beside the reported one, or the reported one beside those of today."""
    question = with_other_time(candidate.question, slots) if "alongside" in handler.slots else candidate.question
    return candidate if question is candidate.question else candidate._replace(question=question)


def with_other_time(question: Question, slots: Slots) -> Question:
    """The question with what a family that the message names stood for at its other time."""
    other = _other_time(question, slots)
    return question if question.alongside == other else replace(question, alongside=other)


def _other_time(question: Question, slots: Slots) -> str | None:
    subjects = set(question.subjects)
    if not subjects or question.as_of is not None or question.unpriced is Unpriced.QUOTA:
        return None
    for told in (told_of(slots.market, id_) for _, id_ in slots.named):
        if told.today and subjects == {told.reported}:
            return told.today[0]
        if told.today and subjects <= {*told.today}:
            return told.reported
    return None
