"""Whether a Question holds together: the slots that its kind has, and what they need of each other.

A question that lacks something only the reader can add (a sum, a model) holds together: it is asked back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Final

from bot.quantities import CALL, CHARACTER, COPY, DAY, PARTS_OF_YUAN, PERCENT, TIMES, TOKEN, WORD
from bot.question import Kind, Question

_SUPPOSED: Final = frozenset({"baseline", "factor", "supposed_of", "unpriced", "terms"})
"""Slots of prices that are not as published."""
_COUNTED: Final = frozenset({TOKEN, CHARACTER, WORD, CALL, COPY, DAY})

SLOTS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.BUDGET: _SUPPOSED.union(
        ("subjects", "money", "loads", "target", "side", "size", "days", "apart", "times", "among", "versus", "as_of")
    ),
    Kind.COST: _SUPPOSED.union(("subjects", "money", "loads", "target", "side", "as_of")),
    Kind.PRICE: _SUPPOSED.union(
        ("subjects", "unit_price", "target", "per", "side", "order", "below", "everything", "as_of")
    ),
    Kind.COMPARE: _SUPPOSED.union(
        ("subjects", "money", "loads", "unit_price", "target", "per", "side", "order", "below", "versus", "as_of")
    ),
    Kind.RANK: _SUPPOSED.union(
        ("subjects", "money", "loads", "target", "per", "side", "order", "limit", "nth", "excluded", "paid_only"),
        ("cheaper_than", "dearer", "below", "everything", "versus", "as_of"),
    ),
    Kind.DISCOUNT: _SUPPOSED.union(("subjects", "loads", "target", "per", "side", "order", "as_of")),
    Kind.CONVERT: frozenset({"subjects", "money", "loads", "unit_price", "other_price", "target", "per", "size"}),
    Kind.FACT: frozenset({"facts"}),
    Kind.WINDOW: frozenset({"subjects"}),
    Kind.STATUS: frozenset({"subjects"}),
    Kind.HELP: frozenset({"topic"}),
}
"""The slots that each kind may fill."""

_NEEDED: Final[Mapping[Kind, tuple[str, ...]]] = {
    Kind.BUDGET: ("target",),
    Kind.COMPARE: ("subjects",),
    Kind.RANK: ("order",),
    Kind.DISCOUNT: ("baseline",),
    Kind.FACT: ("facts",),
    Kind.WINDOW: ("subjects",),
    Kind.STATUS: ("subjects",),
    Kind.HELP: ("topic",),
}
"""The slots without which a question of a kind asks nothing."""

_TARGETS: Final[Mapping[Kind, frozenset[str]]] = {
    Kind.BUDGET: _COUNTED,
    Kind.PRICE: frozenset(PARTS_OF_YUAN),
    Kind.COMPARE: frozenset({PERCENT, TIMES, "price"}),
    Kind.DISCOUNT: frozenset({PERCENT, TIMES, "price", "change"}),
    Kind.CONVERT: _COUNTED.union(PARTS_OF_YUAN),
}
"""What an answer may be in, beside a currency."""

_NAMES: Final = tuple(field.name for field in fields(Question) if field.name != "kind")


def is_well_formed(question: Question) -> bool:
    """Whether a question could have been asked."""
    filled = {name for name in _NAMES if getattr(question, name) not in (None, False, ())}
    if not filled <= SLOTS[question.kind] or not filled.issuperset(_NEEDED.get(question.kind, ())):
        return False
    return _has_fitting_target(question) and _holds_together(question, filled)


def _has_fitting_target(question: Question) -> bool:
    target = question.target
    if target is None or target in _TARGETS.get(question.kind, ()):
        return True
    return target.isupper() and question.kind is not Kind.BUDGET


def _holds_together(question: Question, filled: set[str]) -> bool:
    """Whether each slot has those beside it that it says something of."""
    pairs = not question.apart or len(question.money) == len(question.subjects) > 0
    of_models = question.kind is not Kind.DISCOUNT or not question.loads or bool(question.subjects)
    converted = question.kind is not Kind.CONVERT or not filled.isdisjoint(("loads", "money", "unit_price"))
    spread = not {"days", "times", "among"} & filled or bool(question.money)
    supposed = question.factor is None or question.factor > 0
    of_somebody = question.supposed_of is None or not filled.isdisjoint(("factor", "baseline"))
    return (
        pairs
        and of_models
        and converted
        and spread
        and supposed
        and of_somebody
        and ("unit_price" in filled or "other_price" not in filled)
        and ("cheaper_than" in filled or not question.dearer)
    )
