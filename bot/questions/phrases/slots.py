"""What the questions share, taken out of a reading once for all handlers: each slot is worked out when first asked for."""

from __future__ import annotations

from bisect import bisect_left

from bot.language.basics.cues import UNIT_CUES, Cue
from bot.lazy import once
from bot.quantities import CALL, CHARACTER, COPY, DAY, WORD
from bot.question import Load
from bot.questions.phrases.price_changes import Changes
from bot.questions.phrases.sized_things import counted_things
from bot.questions.phrases.workload import workload


class Slots(Changes):
    """The slots of one message."""

    @once
    def loads(self) -> tuple[list[Load], frozenset[int]]:
        """The amounts of work named in the text, multiplied out, and the places of all that went into them."""
        return self._work[0], self._work[2]

    @once
    def calls(self) -> tuple[Load, frozenset[int]] | None:
        """Calls named without their size, where no other work is, and the places of all that went into them."""
        _, calls, places = self._work
        return (calls, places) if calls is not None else None

    @once
    def _work(self) -> tuple[list[Load], Load | None, frozenset[int]]:
        found = workload(self)
        return list(found.loads), found.calls, found.places

    @once
    def target_unit(self) -> tuple[str, frozenset[int]] | None:
        """The unit that is asked for: the one with the question word, or else one that stands without a number."""
        how_many = Cue.HOW_MANY
        asked = self.reading.places(how_many)
        best: tuple[int, str, frozenset[int]] | None = None
        for cue, unit in UNIT_CUES.items():
            for place in self.reading.places(cue):
                nearest = bisect_left(asked, place)
                around = asked[max(0, nearest - 1) : nearest + 2]
                near = min((self._distance(place, other) for other in around), default=50)
                if cue not in self.tokens[place].cues[:1] and how_many not in self.tokens[place].cues:
                    near += 5
                if best is None or near < best[0]:
                    best = (near, unit, frozenset({place}))
        if best is None or best[1] not in (CHARACTER, WORD) or not asked:
            things = counted_things(self)
            if things is not None:
                return CALL, things
        if self.reading.has(Cue.DURATION):
            return DAY, frozenset(self.reading.places(Cue.DURATION))
        if best is None or (best[1] in (CALL, COPY, DAY) and not asked):
            return None
        return best[1], best[2]
