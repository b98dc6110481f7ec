"""Amounts of what is paid for by other units than text: minutes of sound, pictures, pages, requests."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.language.basics.lexicon import Lexicon, skip_space
from bot.language.words.expressions import worded
from bot.quantities import ARITHMETIC, HOUR, IMAGE, PAGE, REQUEST, Quantity, Range
from bot.question import Load
from bot.questions.phrases.slots import Slots
from bot.questions.phrases.values import Count, Every, Number, Span
from bot.questions.phrases.work import HOUR as SECONDS

_COUNTED: Final = {unit: Lexicon(dict.fromkeys(worded(unit), unit)) for unit in (IMAGE, PAGE, REQUEST)}
"""What a number of each unit is followed by."""


class Metered(NamedTuple):
    """An amount, the places that it was read from, and where the words for what is counted stand."""

    load: Load
    places: frozenset[int]
    words: tuple[int, int]


def metered(slots: Slots, unit: str) -> Metered | None:
    """The one amount of a unit that a message names; ``None`` where it names none, or several."""
    found = [each for phrase in slots.phrases if (each := _read(slots, phrase.value, phrase.first, phrase.end, unit))]
    return found[0] if len(found) == 1 else None


def _read(slots: Slots, value: object, first: int, end: int, unit: str) -> Metered | None:
    text, last = slots.reading.text, slots.tokens[end - 1].end
    places = frozenset(range(first, end))
    if unit == HOUR and isinstance(value, (Span, Every)):
        hours = ARITHMETIC.divide(value.seconds, SECONDS)
        return Metered(Load(Quantity(Range.exactly(hours), HOUR)), places, (last, last))
    if isinstance(value, Count) and unit == REQUEST:
        return Metered(Load(Quantity(value.value, unit)), places, (last, last))
    counted = _COUNTED.get(unit)
    found = counted.starting(text, skip_space(text, last)) if counted is not None else None
    if found is None or not isinstance(value, Number):
        return None
    _, stop = found
    inside = {place for place, token in enumerate(slots.tokens) if last <= token.start < stop}
    return Metered(Load(Quantity(value.value, unit)), places | inside, (last, stop))
