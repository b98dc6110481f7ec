"""Words looked up at a place in a text: the longest that stands there wins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Generic, TypeVar

Meaning = TypeVar("Meaning")

LATIN: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
WORD_CHARACTERS: Final = LATIN | frozenset("0123456789_")
_NONE: Final[tuple[()]] = ()


class Lexicon(Generic[Meaning]):
    """Words (normal form) with their meanings, found in time that hardly depends on how many there are.

    A word that begins or ends with a Latin letter must begin or end a word of the text as well.
    """

    def __init__(self, words: Mapping[str, Meaning]) -> None:
        starting: dict[str, list[tuple[str, bool, Meaning]]] = {}
        ending: dict[str, list[tuple[str, bool, Meaning]]] = {}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            starting.setdefault(word[:2], []).append((word, word[-1] in LATIN, words[word]))
            ending.setdefault(word[-2:], []).append((word, word[0] in LATIN, words[word]))
        self._starting = {key: tuple(entries) for key, entries in starting.items()}
        self._ending = {key: tuple(entries) for key, entries in ending.items()}
        self._first = frozenset(word[0] for word in words)
        self._last = frozenset(word[-1] for word in words)

    def starting(self, text: str, pos: int) -> tuple[Meaning, int] | None:
        """The longest word that starts at ``pos``: its meaning and its end."""
        if pos >= len(text) or text[pos] not in self._first:
            return None
        for key in (text[pos : pos + 2], text[pos]):
            for word, latin, meaning in self._starting.get(key, _NONE):
                if text.startswith(word, pos):
                    end = pos + len(word)
                    if not latin or end == len(text) or text[end] not in LATIN:
                        return meaning, end
        return None

    def ending(self, text: str, end: int, floor: int = 0) -> tuple[Meaning, int] | None:
        """The longest word that ends at ``end`` and starts at ``floor`` or later: its meaning and its start."""
        if end <= floor or text[end - 1] not in self._last:
            return None
        for key in (text[max(end - 2, 0) : end], text[end - 1]):
            for word, latin, meaning in self._ending.get(key, _NONE):
                start = end - len(word)
                if start < floor or not text.startswith(word, start):
                    continue
                if not latin or start == 0 or text[start - 1] not in WORD_CHARACTERS:
                    return meaning, start
        return None


def skip_space(text: str, pos: int) -> int:
    """The place after a space, where one stands."""
    return pos + 1 if pos < len(text) and text[pos] == " " else pos


def skip_space_back(text: str, pos: int, floor: int = 0) -> int:
    """The place before a space, where one stands and not before ``floor``."""
    return pos - 1 if pos > floor and text[pos - 1] == " " else pos


def is_han(text: str, pos: int) -> bool:
    """Whether a Chinese character stands at ``pos``."""
    return 0 <= pos < len(text) and "\u3400" <= text[pos] <= "\u9fff"
