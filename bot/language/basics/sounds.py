"""Whether two Chinese words sound alike: the way in which most Chinese typos come about."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from bot.lazy import remembered

_LAST_LATIN: Final = "\u2fff"
_PAIR: Final = re.compile(rf"(?=([^\0-{_LAST_LATIN}].?))", re.DOTALL)
_KNOWN_PAIRS: Final = 20_000
"""Pairs of characters of which it is remembered what names they sound like."""


def same_sound(one: str, other: str) -> bool:
    """Whether the words are of one length and can be read with the same syllables, tones apart."""
    return len(one) == len(other) and all(
        left == right or not syllables(left).isdisjoint(syllables(right))
        for left, right in zip(one, other, strict=True)
    )


class Sounds:
    """Names by how their first Chinese characters sound."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, dict[str, list[tuple[str, int]]]] = {}
        for name in names:
            at = next(place for place, character in enumerate(name) if character > _LAST_LATIN)
            for first in syllables(name[at]):
                following = self._names.setdefault(first, {})
                for second in _sounds_of(name[at + 1 : at + 2]):
                    following.setdefault(second, []).append((name, at))

        self._begun = remembered(self._begun_with, _KNOWN_PAIRS)

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        """Names whose first two characters sound like what stands in a text, and where they would begin."""
        for pair in _PAIR.finditer(text):
            for name, offset in self._begun(pair[1]):
                yield name, pair.start() - offset

    def _begun_with(self, pair: str) -> tuple[tuple[str, int], ...]:
        """Names that two characters may begin by their sound, or the first one alone is, and what stands before that."""
        following = [self._names.get(first, _NONE) for first in _sounds_of(pair[0])]
        seconds = ("", *_sounds_of(pair[1:]))
        return tuple(found for names in following for second in seconds for found in names.get(second, ()))


_NONE: Final[Mapping[str, list[tuple[str, int]]]] = {}


def _sounds_of(character: str) -> Iterable[str]:
    """How a character sounds; itself, where it is none of the Chinese ones."""
    return syllables(character) if character > _LAST_LATIN else (character,)


@lru_cache(maxsize=8192)
def syllables(character: str) -> frozenset[str]:
    # Loaded only when a text has a stretch that nothing explains; without how whole phrases are read, which takes 40 MB
    # and a third of a second, and tells nothing of single characters.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    readings = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return frozenset(reading for group in readings for reading in group)
