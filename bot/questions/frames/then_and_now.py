"""A family of which a price was once reported: the answer of its other time is told beside that of the one meant."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.working.families import told_of


def then_and_now(candidate: Candidate, handler: Handler, slots: Slots) -> Candidate:
    """The candidate with the family's model of today beside the reported one, or the reported one beside those of today."""
    subjects = set(candidate.question.subjects)
    if "alongside" not in handler.slots or not subjects or candidate.question.as_of is not None:
        return candidate
    for _, id_ in slots.named:
        told = told_of(slots.market, id_)
        if not told.today:
            continue
        if subjects == {told.reported}:
            return candidate._replace(question=replace(candidate.question, alongside=told.today[0]))
        if subjects <= {*told.today}:
            return candidate._replace(question=replace(candidate.question, alongside=told.reported))
    return candidate
