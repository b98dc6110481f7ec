"""Which models have the price that a message names: 哪家0.5元一百万, who charges 1 yuan per million."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.derived import derived
from bot.knowledge.entries import Knowledge
from bot.knowledge.price_entries import Price
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.quantities import ARITHMETIC, TOKEN, Money
from bot.questions.phrases.slots import Slots

_ASKED: Final = (Cue.WHICH, Cue.WHO)
_OTHERWISE: Final = (
    Cue.CHEAP, Cue.CHEAPEST, Cue.DEAR, Cue.DEAREST, Cue.THAN, Cue.UNDER, Cue.OVER, Cue.ENOUGH, Cue.HOW_MANY, Cue.HOW_MUCH_MONEY,
    Cue.BEFORE, Cue.CUT, Cue.DAILY, Cue.MONTHLY, Cue.EACH, Cue.LIST, Cue.SAY,
)  # fmt: skip
"""Words of a question that a price is only the limit or the measure of."""
_FEWEST: Final = Decimal(1_000)


class PricedAt(NamedTuple):
    """The models with a price, the tokens that it is said for, and its places."""

    models: tuple[str, ...]
    per: Decimal
    places: frozenset[int]


def models_priced_at(slots: Slots) -> PricedAt | None:
    """The curated models with just the price that is named; ``None`` where no model is asked for by its price."""
    reading = slots.reading
    if slots.named or not reading.has(*_ASKED) or reading.has(*_OTHERWISE):
        return None
    found = _price(slots)
    if found is None:
        return None
    places, money, per = found
    amount = money.value.exact
    if amount is None or not per:
        return None
    asked = ARITHMETIC.divide(amount, per)
    models = tuple(
        model
        for model in _models_at(slots.market.knowledge).get((money.currency, asked), ())
        for price in slots.market.prices(model)
        if price.currency == money.currency and _a_token(price) == asked
    )
    return PricedAt(models, per, places) if models else None


@derived
def _models_at(knowledge: Knowledge) -> Mapping[tuple[str, Decimal], Mapping[str, None]]:
    """The models that ever had a price, by its currency and what it is a token."""
    found: dict[tuple[str, Decimal], dict[str, None]] = {}
    for model, prices in (*knowledge.prices.items(), *knowledge.reports.items()):
        for price in () if knowledge.entries[model].reference else prices:
            found.setdefault((price.currency, _a_token(price)), {})[model] = None
    return found


def _a_token(price: Price) -> Decimal:
    return ARITHMETIC.divide(price.amount, price.per)


def _price(slots: Slots) -> tuple[frozenset[int], Money, Decimal] | None:
    """The price: one with a word for "per", or the one sum of money beside the one amount of tokens."""
    if slots.unit_price is not None:
        places, (money, per) = slots.unit_price
        return places, money, per
    sums = slots.reading.counted[EntityKind.MONEY]
    amounts = [
        (place, amount)
        for place, amount in slots.reading.amounts_of(EntityKind.QUANTITY, EntityKind.NUMBER)
        if amount.unit in (None, TOKEN) and amount.value.exact is not None and amount.value.exact >= _FEWEST
    ]
    if len(sums) != 1 or len(amounts) != 1:
        return None
    (place, sum_), (beside, size) = sums[0], amounts[0]
    return (
        frozenset({place, beside}),
        Money(sum_.value, sum_.unit or slots.currency),
        size.value.exact or Decimal(0),
    )
