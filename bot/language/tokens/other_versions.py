"""Families named by a version with the end of a sibling's name that this version has not: gpt-6.1 luna."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from bot.language.basics.entities import EntityKind, Named
from bot.language.tokens.reading import Reading

Ends = frozenset[tuple[str, str]]
"""The first word of a name with a version behind it, and its last: gpt, luna."""

_FAMILY: Final = re.compile(r"([a-z]{3,})[ -]?[0-9]+(?:\.[0-9]+)*")
_BEHIND: Final = re.compile(r"[ -]([a-z]{3,})(?![a-z0-9])")


def ends_of_versions(names: Iterable[str]) -> Ends:
    """What the names of models with a version begin and end with."""
    begun = ((_FAMILY.match(name), name) for name in names)
    apart = ((match[1], _BEHIND.fullmatch(name, match.end())) for match, name in begun if match is not None)
    return frozenset((first, last[1]) for first, last in apart if last is not None)


def other_versions(reading: Reading, ends: Callable[[], Ends]) -> Iterator[Named]:
    """Names of families by their version with the end of another version's name behind, as names of no known version."""
    for _, name in reading.named[EntityKind.SUBJECT]:
        if name.version is not None:
            continue
        family = _FAMILY.fullmatch(reading.text, name.start, name.end)
        behind = _BEHIND.match(reading.text, name.end) if family is not None else None
        if family is not None and behind is not None and (family[1], behind[1]) in ends():
            yield name._replace(end=behind.end(), version=behind[1])
