"""Names whose version is typed without its dot: qwen38max, 豆包21pro, glm53."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bot.language.basics.entities import EntityKind, Named
from bot.language.tokens.reading import Reading

Undotted = Mapping[str, str | None]
"""Names without dots and joints, with what each stands for; ``None`` where that is several models, or another name."""

_DOTTED: Final = re.compile(r"[0-9]\.[0-9]")
_TWO_DIGITS: Final = re.compile(r"[0-9][0-9]")
_NUMBER_BEHIND: Final = re.compile(r"[ -]?[0-9]{2,3}(?:[ -]?[a-z]+)?(?![a-z0-9.])")
_LEFT_OUT: Final = str.maketrans("", "", " -_/.")


def undotted(names: Iterable[tuple[str, str]]) -> dict[str, str | None]:
    """The table of names, each a text in normal form with the id that it stands for."""
    names = tuple(names)
    found: dict[str, str | None] = {}
    for text, id_ in names:
        if _DOTTED.search(text):
            key = text.translate(_LEFT_OUT)
            found[key] = id_ if found.get(key, id_) == id_ else None
    for text, id_ in names:
        key = text.translate(_LEFT_OUT)
        if not _DOTTED.search(text) and found.get(key, id_) != id_:
            found[key] = None
    return found


def names_without_dots(reading: Reading, table: Callable[[], Undotted]) -> list[Named]:
    """The names that unknown stretches make, alone or with the name that they follow, and that names make with a number."""
    text, found = reading.text, list[Named]()
    names = [(token.start, token.end) for token in reading.tokens if token.name is not None]
    behind = [(start, match.end()) for start, end in names if (match := _NUMBER_BEHIND.match(text, end)) is not None]
    begun = {end: start for start, end in names}
    unknown = [(first, end) for start, end in reading.residue for first in {begun.get(start, start), start}]
    for first, end in sorted({*behind, *unknown}):
        if (found and first < found[-1].end) or not _TWO_DIGITS.search(text, first, end):
            continue
        id_ = table().get(text[first:end].translate(_LEFT_OUT))
        if id_ is not None:
            found.append(Named(EntityKind.MODEL, first, end, id_, corrected=True))
    return found
