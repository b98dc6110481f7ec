"""Large bare numbers that are tokens: where what so many cost, or how long a sum lasts, is asked of models."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.questions.phrases.blends import blend_in
from bot.questions.phrases.rules import Phrase

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

FEWEST_TOKENS: Final = Decimal(1_000)
"""A smaller number without a unit is hardly one of tokens."""
_FIRST_YEAR: Final = 2018
"""A number from this one to next year's is a year rather than so many tokens: 2024混元lite本来多少钱."""


_OF_A_SUM: Final = (Cue.BUY, Cue.ENOUGH, Cue.WRITE)
"""Words that say what a sum is for, but where a number stands between them and "how much"."""
_BEFORE_A_SUM: Final = frozenset({Cue.SPEND, Cue.FUNDS})


def asks_what_it_costs(slots: Slots) -> bool:
    """Whether the price is asked of models, so that a large bare number is no money: 豆包和GLM各800万多少钱, 出一百万要多少.

    Where it is asked how long money lasts, it is none either: 500块，GLM每天2000万，能撑几天.
    """
    if Cue.DURATION in slots.reading.cues and slots.named and slots.money:
        return True
    asked = slots.reading.has(Cue.HOW_MUCH_MONEY, Cue.COSTS_MONEY) or _asks_how_much(slots)
    return asked and bool(slots.named) and not (slots.money or slots.unit_price)


def _asks_how_much(slots: Slots) -> bool:
    """Whether "how much" asks for money: by its word, or as nothing else is asked for, and no number is what is spent."""
    if not slots.reading.has(Cue.HOW_MANY):
        return False
    pairs = list(pairwise(slots.tokens))
    if any(Cue.HOW_MANY in one.cues and Cue.MONEY_WORD in other.cues for one, other in pairs):
        return True
    if slots.target_unit is not None or slots.reading.has(Cue.DURATION) or blend_in(slots.reading.text) is not None:
        return False
    how_many = slots.reading.places(Cue.HOW_MANY)[-1]
    numbers = [place for place, token in enumerate(slots.tokens[:how_many]) if token.amount is not None]
    verbs = [place for cue in _OF_A_SUM for place in slots.reading.places(cue)]
    spent = any(other.amount is not None and not _BEFORE_A_SUM.isdisjoint(one.cues) for one, other in pairs)
    return not spent and all(any(verb < number for number in numbers) for verb in verbs)


def may_be_tokens(slots: Slots, number: Phrase) -> bool:
    """Whether a bare number is large enough for tokens, and neither counts something else nor is a sum of money."""
    value = number.value.value.exact
    return (
        value is not None
        and value >= FEWEST_TOKENS
        and not _FIRST_YEAR <= value <= slots.market.day.year + 1
        and not (slots.counts_others(number.first) or slots.is_fund(number.first))
    )
