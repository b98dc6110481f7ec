"""The names by which people call things, in every spelling that one alias stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product
from typing import Final

from bot.knowledge.entries import Name, NameKind
from bot.knowledge.folder import File, Folder
from bot.knowledge.messages import relations as says
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.yaml_text import Value
from bot.text import normal_form

MAX_FREE_GAPS: Final = 3
"""Up to so many gaps of a name are filled in every combination; a longer name keeps to one filling throughout."""

_FILLINGS: Final = ("", " ", "-", "_")
_PIECE: Final = re.compile(r"[a-z]+|[0-9]+(?:\.[0-9]+)*|[^\sa-z0-9_:·-]+")
_SECTIONS: Final = ("products", "plans", "models", "subjects", "works")


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


@lru_cache(maxsize=4096)
def _in_order(name: str) -> tuple[str, ...]:
    """The spellings of a name, which the next edit of another leaves as they are."""
    return tuple(sorted(spellings(name)))


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


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as a file writes it, the id of what it belongs to, and its place."""

    text: str
    id: str
    kind: NameKind
    weak: bool
    place: Place
    path: Path


def written_names(folder: Folder) -> Iterator[WrittenName]:
    """Every name and alias in the files."""
    for file in folder.files:
        for path, thing in _named_things(file):
            yield from _written(file, path, thing, _names_of(thing))
            yield from _written(file, path, thing, _listed(thing, "aliases"))
            yield from _written(file, path, thing, _listed(thing, "weak_aliases"), weak=True)
            if path[:1] == ("plans",):
                yield from _written(file, path, thing, _with_tiers(thing))


def written_lookalikes(folder: Folder) -> Iterator[WrittenName]:
    """Every word in the files that holds a name of the thing and means something else."""
    for file in folder.files:
        for path, thing in _named_things(file):
            yield from _written(file, path, thing, _listed(thing, "lookalikes"))


def _written(
    file: File, path: Path, thing: dict[str, Value], texts: Iterable[tuple[Path, str]], weak: bool = False
) -> Iterator[WrittenName]:
    identity = thing.get("id")
    if not isinstance(identity, str):
        return
    kind = NameKind.WORK if path[:1] == ("works",) else NameKind.ENTRY
    for inner, text in texts:
        here = (*path, *inner)
        yield WrittenName(text, identity, kind, weak, file.document.place(here), here)


def _named_things(file: File) -> Iterator[tuple[Path, dict[str, Value]]]:
    value = file.document.value
    if not isinstance(value, dict) or file.beside:
        return
    if file.name.startswith("vendors/"):
        yield (), value
    for section in _SECTIONS:
        items = value.get(section)
        for place, item in enumerate(items if isinstance(items, tuple) else ()):
            if isinstance(item, dict):
                yield (section, place), item


def _names_of(thing: dict[str, Value]) -> Iterator[tuple[Path, str]]:
    name = thing.get("name")
    if isinstance(name, str):
        yield ("name",), name
    elif isinstance(name, dict):
        yield from ((("name", key), text) for key, text in name.items() if isinstance(text, str))


def _with_tiers(plan: dict[str, Value]) -> Iterator[tuple[Path, str]]:
    """The names of a plan with each of its tiers: GLM Coding Plan Pro."""
    lines = plan.get("prices")
    for place, line in enumerate(lines if isinstance(lines, tuple) else ()):
        tier = line.get("tier") if isinstance(line, dict) else None
        words = tier.values() if isinstance(tier, dict) else (tier,)
        for word in words:
            for _, name in (*_names_of(plan), *_listed(plan, "aliases")) if isinstance(word, str) else ():
                yield ("prices", place, "tier"), f"{name} {word}"


def _listed(thing: dict[str, Value], key: str) -> Iterator[tuple[Path, str]]:
    items = thing.get(key)
    for place, text in enumerate(items if isinstance(items, tuple) else ()):
        if isinstance(text, str):
            yield (key, place), text


def collect_names(folder: Folder, problems: list[Problem]) -> tuple[Name, ...]:
    """All spellings of all names; one that leads to two things is a problem. Weak is weak, wherever it is written."""
    owners: dict[str, WrittenName] = {}
    names: dict[str, Name] = {}
    for name in written_names(folder):
        clash: str | None = None
        for spelling in _in_order(name.text):
            owner = owners.setdefault(spelling, name)
            if (owner.id, owner.kind) == (name.id, name.kind):
                weak_already = spelling in names and names[spelling].weak
                names[spelling] = Name(spelling, name.kind, name.id, name.weak or weak_already)
            elif clash is None:
                clash = spelling
        if clash is not None:
            problems.append(_clash(name, owners[clash], clash))
    return tuple(names.values())


def _clash(name: WrittenName, owner: WrittenName, spelling: str) -> Problem:
    said = says.NAME_TAKEN if normal_form(owner.text) == normal_form(name.text) else says.SPELLING_TAKEN
    return Problem.at(name.place, name.path, said, text=name.text, spelling=spelling, id=owner.id, there=owner.place)
