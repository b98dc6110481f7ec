"""What of a message was not understood, in its own words, so that like ones can be told of together."""

from __future__ import annotations

from typing import Final

from bot.asked import Asked
from bot.questions.overheard.seen import words_used_and_left

MOST: Final = 3
"""Words that stand for a message; a long one leaves more."""


def not_understood(asked: Asked) -> tuple[str, ...]:
    """The names that nobody here knows, or else the telling words that the best reading makes nothing of."""
    slots = asked.slots
    names = [asked.written(*place) for place in slots.unknown_names]
    names += [written for _, written in slots.unknown_versions]
    if names:
        return _told(names)
    best = asked.ranked[0].candidate if asked.ranked else None
    return _told(words_used_and_left(best, asked.reading)[1]) if best is not None else ()


def _told(words: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    found = dict.fromkeys(word.strip().casefold() for word in words)
    return tuple(word for word in found if word)[:MOST]
