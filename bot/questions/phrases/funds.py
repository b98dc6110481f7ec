"""Sums of money, bare numbers and quantities of a message, those of prices apart."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.tokens.reading import Reading
from bot.lazy import once
from bot.quantities import ARITHMETIC, ZERO, Money, Quantity, Range
from bot.questions.phrases.quoting import Quoting
from bot.questions.phrases.rules import Phrase, parse
from bot.questions.phrases.values import Way
from bot.questions.phrases.work import STAGES, WAYS, plain_sides, scale_of, terminal

_SIDES: Final = {Cue.INPUT: "input", Cue.OUTPUT: "output", Cue.CACHED: "cached_input"}


def _each_once(sums: list[tuple[int, Money]]) -> list[tuple[int, Money]]:
    """Each sum the first time that it is named."""
    seen: dict[Money, int] = {}
    for place, money in sums:
        seen.setdefault(money, place)
    return [(place, money) for money, place in seen.items()]


_LISTING: Final = " ,、/;|\n"
"""What may stand between the members of a list."""
_LEAST_WRITTEN_OUT: Final = Decimal(100)
"""A number from which on it may have all its figures: 500 or 2 million."""
_PLURAL: Final = re.compile(r" ([a-z]{3,}s|people|children)(?![a-z])")
_COUNTED_NOUNS: Final = frozenset(
    "users customers clients people students children employees agents rows pages items credits points questions".split()
)
_TIMES: Final = frozenset({Cue.SECOND, Cue.MINUTE, Cue.HOUR})


class Sums(Quoting):
    """The amounts of a message."""

    @once
    def money(self) -> list[tuple[int, Money]]:
        """Sums of money, those of a unit price apart."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        sums = []
        for place, amount in self.reading.amounts(EntityKind.MONEY):
            if place not in priced:
                unit = amount.unit or self.currency
                sums += [(at, Money(value, unit)) for at, value in self.listed_before(place)]
                sums.append((place, Money(amount.value, unit)))
        return _each_once(sums) or self._named_sums()

    def _named_sums(self) -> list[tuple[int, Money]]:
        """Bare numbers with a currency's name behind a particle: 两个亿的人民币."""
        words = self.market.money_words
        found = []
        for place, amount in self.reading.amounts(EntityKind.NUMBER):
            if place in self.priced_places:
                continue
            for at in range(place + 1, min(place + 3, len(self.tokens))):
                word = self.reading.text[self.tokens[at].start : self.tokens[at].end]
                if Cue.MONEY_WORD in self.tokens[at].cues and word in words:
                    found.append((place, Money(amount.value.scaled(words[word].factor), words[word].currency)))
                elif Cue.FILLER in self.tokens[at].cues:
                    continue
                break
        return found

    def listed_before(self, place: int) -> list[tuple[int, Range]]:
        """Bare numbers listed right before an amount, which share its unit, and its scale: 1, 20 and 500 yuan, 3 or 5 million."""
        found: list[tuple[int, Range]] = []
        before = self.tokens[place - 1] if place else None
        if before is None or (before.amount is None and Cue.VERSUS not in before.cues):
            return []
        scale, written = self._scale(place)
        for at in range(place - 1, -1, -1):
            token = self.tokens[at]
            amount = self.reading.amount_at(at)
            if self._says_more(at):
                break
            if amount is not None and amount.kind is EntityKind.NUMBER and not self._is_half(at):
                shared = amount.value.low is not None and amount.value.low < max(written, _LEAST_WRITTEN_OUT)
                found.insert(0, (at, amount.value.scaled(scale) if shared else amount.value))
            elif Cue.VERSUS not in token.cues:
                break
        return found

    def _scale(self, place: int) -> tuple[Decimal, Decimal]:
        """What the word for a scale in an amount multiplies its figure by, and that figure: 5 in "5 million tokens"."""
        token = self.tokens[place]
        scale = scale_of(self.reading.text[token.start : token.end])
        amount = token.amount
        low = amount.value.low if amount is not None else None
        return scale, ARITHMETIC.divide(low or ZERO, scale)

    def _is_half(self, place: int) -> bool:
        """Whether a number is the word for half of something, which no unit after it is shared with."""
        token = self.tokens[place]
        return self.reading.text[token.start : token.end] in ("一半", "half")

    def _says_more(self, place: int) -> bool:
        """Whether unknown words or signs stand between a token and the next: 1200 pages @ 750 tokens."""
        between = self.reading.text[self.tokens[place].end : self.tokens[place + 1].start]
        return bool(between.strip(_LISTING))

    @once
    def bare_numbers(self) -> list[tuple[int, Amount]]:
        """Numbers with no unit that nothing else has taken."""
        numbers = list(self.reading.amounts(EntityKind.NUMBER))
        if not numbers:
            return []
        used = self.priced_places | {place for place, _ in self.money}
        return [pair for pair in numbers if pair[0] not in used]

    def quantities(self, *units: str) -> list[tuple[int, Quantity]]:
        return [
            (place, Quantity(amount.value, amount.unit))
            for place, amount in self.reading.amounts(EntityKind.QUANTITY)
            if place not in self.priced_places and amount.unit in units
        ]

    def counts_others(self, place: int) -> bool:
        """Whether a bare number counts something that stands right behind it: 2000个咨询, 300 customers, 2 ETH, 1000点."""
        text, end = self.reading.text, self.tokens[place].end
        if self._times(place):
            return True
        behind = end + (text[end : end + 1] == " ")
        written_out = not text[self.tokens[place].start].isdigit()
        if any(start == behind for start, _ in self.reading.residue) and not written_out:
            return True
        match = _PLURAL.match(text, end)
        return match is not None and match.group(1) in _COUNTED_NOUNS

    def _times(self, place: int) -> bool:
        """Whether a word for a time stands right behind a number."""
        behind = self.tokens[place + 1 : place + 2]
        return any(not _TIMES.isdisjoint(token.cues) and self.gap(place, place + 1) <= 1 for token in behind)

    def is_fund(self, place: int) -> bool:
        """Whether a bare number is a sum to be spent: 预算200."""
        return place > 0 and Cue.FUNDS in self.tokens[place - 1].cues

    @once
    def sides(self) -> list[tuple[int, str]]:
        return [(place, side) for cue, side in _SIDES.items() for place in self.reading.places(cue)]

    @once
    def one_side(self) -> str | None:
        """The side that prices are wanted for, where just one is named; "in/out" names both."""
        sides = {side for _, side in self.sides}
        ways = {each.value.side.name for each in self.phrases if isinstance(each.value, Way)}
        return sides.pop() if len(sides) == 1 and len(ways) < len(WAYS) else None

    @once
    def phrases(self) -> tuple[Phrase, ...]:
        """The message as typed phrases; the words of a price named are left out."""
        return parse(self.reading, STAGES, self._value_of)

    def _value_of(self, reading: Reading, place: int) -> object:
        return None if place in self.priced_places else terminal(reading, place)

    @once
    def plain_side(self) -> str | None:
        """The side that is plainly asked for, where it is the only one."""
        sides = {side for _, side in plain_sides(self.reading)}
        return sides.pop() if len(sides) == 1 else None
