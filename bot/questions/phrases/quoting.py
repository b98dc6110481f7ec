"""Prices named in a message, and the number of tokens that a price is wanted for."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.entities import Amount, EntityKind
from bot.lazy import once
from bot.quantities import CALL, TOKEN, Money
from bot.question import UnitPrice
from bot.questions.phrases.prices import PAID, PAIRS, QUOTED_FOR, STAGES
from bot.questions.phrases.rules import Phrase, Stage, parse
from bot.questions.phrases.subjects import Subjects
from bot.questions.phrases.values import Priced, Size, Step
from bot.questions.phrases.work import terminal

Quoted = tuple[frozenset[int], UnitPrice]
"""A price with the places of its words."""

_WITH_BARE_STEP: Final = (Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.CONVERT)
_WITH_STEP: Final = (Cue.PRICE, Cue.BEFORE, Cue.CUT)
_WITHOUT_STEP: Final = (Cue.MONEY_WORD, Cue.SPEND, Cue.WRITE, Cue.CHEAP, Cue.DIFFERENCE)
"""Words beside which an amount is one to be paid for, not the step of a price."""
_ONE_STEP: Final = ("一千", "一百万", "1k", "a million", "a thousand", "one million", "one thousand")
_BARE_STEP: Final = ("千", "百万", "万", "亿", "十万", "k ", "m ", "k", "m", "million", "thousand", "mil ")
_OF_EACH: Final = frozenset(
    {Cue.EACH, Cue.EVERY_SECOND, Cue.EVERY_MINUTE, Cue.HOURLY, Cue.DAILY, Cue.WEEKLY, Cue.MONTHLY, Cue.QUARTERLY}
)
"""Cues beside an amount that comes again and again, and is no step of a price: 每次1k token."""


class Quoting(Subjects):
    """What is said of prices: "0.0008元/千tokens", "每百万", "per 1k tokens"."""

    def _parsed(self, stages: tuple[Stage, ...]) -> tuple[Phrase, ...]:
        return parse(self.reading, stages, terminal)

    @once
    def quotes(self) -> tuple[Phrase, ...]:
        """The prices and steps of prices of the message, with the words that are neither."""
        return self._parsed(STAGES)

    def _price(self, phrase: Phrase, currency: str | None = None) -> Quoted:
        sum_, step = phrase.value
        return _places(phrase), UnitPrice(Money(sum_.value, sum_.currency or currency or self.currency), step.tokens)

    @once
    def unit_price(self) -> Quoted | None:
        """A price named in the text: "0.0008元/千tokens", "每百万 0.5 元"."""
        found = next((phrase for phrase in self.quotes if isinstance(phrase.value, Priced)), None)
        if found is not None:
            return self._price(found)
        implied = {place for place, _ in self._implied_steps}
        beside = next((quoted for quoted in self.unit_prices if implied & quoted[0]), None) if implied else None
        return beside or self._quoted_sum

    @once
    def unit_prices(self) -> list[Quoted]:
        """All prices named in the text, in its order; a bare number counts beside one with a currency (0.001 per 1k)."""
        sums = list(self.reading.amounts(EntityKind.MONEY))
        if not sums:
            return []
        return [self._price(each, sums[0][1].unit) for each in self._parsed(PAIRS) if isinstance(each.value, Priced)]

    @once
    def paid_for(self) -> Quoted | None:
        """The one sum of the message beside the tokens that it pays for; it may be a bound."""
        sums = list(self.reading.amounts(EntityKind.MONEY))
        found = [phrase for phrase in self._parsed(PAID) if isinstance(phrase.value, Priced)]
        return self._price(found[0]) if len(sums) == 1 and found else None

    @property
    def _quoted_sum(self) -> Quoted | None:
        """A price said without a word for "per", beside the amount that it is wanted for: "一百万token卖四元,一千呢"."""
        if self.named or not self.reading.has(Cue.HOW_MUCH_MONEY, Cue.HOW_MANY):
            return None
        others = [phrase for phrase in self.quotes if isinstance(phrase.value, (Size, Step))]
        return self.paid_for if len(others) > 1 else None

    @once
    def per(self) -> tuple[frozenset[int], Decimal] | None:
        """The number of tokens that a price is wanted for: "每百万tokens", "per 1k tokens"."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        for phrase in self.quotes:
            if isinstance(phrase.value, Step) and not _places(phrase) & priced:
                return _places(phrase), phrase.value.tokens
        implied = [pair for pair in self._implied_steps if pair[0] not in priced]
        return (frozenset({implied[0][0]}), implied[0][1]) if len(implied) == 1 else None

    @property
    def _implied_steps(self) -> list[tuple[int, Decimal]]:
        """Amounts that are one step of a price by what is asked: 豆包一百万token多少钱, the price of 1,000 tokens."""
        found = []
        for place, amount in self.reading.amounts(EntityKind.QUANTITY, EntityKind.NUMBER):
            tokens = amount.value.exact
            if tokens is not None and self._is_step(place, amount):
                found.append((place, tokens))
        return found

    def _is_step(self, place: int, amount: Amount) -> bool:
        reading, token = self.reading, self.tokens[place]
        written = reading.text[token.start : token.end]
        of_tokens = amount.unit == TOKEN or (
            amount.unit is None and amount.value.low is not None and amount.value.low >= 1_000
        )
        if of_tokens and written.startswith(_BARE_STEP) and reading.has(*_WITH_BARE_STEP):
            return True
        quoted = amount.unit == TOKEN and amount.value.exact in QUOTED_FOR
        if quoted and reading.has(*_WITH_STEP):
            return True
        asked = reading.has(Cue.HOW_MUCH_MONEY) and not reading.has(*_WITHOUT_STEP)
        return (
            asked
            and written.startswith(_ONE_STEP)
            and (quoted or self._is_asked(place, amount))
            and not self._comes_often(place)
        )

    def _is_asked(self, place: int, amount: Amount) -> bool:
        """Whether a number without a unit stands beside the words that ask for a price: 豆包多少钱一百万."""
        if amount.kind is not EntityKind.NUMBER or amount.value.exact not in QUOTED_FOR or not self.named:
            return False
        return any(Cue.HOW_MUCH_MONEY in token.cues for token in self.tokens[max(0, place - 1) : place + 2])

    def _comes_often(self, place: int) -> bool:
        """Whether a word beside an amount makes it come again and again: 每次1k token."""
        beside = self.tokens[max(0, place - 1) : place + 2]
        return any(
            not _OF_EACH.isdisjoint(token.cues) or (token.amount is not None and token.amount.unit == CALL)
            for token in beside
        )

    @once
    def priced_places(self) -> frozenset[int]:
        """Places of a price named in the text, or of what a price is wanted for."""
        priced = self.unit_price[0] if self.unit_price else frozenset[int]()
        return priced | (self.per[0] if self.per else frozenset[int]())


def _places(phrase: Phrase) -> frozenset[int]:
    return frozenset(place for place in range(phrase.first, phrase.end) if phrase.mask >> place & 1)
