"""What a fact has of the words of a message that nobody else knows."""

from __future__ import annotations

from typing import Final

from bot.questions.kinds.concepts import stem

_SHORTEST: Final = 3
"""Latin letters of a word that tells anything."""


def characters_known(text: str, start: int, end: int, own: str) -> int:
    """The number of characters of an unknown stretch that a fact has: Latin words as a whole, others beside a neighbour.

    ``own`` is all that the fact says and is asked with, in normal form.
    """
    if text[start].isascii():
        return end - start if end - start >= _SHORTEST and stem(text[start:end]) in own else 0
    return sum(_has_pair(text, at, own) for at in range(start, end))


def _has_pair(text: str, at: int, own: str) -> bool:
    pairs = (text[max(0, at - 1) : at + 1], text[at : at + 2])
    return any(len(pair) == 2 and pair in own for pair in pairs)
