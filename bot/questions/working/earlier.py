"""What a model cost before its price was cut: an earlier dated price, or the one that a published cut leads back to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.knowledge.entries import Fact, Price
from bot.quantities import ARITHMETIC
from bot.questions.working.market import Market

_HUNDRED: Final = Decimal(100)


def fact_on(market: Market, model: str, topic: str) -> Fact | None:
    """The fact of the model, or of its vendor, whose id ends in the topic (``glm-cut``, ``doubao-vs-industry``)."""
    entry = market.entry(model)
    owners = {model, entry.vendor, entry.parent} if entry else {model}
    for fact in market.knowledge.facts.values():
        if fact.id.endswith(f"-{topic}") and owners.intersection(fact.subjects):
            return fact
    return None


def dated_before(market: Market, model: str, price: Price) -> Price | None:
    """The last price of the same side that held before this one, where one is dated."""
    dated = market.knowledge.prices.get(model, ())
    earlier = [other for other in dated if other.since < price.since and other.side is price.side]
    return earlier[-1] if earlier else None


def share_cut(market: Market, model: str) -> tuple[Fact, Decimal] | None:
    """The fact of a cut of the model's price, and by how much percent it fell at most."""
    cut = fact_on(market, model, "cut")
    share = cut.figures[0].value.high if cut is not None and cut.figures and cut.figures[0].value else None
    return (cut, share) if cut is not None and share is not None and share < _HUNDRED else None


def uncut(price: Price, share: Decimal) -> Price:
    """The price before a cut by a share, in percent."""
    left = ARITHMETIC.subtract(_HUNDRED, share)
    return replace(price, amount=ARITHMETIC.divide(ARITHMETIC.multiply(price.amount, _HUNDRED), left))
