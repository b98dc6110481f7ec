"""Families named by a version with the end of a sibling's name that this version has not: gpt-6.1 luna."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from bot.language.basics.entities import EntityKind, Named
from bot.language.tokens.reading import Reading
from bot.language.tokens.short_names import PARTS, is_latin

Ends = frozenset[tuple[str, str]]
"""The first word of a name with a version behind it, and its last: gpt, luna."""

_SHORTEST: Final = 3
"""Letters of a word that begins or ends such a name."""


def ends_of_versions(names: Iterable[str]) -> Ends:
    """What the names of models with a version begin and end with."""
    parts = (PARTS.findall(name) for name in names)
    return frozenset(
        (three[0], three[2]) for three in parts if len(three) == 3 and _is_family(three) and _is_word(three[2])
    )


def other_versions(reading: Reading, ends: Callable[[], Ends]) -> Iterator[Named]:
    """Names of families by their version with the end of another version's name behind, as names of no known version."""
    for _, name in reading.named[EntityKind.SUBJECT]:
        if name.version is not None:
            continue
        family = PARTS.findall(reading.text, name.start, name.end)
        behind = PARTS.match(reading.text, name.end + 1) if reading.text[name.end : name.end + 1] in _JOINTS else None
        if behind is None or not _is_family(family) or is_latin(reading.text[behind.end() : behind.end() + 1]):
            continue
        if (family[0], behind[0]) in ends():
            yield name._replace(end=behind.end(), version=behind[0])


_JOINTS: Final = (" ", "-")


def _is_family(parts: Sequence[str]) -> bool:
    """Whether a name begins with a word and its version."""
    return len(parts) > 1 and _is_word(parts[0]) and parts[1][0].isdigit()


def _is_word(part: str) -> bool:
    return part.isascii() and part.isalpha() and len(part) >= _SHORTEST
