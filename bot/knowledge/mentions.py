"""The ids that a file declares and those that it refers to, as they are written there, well-typed or not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final, NamedTuple

from bot.knowledge.problems import Path

SECTIONS: Final = {
    "sources": "source",
    "products": "product",
    "plans": "plan",
    "models": "model",
    "subjects": "subject",
    "facts": "fact",
    "works": "work",
}
_ALMOST_THE_SAME: Final = 0.8
ENTRIES: Final = ("vendor", "product", "model", "subject")
_REFERENCES: Final = {
    "source": ("source",),
    "fact": ("fact",),
    "product": ("product",),
    "subjects": ENTRIES,
    "related": ("fact",),
}
_VENDORS_REFERENCES: Final = _REFERENCES | {
    "status_source": ("source",),
    "by": ("model",),
    "of": ("model",),
    "model": ("model",),
    "models": ("model",),
    "headline": ("model",),
    "today": ("model",),
    "successors": ("model",),
}
"""What keys of a vendor's file refer to."""
_LISTED_REFERENCES: Final = _REFERENCES | {"status_source": ("source",)}
"""What keys of a vendor's ``listed`` refer to: its models are those of the wider catalogue."""
_CURRENCIES: Final = ("currency", "code", "unit")


class Mentions(NamedTuple):
    """What one file mentions, each with its path."""

    declared: tuple[tuple[Path, str, str], ...]
    """The ids of its own, each with its kind."""
    referred: tuple[tuple[Path, str, tuple[str, ...]], ...]
    """The ids of others, each with the kinds that it may be of."""
    currencies: tuple[tuple[Path, str], ...]
    """What stands where a currency does, and looks like the code of one."""


def mentions_of(name: str, texts: Iterable[tuple[Path, str]], *, beside: bool) -> Mentions:
    """What a file of that name mentions, by all its texts; ``beside``: it is one beside the curated knowledge."""
    declared, referred, currencies = [], [], []
    for path, text in texts:
        kind = _declares(name, path, beside)
        if kind is not None:
            declared.append((path, text, kind))
        if kinds := _refers(name, path):
            referred.append((path, text, kinds))
        if path and path[-1] in _CURRENCIES and len(text) == 3 and text.isascii() and text.isupper():
            currencies.append((path, text))
    return Mentions(tuple(declared), tuple(referred), tuple(currencies))


def _declares(name: str, path: Path, beside: bool) -> str | None:
    if beside:
        return "source" if path == ("source", "id") else None
    if path == ("id",) and name.startswith("vendors/"):
        return "vendor"
    if len(path) == 3 and path[2] == "id" and isinstance(path[0], str):
        return SECTIONS.get(path[0]) or SECTIONS.get(_section_meant(path[0]))
    return None


@cache
def _section_meant(key: str) -> str:
    """The section that a misspelt key stands for, which is told of elsewhere: what it holds is declared all the same."""
    return "".join(get_close_matches(key, SECTIONS, n=1, cutoff=_ALMOST_THE_SAME))


def _refers(name: str, path: Path) -> tuple[str, ...] | None:
    key = path[-1] if path and isinstance(path[-1], str) else path[-2] if len(path) > 1 else None
    return _references(name, path).get(key) if isinstance(key, str) else None


def _references(name: str, path: Path) -> Mapping[str, tuple[str, ...]]:
    if not name.startswith("vendors/"):
        return _REFERENCES
    return _LISTED_REFERENCES if path[0] == "listed" else _VENDORS_REFERENCES
