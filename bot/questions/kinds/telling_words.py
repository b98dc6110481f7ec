"""Facts that a message must mean for a word that they have, and that no question of another kind makes anything of."""

from __future__ import annotations

from typing import Final, NamedTuple

from bot.language.basics.cues import Cue
from bot.questions.kinds.concepts import asked_of_companies, has_said
from bot.questions.kinds.fact import is_of
from bot.questions.kinds.fact_index import fact_index
from bot.questions.kinds.fact_matches import named_in_facts, without_names
from bot.questions.kinds.own_words import characters_known
from bot.questions.phrases.slots import Slots


class _Least(NamedTuple):
    """What makes a fact plainly the one that is meant."""

    likeness: float
    known: float
    """The share of what is unknown in the message that the fact has."""


_NAMED: Final = _Least(likeness=0.45, known=0.5)
_UNNAMED: Final = _Least(likeness=0.8, known=0.75)
"""Where the message names nothing that facts are about."""

_PRICES: Final = frozenset({Cue.PRICE, Cue.HOW_MUCH_MONEY, Cue.COSTS_MONEY})
"""Words that ask for a price, beside which a fact must be as plainly meant as where nothing is named."""
_LEAD: Final = 1.4
"""How many times as alike as any other fact that may be meant it is at least."""


def told_by_words(slots: Slots) -> tuple[str, ...]:
    """The fact that a message must mean for its words; or none."""
    return _told_by_a_word(slots) or _told_by_what_it_speaks_of(slots)


def _told_by_what_it_speaks_of(slots: Slots) -> tuple[str, ...]:
    """The one fact about what is named that speaks of the same of companies, in whatever words."""
    reading = slots.reading
    words = asked_of_companies(reading)
    named = named_in_facts(slots)
    fact = fact_index(slots.market.knowledge).speaking_of(frozenset(words.values()), named)
    if fact is None or not all(is_of(slots, place, fact) for place, _ in reading.amounts):
        return ()
    unknown = (reading.text[start:end] for start, end in reading.residue)
    left = sum(len(each) for each in unknown if not any(word in each for word in words))
    return (fact.id,) if left <= _LEFT * sum(map(len, words)) else ()


_LEFT: Final = 1.5
"""How many characters may be unknown for each of those that tell."""


def _told_by_a_word(slots: Slots) -> tuple[str, ...]:
    """The fact that is plainly most alike to a message, where it has the words that nobody else knows; or none."""
    residue = slots.reading.residue
    if not residue:
        return ()
    named = named_in_facts(slots)
    index = fact_index(slots.market.knowledge)
    nearest = index.nearest(without_names(slots.reading), named, min(_NAMED.likeness, _UNNAMED.likeness) / _LEAD)
    least = _NAMED if nearest is not None and nearest.named else _UNNAMED
    if slots.models and has_said(slots.reading, _PRICES):
        least = _UNNAMED
    if nearest is None or nearest.likeness < max(least.likeness, _LEAD * nearest.next):
        return ()
    if not all(is_of(slots, place, nearest.fact) for place, _ in slots.reading.amounts):
        return ()
    known = sum(characters_known(slots.reading.text, start, end, nearest.own) for start, end in residue)
    return (nearest.fact.id,) if known >= least.known * sum(end - start for start, end in residue) else ()
