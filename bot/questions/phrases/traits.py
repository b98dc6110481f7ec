"""What models must have in common that a ranking is of: open weights, pictures among what they read."""

from __future__ import annotations

from typing import Final

from bot.language.words.expressions import expressions
from bot.question import Trait

Span = tuple[int, int]

_WORDS: Final = {Trait.OPEN_WEIGHTS: expressions("open weights"), Trait.PICTURES: expressions("pictures read")}
_VERSIONS: Final = expressions("versions")


def traits_in(text: str) -> tuple[tuple[Trait, ...], tuple[Span, ...]]:
    """The traits that a text in normal form names, and where."""
    found = [(trait, span) for trait, words in _WORDS.items() if (span := words.first(text)) is not None]
    return tuple(trait for trait, _ in found), tuple(span for _, span in found)


def asks_of_versions(text: str) -> bool:
    """Whether a text asks of all versions of what it names: 三个版本, the models of a family."""
    return _VERSIONS.stands_in(text)
