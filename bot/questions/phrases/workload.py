"""Amounts of work, multiplied out: tokens a call, calls a day, days."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from bot.answers import Load
from bot.language.basics.cues import UNIT_CUES, Cue
from bot.language.tokens.reading import Token
from bot.quantities import CALL, CHARACTER, COPY, DAY, ONE, TOKEN, WORD, Quantity, Range
from bot.questions.phrases.copies import copies_of_works
from bot.questions.phrases.funds import Sums
from bot.questions.phrases.periods import TIME_CUES, Periods
from bot.questions.phrases.side_amounts import sided_amounts
from bot.questions.phrases.side_shares import UnclearError, cached_share, split, without_cached
from bot.questions.phrases.work_per_model import shares

_TWO: Final = 2
ONCE: Final = Range.exactly(ONE)
_ON_TOP: Final = re.compile(r"(?:\b(?:another|plus|extra|additional)|再加|外加|另加|加上|再要|多加) ?$")
_REQUEST: Final = re.compile(
    r"单次|一次(?:请求|调用|对话|性?输入|发|传)|每次|每个请求|一个请求|同一请求"
    r"|\b(?:one|single|each|per|a|every) (?:single )?(?:request|call|prompt)\b|\b(?:calls?|requests?) of\b"
)
"""Words that make amounts those of one request."""
_WRITTEN_DAILY: Final = ("日更", "日产", "日写", "更")
_OFTEN: Final = frozenset({Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.HOURLY})
_FEWEST_TOKENS: Final = 1_000
_UNIT_WORDS: Final = tuple(cue for cue in UNIT_CUES if cue is not Cue.DAY)
_PLURAL_NOUN: Final = re.compile(r" ([a-z]{3,})s\b")
"""What a number counts: 15 seats, of which every seat may have an amount."""
_MORE: Final = (" more", " extra", " on top", " or so")
_NEAR: Final = 12
_BASE_UNITS: Final = (TOKEN, CHARACTER, WORD)


@dataclass
class Loads:
    """Multiplies amounts of work out: tokens a call, calls a day, days."""

    slots: Sums
    used: set[int] = field(default_factory=set)
    calls: Load | None = None
    """Calls of a size that is not named; ``used`` holds their places then."""
    often: Range = ONCE
    """What the exact number of times that the work comes is to be multiplied by: at least one for at least three."""
    unclear: bool = False
    """Whether it is not clear how often the work comes: no sum is made of it then."""

    def found(self) -> list[Load]:
        slots = self.slots
        counted = slots.work is not None or slots.reading.has(Cue.EACH, *TIME_CUES)
        if not counted and not any(token.amount is not None for token in slots.tokens):
            return []
        own, own_places = shares(slots)
        self.used |= own_places
        sided = own or self._sided()
        copies = [] if sided or slots.quantities(*_BASE_UNITS) else self._copies()
        times = self._times()
        if self.unclear:
            return []
        loads = sided or self._plain()
        if loads:
            request = any(load.side for load in loads) and _REQUEST.search(slots.reading.text) is not None
            return [load._replace(times=(*load.times, *times), request=request) for load in self._as_often(loads)]
        if not copies and slots.quantities(CALL):
            self.calls = Load(Quantity(Range.exactly(1), CALL), times)
        return [load._replace(times=(*load.times, *times)) for load in self._as_often(copies)]

    def _apart_from_counts(
        self, found: list[tuple[int, Quantity]]
    ) -> tuple[list[tuple[int, Quantity]], dict[int, Decimal]]:
        """The amounts, and by their places those that only count what the other is for each of: 6000个单词,每个50字."""
        if len(found) < _TWO:
            return found, {}
        tokens = self.slots.tokens
        of_each = [pair for pair in found if pair[0] and Cue.EACH in tokens[pair[0] - 1].cues]
        others = [pair for pair in found if pair not in of_each]
        if len(of_each) != 1 or not others or any(pair[1].unit == of_each[0][1].unit for pair in others):
            return found, {}
        return of_each, {place: quantity.value.exact for place, quantity in others if quantity.value.exact is not None}

    def _written(self) -> list[tuple[int, Quantity]]:
        """A bare number of what is written every day, which is one of characters: 日更8千."""
        slots = self.slots
        numbers = [pair for pair in slots.bare_numbers if not slots.is_fund(pair[0]) and pair[0]]
        written = [
            (place, amount)
            for place, amount in numbers
            if slots.reading.text[slots.tokens[place - 1].start : slots.tokens[place - 1].end] in _WRITTEN_DAILY
        ]
        return [(place, Quantity(amount.value, CHARACTER)) for place, amount in written[:1]]

    def _used_often(self) -> list[tuple[int, Quantity]]:
        """A large bare number of every day or month, where only money is asked for: 500k a day on Doubao, cost?"""
        slots = self.slots
        numbers = slots.bare_numbers
        if len(numbers) != 1 or slots.money or slots.reading.has(*_UNIT_WORDS) or not slots.models:
            return []
        place, amount = numbers[0]
        large = amount.value.low is not None and amount.value.low >= _FEWEST_TOKENS
        if not large or slots.is_fund(place) or slots.counts_others(place) or slots.work is not None:
            return []
        asked = slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.HOW_MANY) and not slots.reading.has(Cue.FUNDS)
        beside = slots.tokens[max(0, place - 2) : place + 2]
        often = any(not _OFTEN.isdisjoint(token.cues) or _is_time(token) for token in beside)
        return [(place, Quantity(amount.value, TOKEN))] if asked and often else []

    def _copies(self) -> list[Load]:
        loads, places = copies_of_works(self.slots)
        self.used |= places
        return loads

    def _as_often(self, loads: list[Load]) -> list[Load]:
        """The loads as often as they come, where that is no exact number; none where they may then be anything."""
        if self.often == ONCE:
            return loads
        amounts = [Quantity(load.amount.value.times(self.often), load.amount.unit) for load in loads]
        if any(amount.value.low is None and amount.value.high is None for amount in amounts):
            return []
        return [load._replace(amount=amount) for load, amount in zip(loads, amounts, strict=True)]

    def _per_something(self) -> bool:
        """Whether an amount is said to be for each of something that has no unit: 120 tokens per review."""
        tokens = self.slots.tokens
        text = self.slots.reading.text
        for place, _ in self.slots.bare_numbers:
            classifier = text[tokens[place].end : tokens[place].end + 1]
            if classifier >= "\u4e00" and (f"每{classifier}" in text or f"一{classifier}" in text):
                return True
        for place, _ in self.slots.bare_numbers:
            noun = _PLURAL_NOUN.match(text, tokens[place].end)
            if noun is not None and re.search(
                rf"\b(?:(?:each|every|per|an?|one) {noun[1]}|(?:each|every) ?one)\b", text
            ):
                return True
        for place in self.slots.reading.places(Cue.PER):
            after = text[tokens[place].end :].lstrip()
            if place and tokens[place - 1].amount is not None and after[:1].isalpha():
                return True
        return False

    def _adds(self, place: int) -> bool:
        """Whether a bare number is said to come on top of another amount: and another 600 or so."""
        token, text = self.slots.tokens[place], self.slots.reading.text
        return bool(_ON_TOP.search(text, max(0, token.start - _NEAR), token.start)) or text.startswith(_MORE, token.end)

    def _sided(self) -> list[Load]:
        """ "输入10万输出2万": an amount beside each side's word."""
        slots = self.slots
        if not slots.sides:
            return []
        try:
            cached = cached_share(slots)
            parts = split(slots) if cached is None else None
            if parts is not None:
                self.used |= parts.places
                return [Load(quantity, (), None, side) for quantity, side in parts.amounts]
            found = sided_amounts(slots, apart=cached[1] if cached else None)
            amounts = without_cached(slots, found, cached[2] if cached else None)
        except UnclearError:
            self.unclear = True
            return []
        self.used |= {place for amount, word, _, _ in found for place in (amount, word)}
        self.used |= set(cached[:2]) if cached else set()
        return [Load(quantity, (), None, side) for quantity, side in amounts]

    def _plain(self) -> list[Load]:
        found, counts = self._apart_from_counts(self.slots.quantities(*_BASE_UNITS))
        if found:
            listed = self.slots.listed_before(found[-1][0])
            found = [(place, Quantity(value, found[-1][1].unit)) for place, value in listed] + found
        found = found or self._counted_tokens() or self._used_often() or self._written()
        self.used |= {place for place, _ in found} | counts.keys()
        if found and self.slots.work is not None:
            self.used.add(self.slots.work[0])
        return [Load(quantity, tuple(counts.values())) for _, quantity in found]

    def _counted_tokens(self) -> list[tuple[int, Quantity]]:
        """A bare number beside a word for tokens, where only money is asked for: "token用量25万,几毛钱"."""
        slots = self.slots
        asked = slots.reading.has(Cue.HOW_MUCH_MONEY) and not slots.reading.has(Cue.HOW_MANY)
        if not asked or slots.money or not slots.reading.has(Cue.TOKEN):
            return []
        numbers = [pair for pair in slots.bare_numbers[:1] if not slots.counts_others(pair[0])]
        return [(place, Quantity(amount.value, TOKEN)) for place, amount in numbers]

    def _times(self) -> tuple[Decimal, ...]:
        """How often the load comes: calls, copies, and days where the load is a daily one."""
        slots = self.slots
        times: list[Decimal] = []
        periods = Periods(slots)
        often = periods.factors()
        self.used |= periods.used
        self.unclear = self.unclear or periods.unclear
        written = slots.work is None or bool(slots.quantities(*_BASE_UNITS))
        counted = slots.quantities(CALL) + (slots.quantities(COPY) if written else [])
        for place, quantity in counted:
            if place in self.used:
                continue
            low, high = quantity.value
            end = low if low is not None else high
            if end is not None and (low is None or high is None or low == high):
                times.append(end)
                self.often = self.often.times(Range(low and ONE, high and ONE))
            else:
                self.often = self.often.times(quantity.value)
            self.used.add(place)
        if slots.reading.has(Cue.EACH) or self._per_something():
            for place, amount in slots.bare_numbers:
                if amount.value.exact is None and slots.counts_others(place):
                    self.unclear = True
                if (
                    amount.value.exact is not None
                    and amount.value.exact > 1
                    and not slots.is_fund(place)
                    and place not in self.used
                ):
                    self.unclear = self.unclear or self._adds(place)
                    times.append(amount.value.exact)
                    self.used.add(place)
        times += often
        self.used |= set(slots.reading.places(Cue.EACH))
        return tuple(value for value in times if value != 1)


def _is_time(token: Token) -> bool:
    return token.amount is not None and token.amount.unit == DAY
