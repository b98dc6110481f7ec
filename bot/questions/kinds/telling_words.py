"""Facts that a message must mean for a word that they have, and that no question of another kind makes anything of."""

from __future__ import annotations

from typing import Final

from bot.questions.kinds.fact import is_of, without_names
from bot.questions.kinds.fact_index import fact_index
from bot.questions.phrases.slots import Slots

_ALIKE: Final = 0.5
_ALIKE_UNNAMED: Final = 0.8
"""The likeness of the fact, and where the message names nothing that facts are about."""

_LEAD: Final = 0.25
"""By how much it is more alike than any other fact that may be meant."""

_KNOWN: Final = 0.5
"""The share of what is unknown in the message that the fact has."""


def told_by_a_word(slots: Slots) -> tuple[str, ...]:
    """The fact that is plainly most alike to a message, where it has the words that nobody else knows; or none."""
    residue = slots.reading.residue
    named = frozenset(id_ for _, id_ in slots.named)
    nearest = fact_index(slots.market.knowledge).nearest(without_names(slots.reading), named) if residue else None
    if nearest is None or nearest.likeness < (_ALIKE if named else _ALIKE_UNNAMED) or nearest.lead < _LEAD:
        return ()
    if not all(is_of(slots, place, nearest.fact) for place, _ in slots.reading.amounts()):
        return ()
    known = sum(_number_known(slots.reading.text, start, end, nearest.own) for start, end in residue)
    return (nearest.fact.id,) if known >= _KNOWN * sum(end - start for start, end in residue) else ()


def _number_known(text: str, start: int, end: int, own: str) -> int:
    """The number of characters of an unknown stretch that a fact has: Latin words as a whole, others beside a neighbour."""
    if text[start].isascii():
        return end - start if text[start:end] in own else 0
    return sum(_has_pair(text, at, own) for at in range(start, end))


def _has_pair(text: str, at: int, own: str) -> bool:
    pairs = (text[max(0, at - 1) : at + 1], text[at : at + 2])
    return any(len(pair) == 2 and pair in own for pair in pairs)
