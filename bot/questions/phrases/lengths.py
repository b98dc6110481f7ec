"""How long the requests are of which a price is asked: a 50k prompt, 单次4万tokens, long context."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from bot.knowledge.price_entries import Side
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions
from bot.language.words.services import services
from bot.quantities import TOKEN
from bot.question import Unpriced

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

Bound = tuple[Decimal, frozenset[int]]
"""Tokens that a request has, and the places of the words that say so."""

_RATE_WORDS: Final = words_under("questions", "lengths, rate words")
"""How words begin that ask by what price something is charged, rather than what it comes to: 怎么收费."""


def request_size(slots: Slots) -> Bound | None:
    """The one amount of a message where it is what one request puts in, and a price is asked rather than a sum."""
    loads, _, places = slots.all_work
    load = loads[0] if len(loads) == 1 else None
    size = load.amount.value.exact if load is not None else None
    if load is None or size is None or not load.request or load.factors or load.amount.unit != TOKEN:
        return None
    asked = _asks_for_rate(slots) and bool(drawn(slots))
    return (size, places) if asked and load.side in (None, Side.INPUT) else None


def is_of_requests(reading: Reading, place: int) -> bool:
    """Whether a word is for the text of requests, whose length may be said elsewhere: small prompts, under 10k."""
    token = reading.tokens[place]
    return reading.text[token.start : token.end] in _REQUESTS


_REQUESTS: Final = frozenset(words_under("questions", "lengths, requests"))


_TIERS: Final = expressions("tiers")


def _asks_for_rate(slots: Slots) -> bool:
    """Whether a price is asked for, and no sum: 什么价, 怎么收费, price, price per million, but not 多少钱."""
    reading = slots.reading
    if slots.per is not None or _TIERS.stands_in(reading.text):
        return True
    sums = [reading.tokens[place] for place in reading.places(Cue.HOW_MUCH_MONEY, Cue.SPEND, Cue.MONEY_WORD)]
    rates = (reading.text[token.start : token.end] for token in sums)
    if not all("价" in word or word.startswith(_RATE_WORDS) for word in rates):
        return False
    return bool(sums) or reading.has(Cue.PRICE, Cue.HOW)


def long_request(slots: Slots) -> Bound | None:
    """The shortest of the requests that every model named charges more for, where long ones are spoken of: long context."""
    text = slots.reading.text
    said = [
        place
        for place, token in enumerate(slots.tokens)
        if token.name is None and services().get(text[token.start : token.end]) == Unpriced.LONG
    ]
    starts = drawn(slots) if said else ()
    return (max(starts) + 1, frozenset(said)) if starts else None


def drawn(slots: Slots) -> tuple[Decimal, ...]:
    """The first line that each of the models named draws between short and long requests; nothing where one draws none."""
    found = []
    for model in slots.models:
        tiers = (price.conditions.input_tokens for price in slots.market.offers(model))
        lines = [tier.low for tier in tiers if tier is not None and tier.low]
        if not lines:
            return ()
        found.append(min(lines))
    return tuple(found)
