"""How many copies of which known works a message speaks of."""

from __future__ import annotations

from bot.answers import Load
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import COPY, ONE, Quantity, Range
from bot.questions.phrases.funds import Sums


def copies_of_works(slots: Sums) -> tuple[list[Load], set[int]]:
    """A load for each work that is named, and the places of all that went into them.

    Each has the number of copies that stands before it; where none has, one number counts for all, be it one.
    """
    works = slots.works
    if not works:
        return [], set()
    counts = [_count_before(slots, place) for place, _ in works]
    copies = slots.quantities(COPY)
    if copies and not any(counts):
        counts = [copies[0]] * len(works)
    loads = [
        Load(Quantity(count[1].value if count else Range.exactly(ONE), COPY), (), id_)
        for (_, id_), count in zip(works, counts, strict=True)
    ]
    return loads, {place for place, _ in works} | {count[0] for count in counts if count}


def _count_before(slots: Sums, place: int) -> tuple[int, Quantity] | None:
    """The number of copies before a work: 3本三体, 2 copies of Dune, 3 novels."""
    at = place - 1
    while at > 0 and Cue.FILLER in slots.tokens[at].cues and slots.tokens[at].amount is None:
        at -= 1
    token = slots.tokens[at] if at >= 0 else None
    if token is None or token.amount is None:
        return None
    if token.amount.kind is EntityKind.NUMBER and slots.reading.text[slots.tokens[place].start].isascii():
        bare = any(number == at for number, _ in slots.bare_numbers)
        return (at, Quantity(token.amount.value, COPY)) if bare else None
    return next((pair for pair in slots.quantities(COPY) if pair[0] == at), None)
