"""The work that a message speaks of, put together from its phrases: sizes × how many × how often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.language.basics.wordset import WordSet
from bot.quantities import ARITHMETIC, CALL, COPY, ONE, TOKEN, Quantity, Range
from bot.question import Load
from bot.questions.phrases.bare_tokens import asks_what_it_costs, may_be_tokens
from bot.questions.phrases.blends import only_side, parts_of_sides
from bot.questions.phrases.cached_parts import cached_apart, scaled, share_apart
from bot.questions.phrases.heads import heads_behind, is_of_group, together_in
from bot.questions.phrases.owned_work import Part, owned
from bot.questions.phrases.periods import Periods, Recurrence
from bot.questions.phrases.pieces import counts_pieces, names_one_of, says_how_many
from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.turned_sides import with_turned_sides
from bot.questions.phrases.values import (
    Copied,
    Copies,
    Count,
    Free,
    Number,
    Share,
    Side,
    Size,
    Sized,
    Sizes,
)

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_REQUEST: Final = WordSet(
    (
        *("单次", "一次", "每次", "每个请求", "一个请求", "同一请求", "一口气", "一把", "塞", "in one go", "in one shot", "all at once", "in a single", "prompt"),
        *(
            f"{one} {call}"
            for one in ("one", "single", "each", "per", "a", "every")
            for call in ("request", "call", "prompt")
        ),
        *(f"{calls} of" for calls in ("call", "calls", "request", "requests", "prompts")),
    )
)  # fmt: skip
"""Words that make amounts those of one request."""

_ONCE: Final = Range.exactly(ONE)


class Workload(NamedTuple):
    """Loads, or calls of a size that is not named, and the places of the tokens that they were read from."""

    loads: tuple[Load, ...] = ()
    calls: Load | None = None
    places: frozenset[int] = frozenset()


def workload(slots: Slots) -> Workload:
    """The work of a message, multiplied out; none where it is not clear what belongs together."""
    if slots.work is None and not [token for token in slots.tokens if token.amount is not None]:
        return Workload()
    return _Assembly(slots, slots.phrases).made()


@dataclass
class _Assembly:
    """One message's phrases on their way to its work; ``mask`` are the tokens used so far."""

    slots: Slots
    phrases: tuple[Phrase, ...]
    of: dict[type, list[Phrase]] = field(default_factory=dict)
    """The phrases by the types of their values."""
    mask: int = 0
    times: list[Decimal] = field(default_factory=list)
    heads: Decimal | None = None
    recurrence: Recurrence = field(default_factory=Recurrence)
    unclear: bool = False
    """Whether the parts of a whole do not add up."""
    often: Range = _ONCE
    """What open counts multiply the work by: at least one for "at least three"."""

    def made(self) -> Workload:
        self._take(self.phrases)
        free = self.of[Free]
        self._take(with_turned_sides(self.phrases))
        people = [sizes for sizes in self.of[Sizes] if self._begins_with_people(sizes)]
        self._undo([*(sized for sized in self.of[Sized] if says_how_many(self.slots, sized)), *people])
        any_number = len(free) == 1 or asks_what_it_costs(self.slots)
        parts = self._shared(any_number=any_number) or self._sided() or self._plain(any_number=any_number)
        only = only_side(self.slots.reading)
        if any(part.side == only for part in parts):
            self._use(part.phrase for part in parts)  # those of the other side are left out on purpose
            parts = [part for part in parts if part.side == only]
        parts = owned(self.slots, self.phrases, parts)
        charged = len(free) == 1 and len(parts) == 1 and free[0].value.size.unit == parts[0].size.unit
        if free and not charged:
            parts += [Part(phrase, phrase.value.size) for phrase in free]
        copies = [] if parts else self._copies()
        self._use(part.phrase for part in parts)
        self._use(phrase for phrase, _ in copies)
        if parts and not parts[0].side:
            self._use(work for work in self.of[Copied] if work.first == self.slots.works[0][0])
        own_calls = self._own_calls(parts)
        one_request = _REQUEST.stands_in(self.slots.reading.text) or any(
            count.value.unit == CALL for count in self.of[Count]
        )
        if not self._multiply() or self.unclear:
            return Workload()
        loads = [
            Load(
                Quantity(part.size.value.times(self.often), part.size.unit),
                own_calls.get(part.owner, ()),
                side=part.side,
                subject=part.owner,
                request=one_request,
                free=free[0].value.size.value.exact if charged else None,
            )
            for part in parts
        ] or [load for _, load in copies]
        if charged:
            self._use(free)
        times = tuple(time for time in self.times if time != ONE)
        within, every, lasting = self.recurrence
        times += (within,) if within is not None else ()
        calls = not loads and any(count.value.unit == CALL for count in self.of[Count])
        loads += [Load(Quantity(_ONCE, CALL))] if calls else []
        often = [
            load._replace(times=(*load.times, *times), heads=self.heads, every=every, lasting=lasting) for load in loads
        ]
        places = frozenset(place for place in range(self.mask.bit_length()) if self.mask >> place & 1)
        return Workload((), often[0], places) if calls else Workload(tuple(often), None, places)

    def _begins_with_people(self, sizes: Phrase) -> bool:
        """Whether what seems a list begins with how many people there are: team of 5, 20k tokens each."""
        return is_of_group(self.slots.reading.text, self.slots.tokens[sizes.first].start)

    def _take(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases, self.of = phrases, defaultdict(list)
        for phrase in phrases:
            self.of[type(phrase.value)].append(phrase)

    def _use(self, phrases: Iterable[Phrase]) -> None:
        for phrase in phrases:
            self.mask |= phrase.mask

    def _use_words(self, start: int, end: int) -> None:
        self.mask |= sum(1 << place for place, token in enumerate(self.slots.tokens) if start <= token.start < end)

    def _own_calls(self, parts: list[Part]) -> dict[str | None, tuple[Decimal, ...]]:
        """The calls of each model, where each has its own: 豆包1000次每次500token,GLM 2000次每次300token."""
        owners = [part.owner for part in parts]
        calls = [count for count in self.of[Count] if count.value.unit == CALL and count.value.value.exact is not None]
        if len(owners) < 2 or None in owners or len(calls) != len(set(owners)):
            return {}
        self._use(calls)
        return {owner: (call.value.value.exact,) for owner, call in zip(dict.fromkeys(owners), calls, strict=True)}

    def _shared(self, *, any_number: bool) -> list[Part]:
        """One amount as the parts of it on each side: 75% input, half and half, 3:1."""
        shares = [share for share in self.of[Share] if share.value.side != "cached_input"]
        sizes = [Part(phrase, phrase.value) for phrase in self.of[Size]] or self._numbers(any_number=any_number)
        parts = {share.value.side: share.value.part for share in shares}
        if not parts:
            parts, words = parts_of_sides(self.slots.reading, of_one=len(self.slots.subjects) == 1)
            for span in words:
                self._use_words(*span)
            if not sizes and len(self.of[Sized]) == 1:  # 1亿token输入输出各半
                sizes = [Part(each, each.value.size) for each in self._measured()]
        if len(sizes) != 1:
            return []
        if not parts:
            return []
        if len(parts) == 1:
            side, part = next(iter(parts.items()))
            parts["output" if side == "input" else "input"] = ARITHMETIC.subtract(ONE, part)
        if sum(parts.values()) != ONE:
            self.unclear = True
            return []
        self._use(shares)
        return [scaled(sizes[0], part)._replace(side=side) for side, part in parts.items()]

    def _sided(self) -> list[Part]:
        """Amounts that each have a side, where every plain word for a side has one, and every amount."""
        sized = self.of[Sized]
        if not sized:
            return []
        plain = [phrase for phrase in sized if phrase.value.side.plain]
        read = any(share.value.side == "cached_input" for share in self.of[Share])
        read = read or _REQUEST.stands_in(self.slots.reading.text)
        read = read or self._of_tokens(sized)
        if len({phrase.value.side.name for phrase in sized}) < 2 and not (plain or read):
            self._undo(sized)
            return []
        measured, share = {phrase.value.side.name for phrase in sized}, share_apart(self.of)
        words = (phrase for phrase in self.of[Side] if phrase not in share)
        waiting = any(phrase.value.plain and phrase.value.name not in measured for phrase in words)
        loose = [phrase for phrase in self.phrases if isinstance(phrase.value, (Size, Sizes))]
        parts = [Part(phrase, phrase.value.size, phrase.value.side.name) for phrase in sized]
        if (
            len(loose) == 1
            and isinstance(loose[0].value, Size)
            and not any(part.side == "input" for part in parts)
            and parts
        ):
            whole = loose.pop()
            parts.insert(0, Part(whole, whole.value, "input"))
        if loose or waiting:
            return []
        apart, used = cached_apart(parts, self.of, self.slots)
        self._use(used)
        self.unclear = self.unclear or apart is None
        return apart or []

    def _of_tokens(self, sized: Sequence[Phrase]) -> bool:
        """Whether an amount is no money though its side may be a word for paying: 出一百万要多少."""
        numbers = [part for phrase in sized for part in phrase.parts if isinstance(part.value, Number)]
        return bool(numbers) and asks_what_it_costs(self.slots) and may_be_tokens(self.slots, numbers[0])

    def _undo(self, phrases: list[Phrase]) -> None:
        """Take phrases apart again whose words do not mean what the rule made of them."""
        undone = {phrase.first for phrase in phrases}
        taken = [
            part
            for phrase in self.phrases
            for part in (phrase.parts if phrase.first in undone and phrase.parts else (phrase,))
        ]
        self._take(tuple(taken))

    def _plain(self, *, any_number: bool = False) -> list[Part]:
        """Amounts of which no side is said; with ``any_number`` a large bare one where there is no other."""
        found: list[Part] = []
        for phrase in self.phrases:
            value = phrase.value
            if phrase in self._measured():
                value = value.size
            if isinstance(value, (Size, Sizes)):
                found += [Part(phrase, size) for size in (value.sizes if isinstance(value, Sizes) else (value,))]
        found = found or self._numbers(any_number=any_number)
        side = self.slots.plain_side if len(found) == 1 else None
        if side is not None:  # 100万token豆包输出多少钱
            self._use(phrase for phrase in self.of[Side] if phrase.value.name == side)
        return [part._replace(side=side) for part in found]

    def _measured(self) -> list[Phrase]:
        """Amounts with a side that have a unit of their own."""
        return [each for each in self.of[Sized] if any(isinstance(part.value, Size) for part in each.parts)]

    def _numbers(self, *, any_number: bool) -> list[Part]:
        """Large bare numbers as tokens."""
        numbers = [each for each in self.of[Number] if any_number and may_be_tokens(self.slots, each)]
        return [Part(each, Size(each.value.value, TOKEN)) for each in numbers]

    def _copies(self) -> list[tuple[Phrase, Load]]:
        """Copies of the works that are listed together; one number counts for all where none has its own."""
        listed = {place for place, _ in self.slots.works}
        works = [each for each in self.phrases if isinstance(each.value, (Copied, Copies)) and each.end - 1 in listed]
        shared = next((count for count in self.of[Count] if count.value.unit == COPY), None)
        if any(isinstance(phrase.value, Copies) for phrase in works):
            shared = None
        found = []
        for phrase in works:
            value = Range.exactly(ONE)
            if isinstance(phrase.value, Copies):
                value = phrase.value.value
            elif shared is not None:
                value, phrase = shared.value.value, phrase._replace(mask=phrase.mask | shared.mask)
            found.append((phrase, Load(Quantity(value, COPY), (), phrase.value.id)))
        return found

    def _multiply(self) -> bool:
        """Find what the work is multiplied by; false where that is not clear."""
        periods = Periods(self.slots)
        self.recurrence = periods.recurrence()
        if periods.unclear:
            return False
        self.mask |= periods.mask if periods.named else 0
        each = Cue.EACH in self.slots.reading.cues
        (start, end), self.heads = (together_in(self.slots.reading.text) if each else None) or ((0, 0), None)
        self._use_words(start, end)
        for phrase in self.of[Count]:
            if not phrase.mask & self.mask:
                self._times(phrase)
        sides = {sized.value.side.name for sized in self.of[Sized]}
        for phrase in self.of[Number]:
            if phrase.mask & self.mask or self.slots.is_fund(phrase.first):
                continue
            if each or names_one_of(self.slots, phrase) or counts_pieces(self.slots, phrase, sides):
                if phrase.value.value.exact is None:
                    return False
                if phrase.value.value.exact > ONE:
                    self._times(phrase)
        self.mask |= sum(1 << place for place in self.slots.reading.cues.get(Cue.EACH, ()))
        return True

    def _times(self, phrase: Phrase) -> None:
        low, high = phrase.value.value
        end = low if low is not None else high
        behind = self.slots.tokens[phrase.end - 1].end
        if self.heads is None and low == high and heads_behind(self.slots.reading.text, behind) is not None:
            self.heads = low
        elif end is not None and (low is None or high is None or low == high):
            self.times.append(end)
            self.often = self.often.times(Range(low and ONE, high and ONE))
        else:
            self.often = self.often.times(phrase.value.value)
        self.mask |= phrase.mask
