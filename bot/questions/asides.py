"""Messages that ask something in passing: a question between greetings, reasons and jokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.language.reading import Reading
from bot.questions.asking import MAY_ASK

_CUT: Final = re.compile(
    r"[,。.!?;…~、()\n]++(?=[\s\u3400-\u9fff]|[^\w\s]|$)|(?<=[\u3400-\u9fff])[,。!?;…~]++"
    r"|-{2,}|[–—]|:(?=\s)"
    r"|(?<=[\u3400-\u9fff])\x20++(?=\w)|(?<=[a-z0-9])\x20++(?=[\u3400-\u9fff])"
    r"|[\U0001f000-\U0001faff\u2600-\u27bf]++"
)
"""Where one part of a message ends: at a mark, a dash, a picture, and at a space beside Chinese."""

_MOST_PARTS: Final = 6


def parts(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the parts of a normalized text; none where it is whole, or has too many."""
    spans = []
    start = 0
    for match in _CUT.finditer(text):
        if text[start : match.end()].strip():
            spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans) if 1 < len(spans) <= _MOST_PARTS else ()


def questions_in_passing(reading: Reading) -> Iterator[tuple[int, int]]:
    """The spans that may hold the question of a message, the longest first.

    Each has a word that asks and all the names of the message: what is left over names nothing.
    """
    spans = parts(reading.text)
    names = [(token.start, token.end) for token in reading.tokens if token.name is not None]
    asking = [token.start for token in reading.tokens if not MAY_ASK.isdisjoint(token.cues)]
    counted = any(True for _ in reading.amounts(EntityKind.QUANTITY))
    if not spans or not asking or not (names or counted or reading.has(Cue.MODELS)):
        return
    for length in range(len(spans) - 1, 0, -1):
        for first in range(len(spans) - length + 1):
            start, end = spans[first][0], spans[first + length - 1][1]
            whole = all(start <= left and right <= end for left, right in names)
            if whole and any(start <= place < end for place in asking):
                yield start, end
