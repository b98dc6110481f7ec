"""What a message that goes on from another one is not taken for, though its words alone would say so."""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.question import Kind, Question
from bot.questions.messages.changed_terms import is_bare
from bot.questions.phrases.slots import Slots

_TOLD: Final = 0.95
"""The share of a message from which on it asks for a fact about somebody else than was spoken of."""
_OF_ALL: Final = (Cue.ALL, Cue.VENDORS, Cue.WHICH, Cue.WHO, Cue.MODELS, Cue.EACH, Cue.CHEAPEST, Cue.DEAREST)
"""Words that ask of models that were not spoken of, too."""


def leads_astray(question: Question, score: float, previous: Question | None, slots: Slots) -> bool:
    """Whether a message that names nothing would be answered about others than those spoken of before."""
    if previous is None or not previous.subjects or slots.named:
        return False
    if question.kind is Kind.FACT:
        vague = score < _TOLD or is_bare(slots, Cue.WHEN, Cue.WHO, Cue.WHAT, Cue.WHY)
        return vague and _is_of_others(question, previous, slots)
    of_all = (
        question.kind in (Kind.PRICE, Kind.COST, Kind.DISCOUNT) and question.order is None and not question.subjects
    )
    return of_all and not slots.reading.has(*_OF_ALL)


def _is_of_others(question: Question, previous: Question, slots: Slots) -> bool:
    entries = [entry for id_ in previous.subjects if (entry := slots.market.entry(id_)) is not None]
    known = {*previous.subjects, *(owner for entry in entries for owner in (entry.vendor, entry.parent))}
    return all(known.isdisjoint(slots.market.knowledge.facts[id_].subjects) for id_ in question.facts)
