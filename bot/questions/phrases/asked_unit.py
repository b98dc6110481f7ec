"""The work of a message, and the unit that is asked for."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.quantities import CALL, CHARACTER, COPY, DAY, TOKEN, WORD
from bot.question import Load
from bot.questions.phrases.sized_things import counted_things

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots


def loads(slots: Slots) -> tuple[list[Load], frozenset[int]]:
    """The amounts of work named in the text, multiplied out, and the places of all that went into them."""
    return slots.workload[0], slots.workload[2]


def calls(slots: Slots) -> tuple[Load, frozenset[int]] | None:
    """Calls named without their size, where no other work is, and the places of all that went into them."""
    _, calls, places = slots.workload
    return (calls, places) if calls is not None else None


def of_all_work(slots: Slots) -> tuple[list[Load], Load | None, frozenset[int]]:
    """The work of a message, but for amounts that only say how long requests are."""
    found = slots.all_work
    if not found.places or slots.request_size is not None:
        return [], None, frozenset()
    if found.loads and all(_is_tier(slots, load) for load in found.loads):
        return [], None, frozenset()
    return list(found.loads), found.calls, found.places


def _is_tier(slots: Slots, load: Load) -> bool:
    """Whether an open amount says how long requests are, as the models' vendors draw the line: above 200k, 32K以内."""
    low, high = load.amount.value
    end = low if high is None else high if low is None else None
    if end is None or load.factors or load.amount.unit != TOKEN or not slots.models:
        return False
    drawn = {bound for model in slots.models for price in slots.market.offers(model)
             if (tier := price.conditions.input_tokens) is not None for bound in (tier.low, tier.high)}  # fmt: skip
    return any(bound and abs(end - bound) * _AS_GOOD_AS <= bound for bound in drawn)


_AS_GOOD_AS: Final = 30
"""A line that lies so many times its size away from what is said is that: 32,768 for 32K, 199,999 for 200k."""


def target_unit(slots: Slots) -> tuple[str, frozenset[int]] | None:
    """The unit that is asked for: the one with the question word, or else one that stands without a number."""
    how_many = Cue.HOW_MANY
    asked = slots.reading.cues.get(how_many, ())
    best: tuple[int, str, frozenset[int]] | None = None
    for cue, unit in UNIT_CUES.items() if slots.reading.has(*UNIT_CUES) else ():
        for place in slots.reading.cues.get(cue, ()):
            nearest = bisect_left(asked, place)
            around = asked[max(0, nearest - 1) : nearest + 2]
            near = min((slots.distance(place, other) for other in around), default=50)
            if cue not in slots.tokens[place].cues[:1] and how_many not in slots.tokens[place].cues:
                near += 5
            if best is None or near < best[0]:
                best = (near, unit, frozenset({place}))
    if best is None or best[1] not in (CHARACTER, WORD) or not asked:
        things = counted_things(slots)
        if things is not None:
            return CALL, things
    if Cue.DURATION in slots.reading.cues:
        return DAY, frozenset(slots.reading.cues.get(Cue.DURATION, ()))
    if best is None or (best[1] in (CALL, COPY, DAY) and not asked):
        return None
    return best[1], best[2]
