"""Whether two Chinese words sound alike: the way in which most Chinese typos come about."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

_LAST_LATIN: Final = "\u2fff"


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

    def places(self, text: str) -> Iterator[tuple[str, int]]:
        """Names whose first two characters sound like what stands in a text, and where they would begin."""
        for at, character in enumerate(text):
            for first in syllables(character) if character > _LAST_LATIN else ():
                following = self._names.get(first, _NONE)
                for second in ("", *_sounds_of(text[at + 1 : at + 2])) if following else ():
                    for name, offset in following.get(second, ()):
                        yield name, at - offset


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
