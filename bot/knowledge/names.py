"""The names by which people call things, in every spelling that one alias stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Final

from bot.knowledge.entries import Name, NameKind
from bot.knowledge.folder import File, Folder
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.yaml_text import Value
from bot.text import normal_form

MAX_FREE_GAPS: Final = 3
"""Up to so many gaps of a name are filled in every combination; a longer name keeps to one filling throughout."""

_FILLINGS: Final = ("", " ", "-", "_")
_PIECE: Final = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*|[^\sa-z0-9_:·-]+")
_SECTIONS: Final = ("products", "models", "subjects", "works")


def spellings(name: str) -> frozenset[str]:
    """The normal form of a name and those that differ by spaces, hyphens and underscores.

    ``GLM-3 Turbo`` is also ``glm3turbo``, ``glm 3-turbo`` and so on: the parts of a name may be set apart or not where
    the name itself sets them apart, where a digit follows a letter, and where scripts change.
    """
    whole = " ".join(normal_form(name).split())
    parts = _parts(whole)
    if len(parts) < 2:
        return frozenset((whole,))
    gaps = len(parts) - 1
    fillings = product(_FILLINGS, repeat=gaps) if gaps <= MAX_FREE_GAPS else ((one,) * gaps for one in _FILLINGS)
    found = {whole}
    for filling in fillings:
        found.add(parts[0] + "".join(fill + part for fill, part in zip(filling, parts[1:], strict=True)))
    return frozenset(found)


def _parts(whole: str) -> list[str]:
    pieces = list(_PIECE.finditer(whole))
    parts = [pieces[0].group()] if pieces else [whole]
    for before, after in pairwise(pieces):
        if before.end() < after.start() or _may_part(before.group()[-1], after.group()[0]):
            parts.append(after.group())
        else:
            parts[-1] += after.group()
    return parts


def _may_part(before: str, after: str) -> bool:
    if before.isascii() and after.isascii():
        return before.isalpha() and after.isdigit()
    return before.isalnum() and after.isalnum() and before.isascii() != after.isascii()


def written_names(folder: Folder) -> Iterator[tuple[str, str, bool, NameKind, File, Path]]:
    """Every name and alias that the files write: text, the id it leads to, whether it is weak, kind, and its place."""
    for file in folder.files:
        for path, thing in _named_things(file):
            identity = thing.get("id")
            if not isinstance(identity, str):
                continue
            kind = NameKind.WORK if path[:1] == ("works",) else NameKind.ENTRY
            for inner, text, weak in _texts(thing):
                yield text, identity, weak, kind, file, (*path, *inner)


def _named_things(file: File) -> Iterator[tuple[Path, dict[str, Value]]]:
    value = file.document.value
    if not isinstance(value, dict):
        return
    if file.name.startswith("vendors/"):
        yield (), value
    for section in _SECTIONS:
        items = value.get(section)
        for place, item in enumerate(items if isinstance(items, tuple) else ()):
            if isinstance(item, dict):
                yield (section, place), item


def _texts(thing: dict[str, Value]) -> Iterator[tuple[Path, str, bool]]:
    name = thing.get("name")
    if isinstance(name, str):
        yield ("name",), name, False
    elif isinstance(name, dict):
        yield from ((("name", key), text, False) for key, text in name.items() if isinstance(text, str))
    for key, weak in (("aliases", False), ("weak_aliases", True)):
        items = thing.get(key)
        for place, text in enumerate(items if isinstance(items, tuple) else ()):
            if isinstance(text, str):
                yield (key, place), text, weak


def collect_names(folder: Folder, problems: list[Problem]) -> tuple[Name, ...]:
    """All spellings of all names; one that leads to two things is a problem. Weak is weak, wherever it is written."""
    owners: dict[str, tuple[str, Place]] = {}
    names: dict[str, Name] = {}
    for text, identity, weak, kind, file, path in written_names(folder):
        place = file.document.place(path)
        clash = False
        for spelling in sorted(spellings(text)):
            owner, first = owners.setdefault(spelling, (identity, place))
            if owner == identity:
                weak_already = spelling in names and names[spelling].weak
                names[spelling] = Name(spelling, kind, identity, weak or weak_already)
            elif not clash:
                clash = True
                same = "" if spelling == normal_form(text) else f" (as `{spelling}`)"
                message = f"`{text}`{same} already leads to {owner} ({first})"
                problems.append(Problem.at(place, path, message, "one name leads to one thing: remove one of the two"))
    return tuple(names.values())
