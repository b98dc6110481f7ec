"""Large bare numbers that are tokens: where what so many cost, or how long a sum lasts, is asked of models."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.questions.phrases.rules import Phrase

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

FEWEST_TOKENS: Final = Decimal(1_000)
"""A smaller number without a unit is hardly one of tokens."""
_FIRST_YEAR: Final = 2018
"""A number from this one to next year's is a year rather than so many tokens: 2024混元lite本来多少钱."""


def asks_what_it_costs(slots: Slots) -> bool:
    """Whether the price is asked of models, so that a large bare number is no money: 豆包和GLM各800万多少钱.

    Where it is asked how long money lasts, it is none either: 500块，GLM每天2000万，能撑几天.
    """
    if Cue.DURATION in slots.reading.cues and slots.named and slots.money:
        return True
    asked = slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.COSTS_MONEY) or any(
        Cue.HOW_MANY in one.cues and Cue.MONEY_WORD in other.cues
        for one, other in zip(slots.tokens, slots.tokens[1:], strict=False)
    )
    return asked and bool(slots.named) and not (slots.money or slots.unit_price)


def may_be_tokens(slots: Slots, number: Phrase) -> bool:
    """Whether a bare number is large enough for tokens, and neither counts something else nor is a sum of money."""
    value = number.value.value.exact
    return (
        value is not None
        and value >= FEWEST_TOKENS
        and not _FIRST_YEAR <= value <= slots.market.day.year + 1
        and not (slots.counts_others(number.first) or slots.is_fund(number.first))
    )
