"""Words looked up at a place in a text: the longest that stands there wins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

Meaning = TypeVar("Meaning")

LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
WORD_CHARACTERS: Final = LATIN | frozenset("0123456789_")


class Lexicon(Generic[Meaning]):
    """Words (normal form) with their meanings, found in time that does not depend on how many there are.

    A word that begins or ends with a Latin letter must begin or end a word of the text as well.
    """

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        self._starting: dict[str, list[tuple[str, bool, Meaning]]] = {}
        self._ending: dict[str, list[tuple[str, bool, Meaning]]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            self._starting.setdefault(word[:2], []).append((word, word[-1] in LATIN, words[word]))
            self._ending.setdefault(word[-2:], []).append((word, word[0] in LATIN, words[word]))

    def starting(self, text: str, pos: int) -> tuple[Meaning, int] | None:
        """The longest word that starts at ``pos``: its meaning and its end."""
        for key in (text[pos : pos + 2], text[pos : pos + 1]):
            for word, latin, meaning in self._starting.get(key, ()):
                if text.startswith(word, pos):
                    end = pos + len(word)
                    if not latin or end == len(text) or text[end] not in LATIN:
                        return meaning, end
        return None

    def ending(self, text: str, end: int, floor: int = 0) -> tuple[Meaning, int] | None:
        """The longest word that ends at ``end`` and starts at ``floor`` or later: its meaning and its start."""
        if end <= floor:
            return None
        for key in (text[max(end - 2, 0) : end], text[end - 1 : end]):
            for word, latin, meaning in self._ending.get(key, ()):
                start = end - len(word)
                if start >= floor and text.startswith(word, start):
                    if not latin or start == 0 or text[start - 1] not in WORD_CHARACTERS:
                        return meaning, start
        return None


def skip_space(text: str, pos: int, most: int = 2) -> int:
    """The place after at most so many spaces."""
    end = min(pos + most, len(text))
    while pos < end and text[pos] == " ":
        pos += 1
    return pos


def skip_space_back(text: str, pos: int, floor: int = 0, most: int = 2) -> int:
    """The place before at most so many spaces."""
    floor = max(floor, pos - most)
    while pos > floor and text[pos - 1] == " ":
        pos -= 1
    return pos
