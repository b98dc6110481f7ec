"""From a text to the questions that it may be asking, the best first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.answers import Kind
from bot.questions.handler import Candidate, score
from bot.questions.handlers import handlers
from bot.questions.slots import Slots

_PRECEDENCE: Final = {
    kind: place
    for place, kind in enumerate(
        (
            Kind.HELP,
            Kind.DISCOUNT,
            Kind.COMPARE,
            Kind.BUDGET,
            Kind.COST,
            Kind.CONVERT,
            Kind.RANK,
            Kind.PRICE,
            Kind.FACT,
        )
    )
}
"""Which kind is meant where two explain a message equally well: the more special one."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its score, from 0 to 1."""

    candidate: Candidate
    score: float


def understand(slots: Slots) -> tuple[Ranked, ...]:
    """All readings of the message that a handler found, the best first."""
    found = [candidate for handler in handlers().values() if (candidate := handler.read(slots)) is not None]
    ranked = [Ranked(candidate, score(candidate, slots.reading)) for candidate in found]
    ranked.sort(key=lambda each: (-round(each.score, 3), _PRECEDENCE[each.candidate.question.kind]))
    return tuple(ranked)
