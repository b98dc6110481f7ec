"""Of which time the prices of models are asked about in a question on their course, and what is on record of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from bot.knowledge.price_entries import Basis
from bot.language.basics.cues import Cue
from bot.language.basics.entities import EntityKind
from bot.language.words.expressions import expressions
from bot.questions.phrases.asking import asks_whether, first_verb
from bot.questions.phrases.becoming import becomes
from bot.questions.phrases.slots import Slots
from bot.questions.working.dated import dated_prices
from bot.questions.working.earlier import Move, dated_changes
from bot.questions.working.market import Market

MOVED: Final = (Cue.CUT, Cue.RAISE)
MOST: Final = 3
"""Models whose history is told at once."""
EVER: Final = expressions("ever")
_NOW: Final = expressions("now")


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


def asks_of_past_price(slots: Slots) -> bool:
    """Whether it is asked if a price was once so much: was qwen-max ever 20 yuan, was luna $1 before."""
    reading = slots.reading
    past = bool(reading.counted[EntityKind.MONEY]) and Cue.BEFORE in first_verb(reading) and asks_whether(reading)
    return past and not reading.has(Cue.HOW_MANY, Cue.ENOUGH, Cue.THAN, Cue.CUT)


def compares_with_then(slots: Slots) -> bool:
    """Whether the price of now is compared with that of an earlier time: 比去年便宜了多少, cheaper than last year."""
    reading = slots.reading
    earlier = slots.period is not None and slots.period[1] < slots.market.day
    if not earlier or Cue.DATE not in reading.cues or _is_set_against_now(slots):
        return earlier and _is_set_against_now(slots)
    cues: list[tuple[Cue, ...]] = [(), (), *(token.cues for token in reading.tokens), ()]
    beside = (
        (cues[place + 3], cues[place + 1] if Cue.VERSUS in cues[place] else ())
        for place in reading.cues.get(Cue.THAN, ())
    )
    moved = reading.has(Cue.CHEAP, Cue.DEAR, *MOVED)
    return moved and any(Cue.DATE in one or Cue.DATE in other for one, other in beside)


def _is_set_against_now(slots: Slots) -> bool:
    """Whether a time is set against now: june vs now, now vs last year."""
    tokens, text = slots.tokens, slots.reading.text
    for place in slots.reading.cues.get(Cue.VERSUS, ()):
        beside = [tokens[at] for at in (place - 1, place + 1) if 0 <= at < len(tokens)]
        if len(beside) == 2 and any(Cue.DATE in token.cues for token in beside):
            return any(_NOW.stands_in(text[token.start : token.end]) for token in beside)
    return False


def is_known_then(slots: Slots, model: str) -> bool:
    """Whether a price is on record that held at the end of the time named."""
    last = slots.period[1] if slots.period is not None else slots.market.day
    for price in dated_prices(slots.market, model):
        undated = price.basis is Basis.UNDATED
        if price.holds_on(last) and not (undated and price.until is None):
            return True
        if undated and price.until is not None and last < price.until:
            return True
    return False


def ends_in_a_rise(market: Market, model: str) -> bool:
    """Whether prices that are called no offer on record are to rise on a day that is known."""
    change = next(dated_changes(market, model, date.max), None)
    coming = change is not None and change.day is not None and change.day > market.day and change.move is Move.RISE
    return coming and not any(price.conditions.promotion for price in market.history(model))
