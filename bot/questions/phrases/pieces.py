"""What a bare number counts that work is done on: 60 slides, 350 tokens a slide; 100k reviews, 200 in 20 out."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from bot.questions.phrases.rules import Phrase
from bot.questions.phrases.values import Number

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

_SHORTEST_PLURAL: Final = 4
_REACH: Final = 40
_NOUN_WORDS: Final = 2
_ONE_OF: Final = ("each", "every", "per", "a", "an", "one")
_BOTH: Final = frozenset({"input", "output"})


def names_one_of(slots: Slots, phrase: Phrase) -> bool:
    """Whether one of what a number counts is named as well: 60 slides, 350 tokens a slide; 8000段, 一段250."""
    text, end = slots.reading.text, slots.tokens[phrase.end - 1].end
    if text[end : end + 1] >= "\u4e00":
        return any(one + text[end] in text for one in ("每", "一"))
    for word in text[end : end + _REACH].split()[:_NOUN_WORDS]:
        noun = word.partition("/")[0].rstrip(",.;:?!")
        if _is_plural(noun) and ("every one" in text or any(f" {one} {noun[:-1]}" in f" {text}" for one in _ONE_OF)):
            return True
    return False


def says_how_many(slots: Slots, sized: Phrase) -> bool:
    """Whether the number beside a side says how many there are of what is named by the piece: 问40题,每题吃3k."""
    last = sized.parts[-1] if sized.parts else None
    return last is not None and isinstance(last.value, Number) and names_one_of(slots, last)


def counts_pieces(slots: Slots, phrase: Phrase, sides: Collection[str]) -> bool:
    """Whether a number counts what has both sides, by an English word that nothing explains: 100k reviews, 200 in 20 out."""
    text, end = slots.reading.text, slots.tokens[phrase.end - 1].end
    noun = next((text[start:stop] for start, stop in slots.reading.residue if start == end + 1), "")
    return _is_plural(noun) and noun.isascii() and _BOTH.issubset(sides)


def _is_plural(noun: str) -> bool:
    return len(noun) >= _SHORTEST_PLURAL and noun.isalpha() and noun.endswith("s")
