"""Whether any of many words stands in a text, in one pass over it."""

from __future__ import annotations

from collections.abc import Iterable

import ahocorasick


class WordSet:
    """A fixed set of words in normal form; one that begins or ends with a Latin letter must stand by itself there."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in words:
            self._automaton.add_word(word, len(word))
        if len(self._automaton):
            self._automaton.make_automaton()

    def stands_in(self, text: str) -> bool:
        if not len(self._automaton):
            return False
        for last, length in self._automaton.iter(text):
            if not _joined(text, last - length) and not _joined(text, last):
                return True
        return False


def _joined(text: str, at: int) -> bool:
    """Whether the characters at ``at`` and after it belong to one Latin word."""
    pair = text[at : at + 2] if at >= 0 else ""
    return len(pair) > 1 and pair.isascii() and pair.isalnum()
