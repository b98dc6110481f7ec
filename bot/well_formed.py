"""Whether a Question holds together: the slots that its kind has, and what they need of each other.

A question that lacks something only the reader can add (a sum, a model) holds together: it is asked back.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Final

from bot.question import Kind, Question
from bot.questions.frames.handler import Handler
from bot.questions.kinds.handlers import handlers

_NAMES: Final = tuple(field.name for field in fields(Question) if field.name != "kind")


def is_well_formed(question: Question) -> bool:
    """Whether a question could have been asked."""
    handler = handlers()[question.kind]
    filled = {name for name in _NAMES if getattr(question, name) not in (None, False, ())}
    return (
        handler.needs <= filled <= handler.slots
        and (not handler.needs_one or not handler.needs_one.isdisjoint(filled))
        and all(other in filled for name, other in handler.beside.items() if name in filled)
        and _has_fitting_target(question.target, handler)
        and _holds_together(question, filled)
    )


def _has_fitting_target(target: str | None, handler: Handler) -> bool:
    return target is None or target in handler.targets or (handler.in_money and target.isupper())


def _holds_together(question: Question, filled: set[str]) -> bool:
    """Whether each slot has those beside it that it says something of."""
    pairs = not question.apart or len(question.money) == len(question.subjects) > 0
    spread = not {"days", "times", "among"} & filled or bool(question.money) or question.kind is Kind.PLAN
    supposed = question.factor is None or question.factor > 0
    of_somebody = question.supposed_of is None or not filled.isdisjoint(("factor", "baseline"))
    return (
        pairs
        and spread
        and supposed
        and of_somebody
        and ("unit_price" in filled or "other_price" not in filled)
        and ("cheaper_than" in filled or not question.dearer)
    )
