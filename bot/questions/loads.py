"""Amounts of work, multiplied out: tokens a call, calls a day, days."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from bot.answers import Load
from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.quantities import ARITHMETIC, CALL, CHARACTER, COPY, DAY, TOKEN, WORD, Quantity, Range
from bot.questions.subjects import NOWHERE
from bot.questions.sums import Sums

_BASE_UNITS: Final = (TOKEN, CHARACTER, WORD)
_MONTH: Final = Decimal(30)
_YEAR: Final = Decimal(365)
_PERIODS: Final = ((Cue.DAILY, Decimal(1)), (Cue.WEEKLY, Decimal(7)), (Cue.MONTHLY, _MONTH))
_WHOLE: Final = ((Cue.WHOLE_MONTH, _MONTH), (Cue.WHOLE_YEAR, _YEAR))
_IN_ALL: Final = ("一共", "总共", "合计", "共计", "total", "altogether", "in all")
_TIME_CUES: Final = tuple(cue for cue, _ in (*_PERIODS, *_WHOLE))


def times_in(slots: Sums, days: Decimal) -> tuple[Decimal, ...]:
    """How often a load comes in so many days, by the message that names it: each day unless it says otherwise."""
    if any(word in slots.reading.text for word in _IN_ALL):
        return ()
    spans = [quantity.value.exact for _, quantity in slots.quantities(DAY) if quantity.value.exact]
    cued = [length for cue, length in (*_PERIODS, *_WHOLE) if slots.reading.has(cue)]
    every = next(iter((*spans, *cued)), Decimal(1))
    if every == _MONTH and days == _YEAR:
        return (Decimal(12),)
    return () if every == days else (ARITHMETIC.divide(days, every),)


@dataclass
class Loads:
    """Multiplies amounts of work out: tokens a call, calls a day, days."""

    slots: Sums
    used: set[int] = field(default_factory=set)
    calls: Load | None = None
    """Calls of a size that is not named; ``used`` holds their places then."""

    def found(self) -> list[Load]:
        slots = self.slots
        counted = slots.work is not None or slots.reading.has(Cue.EACH, *_TIME_CUES)
        if not counted and not any(token.amount is not None for token in slots.tokens):
            return []
        times = self._times()
        loads = self._sided() or self._plain()
        if loads:
            return [Load(load.amount, (*load.times, *times), load.work, load.side) for load in loads]
        copies = self._copies()
        if not copies and slots.quantities(CALL):
            self.calls = Load(Quantity(Range.exactly(1), CALL), times)
        return [Load(load.amount, (*load.times, *times), load.work) for load in copies]

    def _periods(self) -> list[Decimal]:
        """How often a daily, weekly or monthly load comes in the time named."""
        slots = self.slots
        named = [days for cue, days in _PERIODS if slots.reading.has(cue)]
        if slots.daily and Decimal(1) not in named:
            named.append(Decimal(1))
        every = min(named, default=None)
        if every is None:
            return []
        self.used |= set(slots.reading.places(*(cue for cue, _ in _PERIODS)))
        days = [(place, quantity.value.exact) for place, quantity in slots.quantities(DAY)]
        self.used |= {place for place, value in days if value == 1}
        spans = [(place, value) for place, value in days if value is not None and value > every]
        spans += [(NOWHERE, max(named))] if len(named) > 1 and not spans else []
        spans += [(place, length) for cue, length in _WHOLE for place in slots.reading.places(cue)]
        if not spans:
            return []
        span = spans[0][1]
        self.used |= {at for at, _ in spans if at != NOWHERE}
        if every == _MONTH and span == _YEAR:
            return [Decimal(12)]
        return [ARITHMETIC.divide(span, every)]

    def _per_something(self) -> bool:
        """Whether an amount is said to be for each of something that has no unit: 120 tokens per review."""
        tokens = self.slots.tokens
        text = self.slots.reading.text
        for place, _ in self.slots.bare_numbers:
            classifier = text[tokens[place].end : tokens[place].end + 1]
            if classifier >= "\u4e00" and (f"每{classifier}" in text or f"一{classifier}" in text):
                return True
        for place in self.slots.reading.places(Cue.PER):
            after = text[tokens[place].end :].lstrip()
            if place and tokens[place - 1].amount is not None and after[:1].isalpha():
                return True
        return False

    def _sided(self) -> list[Load]:
        """ "输入10万输出2万": an amount beside each side's word."""
        loads = []
        for place, side in sorted(self.slots.sides):
            near = [at for at in (place + 1, place - 1, place + 2) if 0 <= at < len(self.slots.tokens)]
            for at in sorted(near, key=lambda at: self.slots.gap(place, at)):
                if at not in self.used and at not in self.slots.priced_places:
                    amount = self.slots.reading.amount_at(at)
                    if amount and (amount.unit in _BASE_UNITS or amount.kind is EntityKind.NUMBER):
                        loads.append(Load(Quantity(amount.value, amount.unit or TOKEN), (), None, side))
                        self.used |= {place, at}
                        break
        loads += self._other_side(loads)
        return loads if len(loads) > 1 else [Load(load.amount) for load in loads]

    def _other_side(self, loads: list[Load]) -> list[Load]:
        """An amount left without a side where only one side is said: "2M in, out 500k"."""
        said = {load.side for load in loads}
        if said not in ({"input"}, {"output"}):
            return []
        left = [pair for pair in self.slots.quantities(TOKEN) if pair[0] not in self.used]
        self.used |= {place for place, _ in left[:1]}
        other = "output" if said == {"input"} else "input"
        return [Load(quantity, (), None, other) for _, quantity in left[:1]]

    def _plain(self) -> list[Load]:
        found = self.slots.quantities(*_BASE_UNITS)
        if found:
            listed = self.slots.listed_before(found[-1][0])
            found = [(place, Quantity(value, found[-1][1].unit)) for place, value in listed] + found
        found = found or self._counted_tokens()
        self.used |= {place for place, _ in found}
        if found and self.slots.work is not None:
            self.used.add(self.slots.work[0])
        return [Load(quantity) for _, quantity in found]

    def _counted_tokens(self) -> list[tuple[int, Quantity]]:
        """A bare number beside a word for tokens, where only money is asked for: "token用量25万,几毛钱"."""
        slots = self.slots
        asked = slots.reading.has(Cue.HOW_MUCH_MONEY) and not slots.reading.has(Cue.HOW_MANY)
        if not asked or slots.money or not slots.reading.has(Cue.TOKEN):
            return []
        return [(place, Quantity(amount.value, TOKEN)) for place, amount in slots.bare_numbers[:1]]

    def _copies(self) -> list[Load]:
        work = self.slots.work
        copies = self.slots.quantities(COPY)
        if work is None:
            return []
        self.used.add(work[0])
        if copies:
            self.used.add(copies[0][0])
            return [Load(copies[0][1], (), work[1])]
        return [Load(Quantity(Range.exactly(1), COPY), (), work[1])]

    def _times(self) -> tuple[Decimal, ...]:
        """How often the load comes: calls, copies, and days where the load is a daily one."""
        slots = self.slots
        times: list[Decimal] = []
        written = slots.work is None or bool(slots.quantities(*_BASE_UNITS))
        counted = slots.quantities(CALL) + (slots.quantities(COPY) if written else [])
        for place, quantity in counted:
            if quantity.value.exact is not None:
                times.append(quantity.value.exact)
                self.used.add(place)
        if slots.reading.has(Cue.EACH) or self._per_something():
            for place, amount in slots.bare_numbers:
                if amount.value.exact is not None and amount.value.exact > 1 and not slots.is_fund(place):
                    times.append(amount.value.exact)
                    self.used.add(place)
        times += self._periods()
        self.used |= set(slots.reading.places(Cue.EACH))
        return tuple(value for value in times if value != 1)
