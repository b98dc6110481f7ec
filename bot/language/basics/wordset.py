"""Whether any of many words stands in a text, and where, in one pass over it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

import ahocorasick

Span = tuple[int, int]


class WordSet:
    """A fixed set of words in normal form; one that begins or ends with a Latin letter must stand by itself there.

    The words are read when the set is first used, so that a generator of them may read a file.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = words

    @cached_property
    def _ends(self) -> Callable[[str], Iterable[tuple[int, int]]]:
        """Finds the last character of each word in a text, and how long the word is."""
        automaton = ahocorasick.Automaton()
        for word in self._words:
            automaton.add_word(word, len(word))
        if not len(automaton):
            return _nowhere
        automaton.make_automaton()
        ends: Callable[[str], Iterable[tuple[int, int]]] = automaton.iter
        return ends

    def stands_in(self, text: str) -> bool:
        for last, length in self._ends(text):
            if _joined(text, last - length) or _joined(text, last):
                continue
            return True
        return False

    def spans(self, text: str) -> list[Span]:
        """Where words stand, from left to right, of those that begin at one place the longest first."""
        found = []
        for last, length in self._ends(text):
            if not _joined(text, last - length) and not _joined(text, last):
                found.append((last - length + 1, last + 1))
        return sorted(found, key=lambda span: (span[0], -span[1])) if len(found) > 1 else found

    def first(self, text: str) -> Span | None:
        """The first place where a word stands, and the longest there."""
        return next(iter(self.spans(text)), None)

    def followed_by(self, others: WordSet, text: str, within: int, breaks: str) -> Span | None:
        """Where a word stands with one of the others behind it, at most so many characters off and with no break between."""
        behind = others.spans(text)
        for start, end in self.spans(text) if behind else ():
            for at, stop in behind:
                if end <= at <= end + within and not any(mark in breaks for mark in text[end:at]):
                    return start, stop
        return None


def _nowhere(_: str) -> Iterable[tuple[int, int]]:
    return ()


def _joined(text: str, at: int) -> bool:
    """Whether the characters at ``at`` and after it belong to one Latin word."""
    pair = text[at : at + 2] if at >= 0 else ""
    return len(pair) > 1 and pair.isascii() and pair.isalnum()
