"""Many texts, looked through at once for the ones that hold a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

_BETWEEN: Final = "\x00"
"""No text in normal form holds it, and no word does."""


class Texts:
    """Texts in their order, kept as one."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = _BETWEEN.join(texts)
        self._ends = list(accumulate(len(text) + len(_BETWEEN) for text in texts))

    def holding(self, word: str) -> Iterator[int]:
        """The places of the texts that hold a word, in their order."""
        at = self._whole.find(word)
        while at >= 0:
            place = bisect_right(self._ends, at)
            yield place
            at = self._whole.find(word, self._ends[place])
