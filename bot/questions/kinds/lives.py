"""What is told of a model's life beside its price: that it ends soon, or which newer one has taken its place."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from bot.answers import Remark
from bot.questions.working.traits import newest_after
from bot.questions.working.working import Working

_SOON: Final = timedelta(days=90)
"""How long before the end of a model it is told with its price."""


def mind_life(working: Working, model: str) -> None:
    """Say that a model is to end soon; of one alone that a newer one is in its place, where that is known."""
    life = working.market.life(model)
    end = life.retired.exact if life is not None and life.retired is not None else None
    if end is not None and timedelta() < end - working.market.day <= _SOON:
        working.note(Remark.ENDS, model, day=end)
    alone = working.question.subjects == (model,) and working.question.as_of is None
    newer = newest_after(working.market, model) if alone and working.results else None
    if newer is not None:
        working.note(Remark.NEWER, model, newer)
