"""Whose price some words of a message are about: that of the model named right beside them, or of all."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.language.basics.cues import Cue
from bot.questions.phrases.slots import Slots
from bot.questions.working.families import models_of
from bot.questions.working.market import INDUSTRY

_PASSED: Final = frozenset(
    {Cue.FILLER, Cue.PRICE, Cue.MAYBE, Cue.PER, Cue.MODELS, Cue.CONVERT, Cue.SPEND, Cue.BEFORE, Cue.DATE}
)
"""Words that may stand between a name and what is said of its price."""
_BLANK: Final = " '"


def named_beside(slots: Slots, start: int, end: int) -> list[int]:
    """Places of the names inside a stretch of the text, and of the nearest one on each side with no other word between."""
    tokens = slots.tokens
    inside = [place for place in slots.name_places if start <= tokens[place].start < end]
    before = [place for place, token in enumerate(tokens) if token.end <= start]
    behind = [place for place, token in enumerate(tokens) if token.start >= end]
    sides = (_next_name(slots, reversed(before), start), _next_name(slots, behind, end))
    return [*inside, *(place for place in sides if place is not None)]


def is_joined(slots: Slots, place: int, step: int) -> bool:
    """Whether a word or mark for "and" stands right beside a name, on its left (-1) or right (1)."""
    tokens, at = slots.tokens, place + step
    if 0 <= at < len(tokens) and Cue.VERSUS in tokens[at].cues:
        return True
    if not 0 <= at < len(tokens) or tokens[at].name is None:
        return False
    left, right = sorted((place, at))
    return slots.reading.text[tokens[left].end : tokens[right].start].strip() in ("、", ",", "/", "&")


def model_of(slots: Slots, place: int) -> str | None:
    """The one model that a name stands for, where it is among those asked about."""
    name = slots.tokens[place].name
    if name is None:
        return None
    models = models_of(slots.market, name.id)
    model = models[0] if len(models) == 1 else name.id
    return model if model in slots.subjects or (slots.industry and model == INDUSTRY) else None


def _next_name(slots: Slots, places: Iterable[int], edge: int) -> int | None:
    """The first name of some places in a row, past words that say nothing of whose a price is."""
    tokens, text = slots.tokens, slots.reading.text
    for place in places:
        token = tokens[place]
        if text[min(token.end, edge) : max(token.start, edge)].strip(_BLANK):
            return None
        if token.name is not None:
            return place if place in slots.name_places else None
        if _PASSED.isdisjoint(token.cues) or Cue.VERSUS in token.cues:
            return None
        edge = token.start if token.start < edge else token.end
    return None
