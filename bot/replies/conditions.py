"""What prices hang on, in words: hours, the length of requests, modes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from bot.answers import Given, Result
from bot.knowledge.catalogue_windows import plain_window
from bot.knowledge.price_entries import ORDINARY, Conditions, Price, Side, TokenRange
from bot.quantities import Range
from bot.replies.layout import Line
from bot.replies.phrases import Phrases
from bot.replies.speech import Speech

_USUAL_SIDES: Final = (None, Side.INPUT, Side.OUTPUT, Side.CACHED_INPUT)


def named_conditions(results: Sequence[Result], speech: Speech, *, in_list: bool = False) -> str:
    """The name of a model with who else sells it, the side, where it is one, and what the prices hang on.

    In a list, that requests are short is not said.
    """
    found = {result.offer.conditions for result in results if result.offer is not None}
    conditions = found.pop() if len(found) == 1 else ORDINARY
    if in_list and conditions.input_tokens is not None and not conditions.input_tokens.low:
        conditions = replace(conditions, input_tokens=None)
    side = speech.phrases.sides.get(results[0].side or "", "") if len(results) == 1 else ""
    words = speech.phrases.comma.join(
        filter(None, (speech.reseller(results[0]), side, words_of(conditions, speech.phrases)))
    )
    name = speech.name(results[0].subject)
    return speech.phrases.with_side.format(name=name, side=words) if words else name


def words_of(conditions: Conditions, phrases: Phrases) -> str:
    """All that a price hangs on; nothing for that of an ordinary call."""
    found = [
        phrases.windows.get(plain_window(conditions.window), ""),
        _length(conditions.input_tokens, phrases.input_length, phrases),
        _length(conditions.output_tokens, phrases.output_length, phrases),
        phrases.modes.get(conditions.mode or "", ""),
    ]
    return phrases.comma.join(filter(None, found))


def _length(tokens: TokenRange | None, template: str, phrases: Phrases) -> str:
    if tokens is None or (not tokens.low and tokens.high is None):
        return ""
    low, high = (None if end is None else phrases.number(end) for end in (tokens.low or None, tokens.high))
    if low is None:
        words = phrases.length_up_to.format(n=high)
    else:
        words = phrases.length_above.format(n=low) if high is None else phrases.between.format(low=low, high=high)
    return template.format(length=words)


def under_other_conditions(results: Sequence[Result], speech: Speech, day: date | None) -> list[Line]:
    """What the same model costs on the day at other hours and lengths, a line each; in other modes, folded."""
    told = [result.offer for result in results if result.offer is not None]
    if not told or any(offer.conditions.promotion or offer.fact for offer in told):
        return []
    sides = {offer.side for offer in told} if len(told) > 1 else set(_USUAL_SIDES)
    same = {offer.conditions for offer in told}
    others = [
        offer
        for offer in speech.library.offers(told[0].model, day)
        if offer.side in sides and offer.conditions not in same and offer.conditions.region == told[0].conditions.region
    ]
    by_conditions: dict[Conditions, list[Price]] = {}
    for offer in others:
        by_conditions.setdefault(offer.conditions, []).append(offer)
    return [
        Line(_line(conditions, group, speech), folded=conditions.mode is not None)
        for conditions, group in by_conditions.items()
        if words_of(conditions, speech.phrases)
    ]


def _line(conditions: Conditions, offers: Sequence[Price], speech: Speech) -> str:
    return speech.phrases.item.format(
        name=words_of(conditions, speech.phrases), text=speech.prices(_as_results(offers))
    )


def _as_results(offers: Iterable[Price]) -> list[Result]:
    return [
        Result(
            offer.currency,
            Range.exactly(offer.for_tokens(offer.published_per)),
            offer.model,
            per=Given(Range.exactly(offer.published_per), offer.unit),
            side=offer.side,
            free=offer.free,
            offer=offer,
        )
        for offer in offers
    ]
