"""Messages that ask something in passing: a question between greetings, reasons and jokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bot.language.basics.cues import Cue
from bot.language.tokens.reading import Reading, Token
from bot.quantities import TOKEN
from bot.questions.overheard.topics import has_topic
from bot.questions.phrases.asking import may_ask_in_words
from bot.text import Normalized

_CUT: Final = re.compile(
    r"[,。.!?;…~、()\n]++(?=[\s\u3400-\u9fff]|[^\w\s]|$)|(?<=[\u3400-\u9fff])[,。!?;…~]++"
    r"|-{2,}|[–—]|:(?=\s)|(?<=[\u3400-\u9fff])\x20++(?=\w)"
)
"""Where one part of a message ends: at a mark, a dash, and at a space in Chinese."""

_MOST_PARTS: Final = 6


def parts(message: Normalized) -> tuple[tuple[int, int], ...]:
    """The spans of the parts of a text; none where it is whole, or has too many."""
    text = message.text
    dashes = ((at, at + 1) for at, character in enumerate(text) if character == "-" and message.is_dash(at))
    cuts = sorted({*(match.span() for match in _CUT.finditer(text)), *((at, at) for at in message.gaps()), *dashes})
    spans = []
    start = 0
    for _, end in cuts:
        if text[start:end].strip():
            spans.append((start, end))
        start = end
    if text[start:].strip():
        spans.append((start, len(text)))
    return tuple(spans) if 1 < len(spans) <= _MOST_PARTS else ()


def questions_in_passing(reading: Reading) -> Iterator[tuple[int, int]]:
    """The spans that may hold the question of a message, the longest first.

    Each has a word that asks, something that may be of language models, and all that the message names: what is left
    over names nothing else.
    """
    spans = parts(reading.normalized)
    if not spans or not has_topic(reading):
        return
    named = [token for token in reading.tokens if token.name is not None]
    for length in range(len(spans) - 1, 0, -1):
        for first in range(len(spans) - length + 1):
            start, end = spans[first][0], spans[first + length - 1][1]
            inside = {token.name.id for token in named if token.name and start <= token.start and token.end <= end}
            complete = all(token.name is None or token.name.id in inside for token in named)
            if complete and _may_ask(reading, start, end):
                yield start, end


def _may_ask(reading: Reading, start: int, end: int) -> bool:
    """Whether a span may ask, and about language models, when it is read alone."""
    tokens = [token for token in reading.tokens if start <= token.start < end]
    cues = frozenset(cue for token in tokens for cue in token.cues)
    topic = not _TOPICS.isdisjoint(cues) or any(token.name or _counts_tokens(token) for token in tokens)
    return topic and may_ask_in_words(reading.text[start:end], cues)


def _counts_tokens(token: Token) -> bool:
    return token.amount is not None and token.amount.unit == TOKEN


_TOPICS: Final = frozenset({Cue.MODELS, Cue.TOKEN})
