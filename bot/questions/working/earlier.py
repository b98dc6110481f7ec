"""What a model cost before its price was cut: an earlier dated price, or the one that a published cut leads back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from bot.knowledge.derived import derived
from bot.knowledge.entries import Against, Fact, Knowledge, Price, PublishedChange, Side
from bot.quantities import ARITHMETIC
from bot.questions.working.market import Market

_HUNDRED: Final = Decimal(100)


def published(market: Market, model: str, against: Against) -> tuple[Fact, ...]:
    """The facts that state a change of the model's price, those of the last day on which one was published."""
    facts = [fact for fact in _published(market.knowledge).get((model, against), ())
             if (changed_on(market.knowledge, fact) or date.min) <= market.day]  # fmt: skip
    days = {changed_on(market.knowledge, fact) for fact in facts[:1]}
    return tuple(fact for fact in facts if changed_on(market.knowledge, fact) in days)


def changed_on(knowledge: Knowledge, fact: Fact) -> date | None:
    """The day of a published change, where it is known."""
    since = fact.change.since if fact.change is not None else None
    return since or knowledge.sources[fact.source].date


@derived
def _published(knowledge: Knowledge) -> Mapping[tuple[str, Against], tuple[Fact, ...]]:
    """The facts that state changes of prices, by model and what they measure against, the latest first."""
    found: dict[tuple[str, Against], list[Fact]] = {}
    for fact in knowledge.facts.values():
        if fact.change is not None:
            for model in _changed_models(knowledge, fact):
                found.setdefault((model, fact.change.against), []).append(fact)
    return {
        key: tuple(sorted(facts, key=lambda fact: changed_on(knowledge, fact) or date.min, reverse=True))
        for key, facts in found.items()
    }


def published_days(knowledge: Knowledge) -> Iterator[tuple[str, date]]:
    """Models whose price is said to have changed, and the days."""
    for (model, against), facts in _published(knowledge).items():
        for fact in facts:
            day = changed_on(knowledge, fact)
            if against is Against.BEFORE and day is not None:
                yield model, day


def _changed_models(knowledge: Knowledge, fact: Fact) -> tuple[str, ...]:
    """The priced models that a published change is of: those that it names, or else all of whom it names."""
    named = tuple(model for model in knowledge.priced_models() if model in fact.subjects)
    return named or tuple(
        model
        for subject in fact.subjects
        for model in knowledge.models_of(subject)
        if model in knowledge.prices and not knowledge.entries[model].reference
    )


def dated_before(market: Market, model: str, price: Price) -> Price | None:
    """The last price of the same side that held before this one, where one is dated."""
    dated = market.knowledge.prices.get(model, ())
    earlier = [other for other in dated if other.since < price.since and other.side is price.side]
    return earlier[-1] if earlier else None


def published_before(market: Market, model: str, price: Price) -> tuple[Fact, Price] | None:
    """The fact of a change of this very price, and the price before it that follows."""
    for fact in published(market, model, Against.BEFORE):
        if fact.change is not None and not price.free and covers(fact.change, price.side):
            return fact, replace(price, amount=ARITHMETIC.divide(price.amount, remaining(fact.change)))
    return None


def covers(change: PublishedChange, side: Side | None) -> bool:
    """Whether a change is one of this side's price; that of one price for all is of input and output alike."""
    return change.side is side or (change.side is None and side in (Side.INPUT, Side.OUTPUT))


def remaining(change: PublishedChange) -> Decimal:
    """What is left of a price of 1 after a change: 0.1 of a cut of 90%."""
    moved = ARITHMETIC.add if change.rises else ARITHMETIC.subtract
    return ARITHMETIC.divide(moved(_HUNDRED, change.percent), _HUNDRED)
