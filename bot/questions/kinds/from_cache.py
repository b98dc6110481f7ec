"""By how much less is charged for what comes from the cache, or in a batch: 缓存命中能省多少, is batch half price."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.answers import Remark, Role
from bot.knowledge.price_entries import Price, Side
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.quantities import ARITHMETIC, MILLION, PERCENT, ZERO, Range, exact_text
from bot.questions.phrases.slots import Slots
from bot.questions.working.working import Working

_SAVED: Final = frozenset({Cue.SAVE, Cue.DIFFERENCE})
SAVED: Final = _SAVED | {Cue.CUT, Cue.HOW_MANY}
"""Words by which it is asked what the cache saves, and those beside them."""
_TAKEN_OFF: Final = frozenset(words_under("questions", "from cache, taken off"))
_HUNDRED: Final = Decimal(100)


def asks_what_the_cache_saves(slots: Slots) -> bool:
    """Whether it is asked of what is named how much the cache takes off its price."""
    reading = slots.reading
    if not reading.has(*SAVED) or not slots.named or slots.one_side != Side.CACHED_INPUT:
        return False
    return reading.has(*_SAVED) or (_names_discount(slots) and not reading.has(Cue.BEFORE, Cue.WHEN))


def _names_discount(slots: Slots) -> bool:
    """Whether a discount is spoken of, as one is taken off rather than as a price fell."""
    cut = (slots.tokens[place] for place in slots.reading.places(Cue.CUT, Cue.HOW_MANY))
    return any(slots.reading.text[token.start : token.end] in _TAKEN_OFF for token in cut)


def add_saving(working: Working, model: str, prices: tuple[Price, ...]) -> None:
    """By how much less what comes from the cache is charged than other input."""
    plain = next((price for price in working.market.prices(model) if price.side in (None, Side.INPUT)), None)
    for price in prices:
        if plain is None or price.side is not Side.CACHED_INPUT:
            continue
        share = add_share_saved(working, model, plain, price)
        if share is None:
            continue
        was = Range.exactly(plain.for_tokens(MILLION))
        working.add(plain.currency, was, model, plain, per=MILLION, role=Role.ALSO)
        working.note(Remark.FROM_CACHE, model, figures=(share,))


def add_saving_of_mode(working: Working, model: str, prices: tuple[Price, ...]) -> None:
    """By how much less each side costs in a mode than in an ordinary call; said once, where it is the same for all."""
    ordinary = {price.side: price for price in working.market.listed(model)}
    shares = [
        add_share_saved(working, model, ordinary[price.side], price)
        for price in prices
        if price.side in ordinary and working.market.is_as_wanted(price)
    ]
    if len(set(shares)) == 1 and shares[0] is not None and shares[0] > 0:
        working.note(Remark.IN_MODE, model, figures=(shares[0],))


def add_share_saved(working: Working, model: str, dear: Price, cheap: Price) -> Decimal | None:
    """By how many per cent less one price is than another; ``None`` where the two cannot be held against each other."""
    if not dear.amount or cheap.currency != dear.currency:
        return None
    was, now = dear.for_tokens(MILLION), ZERO if cheap.free else cheap.for_tokens(MILLION)
    share = ARITHMETIC.divide(ARITHMETIC.multiply(ARITHMETIC.subtract(was, now), _HUNDRED), was)
    working.step(f"({exact_text(was)} − {exact_text(now)}) ÷ {exact_text(was)} × 100% = {exact_text(share)}%")
    working.add(PERCENT, Range.exactly(share), model, cheap, role=Role.DIFFERENCE)
    return share
