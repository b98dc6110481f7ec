"""Of which time the prices of models are asked about in a question on their course, and what is on record of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.knowledge.price_entries import Basis
from bot.language.basics.cues import Cue
from bot.questions.phrases.asking import asks_whether
from bot.questions.phrases.becoming import becomes
from bot.questions.phrases.slots import Slots
from bot.questions.working.dated import dated_prices
from bot.questions.working.earlier import Move, dated_changes
from bot.questions.working.market import Market

MOVED: Final = (Cue.CUT, Cue.RAISE)
MOST: Final = 3
"""Models whose history is told at once."""


def is_on_record(market: Market, model: str) -> bool:
    """Whether its seller's list tells of a model; what an article reports of it has no course."""
    dated = dated_prices(market, model)
    return bool(dated) and not any(price.fact for price in dated)


def unchanged_within(slots: Slots) -> bool:
    """Whether it is asked by how much prices changed within a time in which none is on record: 上个月降了多少."""
    reading, period = slots.reading, slots.period
    if period is None or period[0] == period[1] or not reading.has(*MOVED) or reading.has(Cue.BEFORE, *_OF_OTHERS):
        return False
    models = slots.models
    told = 0 < len(models) <= MOST and all(is_on_record(slots.market, model) for model in models)
    if not told or not reading.has(Cue.DIFFERENCE, Cue.HOW_MUCH_MONEY, Cue.HOW_MANY):
        return False
    last = (next(dated_changes(slots.market, model, period[1]), None) for model in models)
    return all(change is None or change.day is None or change.day < period[0] for change in last)


_OF_OTHERS: Final = (Cue.WHY, Cue.WHO, Cue.THAN, Cue.SAVE, Cue.FUNDS, Cue.CALL)


def compares_times(slots: Slots) -> bool:
    """Whether it is asked if a model became cheaper or dearer, or will, rather than than another: cheaper this year."""
    reading = slots.reading
    other = reading.has(Cue.THAN, Cue.VERSUS) or len(slots.named) > 1
    if other or not reading.has(Cue.CHEAP, Cue.DEAR):
        return False
    if becomes(reading):
        return reading.has(Cue.QUESTION, Cue.MAYBE, Cue.EXISTS)
    return (slots.period is not None or Cue.COMING in reading.cues) and asks_whether(reading)


def compares_with_then(slots: Slots) -> bool:
    """Whether the price of now is compared with that of an earlier time: 比去年便宜了多少, cheaper than last year."""
    reading = slots.reading
    if Cue.THAN not in reading.cues or Cue.DATE not in reading.cues:
        return False
    cues: list[tuple[Cue, ...]] = [(), (), *(token.cues for token in reading.tokens), ()]
    beside = (
        (cues[place + 3], cues[place + 1] if Cue.VERSUS in cues[place] else ())
        for place in reading.cues.get(Cue.THAN, ())
    )
    earlier = slots.period is not None and slots.period[1] < slots.market.day
    moved = reading.has(Cue.CHEAP, Cue.DEAR, *MOVED)
    return earlier and moved and any(Cue.DATE in one or Cue.DATE in other for one, other in beside)


def is_known_then(slots: Slots, model: str) -> bool:
    """Whether a price is on record that held at the end of the time named."""
    last = slots.period[1] if slots.period is not None else slots.market.day
    prices = (price for price in dated_prices(slots.market, model) if price.holds_on(last))
    return any(price.basis is not Basis.UNDATED or price.until is not None for price in prices)


def ends_in_a_rise(market: Market, model: str) -> bool:
    """Whether prices that are called no offer on record are to rise on a day that is known."""
    change = next(dated_changes(market, model, date.max), None)
    coming = change is not None and change.day is not None and change.day > market.day and change.move is Move.RISE
    return coming and not any(price.conditions.promotion for price in market.history(model))
