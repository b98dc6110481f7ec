"""The words of each language, from the YAML files of the package: one word a line, under what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

_FOLDER: Final = Path(__file__).parents[1] / "vocabulary"


@cache
def documents(name: str) -> tuple[Any, ...]:
    """The file of a name in each language that has one."""
    import yaml  # the codes of buttons are read without it

    return tuple(yaml.load(path.read_bytes(), yaml.CSafeLoader) for path in sorted(_FOLDER.glob(f"*/{name}.yaml")))


def listed(name: str) -> Iterator[tuple[str, str]]:
    """The heading and word of each line of the lists in a file."""
    for document in documents(name):
        yield from _lines(document)


def words_under(name: str, *headings: str) -> tuple[str, ...]:
    """The words under some headings of a file, in all languages; a heading that none has is an error."""
    for heading in headings:
        if not any(heading in document for document in documents(name)):
            raise KeyError(name, heading)
    chosen = ({each: document[each] for each in headings if each in document} for document in documents(name))
    return tuple(word for lists in chosen for _, word in _lines(lists))


def characters(name: str, heading: str) -> frozenset[str]:
    """The characters under a heading of a file."""
    return frozenset("".join(words_under(name, heading)))


def either(words: Iterable[str]) -> str:
    """The pattern for one of some words, the longest that fits."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def whole(words: Iterable[str]) -> str:
    """The same, where no Latin letter follows a word that ends in one."""
    chosen = tuple(words)
    latin = either(word for word in chosen if word[-1].isascii())
    return "|".join(filter(None, (either(word for word in chosen if not word[-1].isascii()), f"(?:{latin})(?![a-z])")))


def table(name: str, section: str) -> dict[str, str]:
    """Each word of a section of a file, with its heading."""
    lines = (line for document in documents(name) for line in _lines(document.get(section, {})))
    return {word: heading for heading, word in lines}


def _lines(lists: dict[str, str]) -> Iterator[tuple[str, str]]:
    for heading, lines in lists.items():
        for word in lines.splitlines():
            yield heading, word


def numbered(name: str, section: str) -> dict[str, int]:
    """Each word of a section whose headings are numbers, with its own."""
    return {word: int(heading) for word, heading in table(name, section).items()}
