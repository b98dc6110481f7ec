"""A model spoken of as the one before another: 上一代, the previous version of GLM-5.3."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.language.words.expressions import expressions
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market

_ONE_BEFORE: Final = expressions("the one before")
_JOINTS: Final = frozenset(("", "的", "嘅", "of", "of the", "'s"))


def speaks_of_one_before(text: str) -> bool:
    """Whether a text in normal form speaks of the model that came before another one."""
    return _ONE_BEFORE.stands_in(text)


def one_before(slots: Slots, spoken_of: tuple[str, ...]) -> tuple[str, int, int] | None:
    """The model that came before the one named, or else ``spoken_of`` before, and where it is spoken of.

    ``None`` where that is not one, or where none before it is known.
    """
    models = slots.models or spoken_of
    before = _model_before(slots.market, models[0]) if len(models) == 1 else None
    span = _ONE_BEFORE.first(slots.reading.text)
    if before is None or span is None:
        return None
    named = [(slots.tokens[place].start, slots.tokens[place].end) for place in slots.name_places]
    (_, first), (second, _) = sorted((span, *named))[:2] if len(named) == 1 else (span, span)
    joined = len(named) == 1 and slots.reading.text[first:second].strip() in _JOINTS
    spans = (span, *named) if joined else (span,)
    return before, min(start for start, _ in spans), max(end for _, end in spans)


def _model_before(market: Market, model: str) -> str | None:
    """The last one that a model took the place of, of several the plainest by its name."""
    found = []
    for other in market.knowledge.models:
        life = market.life(other)
        if life is not None and model in (life.superseded_by, *life.successors):
            day = life.superseded
            found.append((day.first if day is not None else date.min, -len(other), other))
    return max(found)[2] if found else None
