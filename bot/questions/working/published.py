"""What articles state of prices that fell or rose, or that are below or above the industry's: of which models, since when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from bot.knowledge.derived import derived
from bot.knowledge.entries import Against, Fact, Knowledge, PublishedChange
from bot.knowledge.price_entries import Side
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


def _changed_models(knowledge: Knowledge, fact: Fact) -> tuple[str, ...]:
    """The priced models that a published change is of: those that it names, or else all of whom it names."""
    named = tuple(model for model in knowledge.priced_models() if model in fact.subjects)
    return named or tuple(
        model
        for subject in fact.subjects
        for model in knowledge.models_of(subject)
        if model in knowledge.prices and not knowledge.entries[model].reference
    )


def covers(change: PublishedChange, side: Side | None) -> bool:
    """Whether a change is one of this side's price; that of one price for all is of input and output alike."""
    return change.side is side or (change.side is None and side in (Side.INPUT, Side.OUTPUT))


def remaining(change: PublishedChange) -> Decimal:
    """What is left of a price of 1 after a change: 0.1 of a cut of 90%."""
    moved = ARITHMETIC.add if change.rises else ARITHMETIC.subtract
    return ARITHMETIC.divide(moved(_HUNDRED, change.percent), _HUNDRED)
