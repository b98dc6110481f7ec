"""Prices named in a message, and the number of tokens that a price is wanted for."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.answers import UnitPrice
from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.language.tokens.reading import Token
from bot.lazy import once
from bot.quantities import CALL, TOKEN, Money
from bot.questions.phrases.subjects import Subjects

_QUOTED_FOR: Final = (Decimal(1_000), Decimal(1_000_000))
STEPS: Final = ((Cue.PER_MILLION, Decimal(1_000_000)), (Cue.PER_THOUSAND, Decimal(1_000)))
_WITH_BARE_STEP: Final = (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CONVERT)
_WITH_STEP: Final = (Cue.PRICE, Cue.BEFORE, Cue.CUT)
_WITHOUT_STEP: Final = (Cue.MONEY_WORD, Cue.SPEND, Cue.WRITE, Cue.CHEAP, Cue.DIFFERENCE)
"""Words beside which an amount is one to be paid for, not the step of a price."""
_ONE_STEP: Final = ("一千", "一百万", "1k", "a million", "a thousand", "one million", "one thousand")
_BASIS: Final = 3
"""Most characters between 按 and the amount that a price is worked out by."""
_LONGEST_COUNTED: Final = 8
_CLAUSE_ENDS: Final = frozenset(",;.?!")
_OF_EACH_BEFORE: Final = re.compile(r"每[^,;.?!]{1,6}按")
"""What makes an amount the size of each of something: 每封邮件按1000token算."""
_BARE_STEP: Final = ("千", "百万", "万", "亿", "十万", "k ", "m ", "k", "m", "million", "thousand", "mil ")


class Quoting(Subjects):
    """What is said of prices: "0.0008元/千tokens", "每百万", "per 1k tokens"."""

    @once
    def unit_price(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price named in the text: "0.0008元/千tokens", "每百万 0.5 元"."""
        for place, amount in self.reading.amounts(EntityKind.MONEY):
            for other in self._beside(place):
                per = self.per_amount(other)
                if per is not None and amount.value.exact is not None:
                    used = {place, other, *self._between(place, other)}
                    if any(Cue.PER in self.tokens[at].cues for at in used) or self._per_places & {other}:
                        first = self._previous(min(place, other))
                        if first is not None and Cue.PER in self.tokens[first].cues:
                            used.add(first)
                        return frozenset(used), UnitPrice(Money(amount.value, amount.unit or self.currency), per)
        return self._quoted_step or self._quoted_sum

    @once
    def unit_prices(self) -> list[tuple[frozenset[int], UnitPrice]]:
        """All prices named in the text, in its order; a bare number counts beside one with a currency (0.001 per 1k)."""
        found: list[tuple[frozenset[int], UnitPrice]] = []
        taken: set[int] = set()
        sums = list(self.reading.amounts(EntityKind.MONEY))
        for place, amount in self.reading.amounts(EntityKind.MONEY, EntityKind.NUMBER):
            if place in taken or amount.value.exact is None or not sums:
                continue
            step = self.step_beside(place, taken, priced=amount.kind is EntityKind.MONEY)
            if step is None:
                continue
            places, per = step
            currency = amount.unit or sums[0][1].unit or self.currency
            taken |= {place, *places}
            found.append((frozenset({place, *places}), UnitPrice(Money(amount.value, currency), per)))
        return found

    def step_beside(self, place: int, taken: set[int], *, priced: bool) -> tuple[set[int], Decimal] | None:
        """The number of tokens beside a price, after it or before, and the places of it; ``priced`` needs no "per"."""
        for beside in (place + 1, place - 1):
            for cue, per in STEPS:
                if 0 <= beside < len(self.tokens) and beside not in taken and cue in self.tokens[beside].cues:
                    return {beside}, per
        for other in self._beside(place):
            size = self.per_amount(other)
            if other in taken or size is None:
                continue
            between = set(self._between(place, other))
            if any(Cue.VERSUS in self.tokens[at].cues for at in between):
                continue
            if priced or any(Cue.PER in self.tokens[at].cues for at in between):
                return {other, *between}, size
        return None

    def _beside(self, place: int) -> list[int]:
        """The amounts after and before a price, those in its own clause first."""
        found = [other for other in (self._next(place), self._previous(place)) if other is not None]
        return sorted(found, key=lambda other: self._is_parted(place, other)) if len(found) > 1 else found

    def _is_parted(self, one: int, other: int) -> bool:
        """Whether a mark that ends a clause stands between two tokens."""
        first, second = min(one, other), max(one, other)
        return not _CLAUSE_ENDS.isdisjoint(self.reading.text[self.tokens[first].end : self.tokens[second].start])

    @property
    def _quoted_step(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price beside words for "per million" or "per thousand": 每百万0.5元."""
        for cue, per in STEPS:
            for step in self.reading.places(cue):
                for place, amount in self.reading.amounts(EntityKind.MONEY):
                    if abs(place - step) == 1 and amount.value.exact is not None:
                        sum_ = Money(amount.value, amount.unit or self.currency)
                        return frozenset({place, step}), UnitPrice(sum_, per)
        return None

    @property
    def _quoted_sum(self) -> tuple[frozenset[int], UnitPrice] | None:
        """A price said without a word for "per", beside the amount that it is wanted for: "一百万token卖四元,一千呢"."""
        sums = list(self.reading.amounts(EntityKind.MONEY))
        if len(sums) != 1 or self.named or not self.reading.has(Cue.HOW_MUCH_MONEY, Cue.HOW_MANY):
            return None
        places = [place for place, _ in self.reading.amounts(EntityKind.QUANTITY, EntityKind.NUMBER)]
        loads = [(place, self.per_amount(place)) for place in places if self.may_be_step(place)]
        sized = [(place, per) for place, per in loads if per is not None]
        if len(sized) < 2:
            return None
        place, amount = sums[0]
        nearest, per = min(sized, key=lambda pair: (self._is_parted(pair[0], place), self.gap(pair[0], place)))
        if amount.value.exact is None:
            return None
        return frozenset({place, nearest}), UnitPrice(Money(amount.value, amount.unit or self.currency), per)

    def may_be_step(self, place: int) -> bool:
        """Whether an amount has a unit, or a word for "per" right before it."""
        amount = self.tokens[place].amount
        plain = amount is not None and amount.kind is EntityKind.NUMBER
        return not plain or (place > 0 and Cue.PER in self.tokens[place - 1].cues)

    def per_amount(self, place: int | None) -> Decimal | None:
        if place is None:
            return None
        amount = self.tokens[place].amount
        if amount is None or amount.value.exact is None or amount.value.exact <= 0:
            return None
        if amount.kind is EntityKind.QUANTITY and amount.unit == TOKEN:
            return amount.value.exact
        if amount.kind is EntityKind.NUMBER and amount.value.exact >= 1000:
            return amount.value.exact
        return None

    @once
    def _per_places(self) -> set[int]:
        """Amounts with a word for "per" right before them."""
        found = set()
        for place in self.reading.places(Cue.PER):
            if place + 1 < len(self.tokens) and self.tokens[place + 1].amount is not None:
                between = self.reading.text[self.tokens[place].end : self.tokens[place + 1].start]
                if between.isascii():  # 一笔250: the amount of one of something
                    found.add(place + 1)
        amounts = list(self.reading.amounts())
        if amounts and self.reading.has(*_WITH_BARE_STEP):
            found |= {place for place, amount in amounts if self._is_bare_step(place, amount)}
        steps = [place for place, amount in amounts if _is_quoting_step(amount)]
        if steps and self.reading.has(*_WITH_STEP):
            found |= set(steps)
        found |= {place for place in steps if self._is_basis(place)}
        if amounts and self.reading.has(Cue.HOW_MUCH_MONEY) and not self.reading.has(*_WITHOUT_STEP):
            found |= {place for place, amount in amounts if self._is_one_step(place, amount)}
        without_per = {place for place in found if place and Cue.PER not in self.tokens[place - 1].cues}
        if len(without_per) > 1:
            found -= without_per
        return found

    def _is_one_step(self, place: int, amount: Amount) -> bool:
        """Whether an amount is one step in words, as prices are asked for: 一百万token, a million tokens."""
        beside = self.tokens[max(0, place - 1) : place + 2]
        if any(_OF_EACH.intersection(token.cues) or _is_call(token) for token in beside):
            return False
        words = self.reading.text[self.tokens[place].start : self.tokens[place].end]
        return (_is_quoting_step(amount) or self._is_bare_one(place, amount)) and words.startswith(_ONE_STEP)

    def _is_bare_one(self, place: int, amount: Amount) -> bool:
        """Whether a number without a unit stands beside the words that ask for a price: 豆包多少钱一百万."""
        if amount.kind is not EntityKind.NUMBER or amount.value.exact not in _QUOTED_FOR or not self.named:
            return False
        beside = self.tokens[max(0, place - 1) : place + 2]
        return any(Cue.HOW_MUCH_MONEY in token.cues for token in beside)

    def _is_basis(self, place: int) -> bool:
        """Whether a price is to be worked out by an amount: 按百万tokens算."""
        start = self.tokens[place].start
        text = self.reading.text[max(0, start - _BASIS - _LONGEST_COUNTED) : start]
        return "按" in text[-_BASIS:] and _OF_EACH_BEFORE.search(text) is None

    def _is_bare_step(self, place: int, amount: Amount) -> bool:
        """Whether an amount is a step without a figure, as prices are quoted by: 千tokens, million tokens."""
        if (amount.kind is EntityKind.QUANTITY and amount.unit != TOKEN) or amount.kind is EntityKind.MONEY:
            return False
        token = self.tokens[place]
        return self.reading.text.startswith(_BARE_STEP, token.start, token.end)

    @once
    def per(self) -> tuple[frozenset[int], Decimal] | None:
        """The number of tokens that a price is wanted for: "每百万tokens", "per 1k tokens"."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        for place in sorted(self._per_places - priced):
            per = self.per_amount(place)
            if per is not None:
                before = {place - 1} if place and Cue.PER in self.tokens[place - 1].cues else set()
                return frozenset({place, *before}), per
        for cue, step in STEPS:
            places = frozenset(self.reading.places(cue)) - priced
            if places:
                return places, step
        return None

    @once
    def priced_places(self) -> frozenset[int]:
        """Places of a price named in the text, or of what a price is wanted for."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        return priced | (self.per[0] if self.per else frozenset[int]())


_OF_EACH: Final = frozenset(
    {Cue.EACH, Cue.EVERY_SECOND, Cue.EVERY_MINUTE, Cue.HOURLY, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY}
)
"""Cues beside an amount that comes again and again, and is no step of a price: 每次1k token."""


def _is_call(token: Token) -> bool:
    return token.amount is not None and token.amount.unit == CALL


def _is_quoting_step(amount: Amount) -> bool:
    """Whether an amount is one that prices are quoted for: 1,000 or 1,000,000 tokens."""
    return amount.unit == TOKEN and amount.value.exact in _QUOTED_FOR
