"""What models must have in common that a ranking is of: open weights, pictures among what they read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from bot.language.basics.cues import Cue
from bot.language.words.expressions import expressions
from bot.question import Trait

if TYPE_CHECKING:
    from bot.questions.phrases.slots import Slots

Span = tuple[int, int]

_WORDS: Final = {
    Trait.OPEN_WEIGHTS: expressions("open weights"),
    Trait.PICTURES: expressions("pictures read"),
    Trait.CHINESE: expressions("of china"),
    Trait.AMERICAN: expressions("of america"),
    Trait.ABROAD: expressions("from abroad"),
}
_ANYWHERE: Final = expressions("from anywhere")
_VERSIONS: Final = expressions("versions")
_OF_TEXT: Final = ("in", "into", "to", "for", "from")
"""Words behind which a country's stands for its language, or for where somebody is."""

Traits = tuple[tuple[Trait, ...], tuple[Span, ...]]


def traits(slots: Slots) -> Traits:
    """The traits that a message names, and where; no part of a longer word or of another expression is one."""
    reading, text = slots.reading, slots.reading.text
    telling = (token for token in reading.tokens if token.amount or not _PASSED.issuperset(token.cues))
    longer = [(token.start, token.end) for token in telling]
    longer += _ANYWHERE.spans(text)
    named = [(trait, span) for trait, words in _WORDS.items() for span in words.spans(text)]
    spans = [*longer, *(span for _, span in named)]
    found: dict[Trait, Span] = {}
    for trait, span in named:
        inside = any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
        before = text[: span[0]].rstrip().rpartition(" ")[2]
        if not inside and before not in _OF_TEXT:
            found.setdefault(trait, span)
    return tuple(found), tuple(found.values())


_PASSED: Final = frozenset({Cue.FILLER})


def asks_of_versions(text: str) -> bool:
    """Whether a text asks of all versions of what it names: 三个版本, the models of a family."""
    return _VERSIONS.stands_in(text)
