"""Whether a price is said to have become another: 豆包贵了吗, did it get any cheaper."""

from __future__ import annotations

from typing import Final

from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import words_under
from bot.language.tokens.reading import Reading
from bot.language.words.expressions import expressions

_BECAME: Final = expressions("became")
_DEGREE: Final = expressions("degree")
_BETWEEN: Final = 16
"""Characters that a word for becoming and one of degree take before the adjective."""
_DONE: Final = words_under("questions", "becoming, done")
_TOO: Final = words_under("questions", "becoming, too")


def becomes(reading: Reading) -> bool:
    """Whether a word for cheap or dear says what came about, rather than what is so."""
    return any(_came_about(reading, place) for place in reading.places(Cue.CHEAP, Cue.DEAR))


def _is_of_degree(between: str) -> bool:
    """Whether nothing but a word of degree stands between: did it get any cheaper, got a lot more expensive."""
    return not between or (0, len(between)) in _DEGREE.spans(between)


def _came_about(reading: Reading, place: int) -> bool:
    token = reading.tokens[place]
    before = reading.text[max(0, token.start - _BETWEEN) : token.start]
    if reading.text[token.start].isascii():
        return any(_is_of_degree(before[end:].strip()) for _, end in _BECAME.spans(before))
    written = reading.text[token.start : token.end]
    done = written.endswith(_DONE) or reading.text.startswith(_DONE, token.end)
    return before.endswith("变") or written.startswith("变") or (done and not before.endswith(_TOO))
