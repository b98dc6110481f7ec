"""Checks across files: every id that is used exists, every id is declared once, prices follow one another.

They work on the values as written, so that one ill-typed line does not hide what is wrong elsewhere.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from babel.core import get_global

from bot.knowledge.folder import File, Folder
from bot.knowledge.messages import relations as says
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.schema import UNITS, ArticleFile, CatalogueFile, HolidaysFile, RatesFile, VendorFile
from bot.knowledge.selling import check_selling
from bot.knowledge.written_catalogue import check_catalogue
from bot.knowledge.written_rates import check_rates

_SECTIONS: Final = {
    "sources": "source",
    "products": "product",
    "plans": "plan",
    "models": "model",
    "subjects": "subject",
    "facts": "fact",
    "works": "work",
}
_ALIKE: Final = 0.6
"""How alike an id is to the one that may be meant."""
_ALMOST_THE_SAME: Final = 0.8
_ENTRIES: Final = ("vendor", "product", "model", "subject")
_REFERENCES: Final = {
    "source": ("source",),
    "fact": ("fact",),
    "product": ("product",),
    "subjects": _ENTRIES,
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
_KINDS: Final = {
    "source": Term("source", "来源"),
    "fact": Term("fact", "事实"),
    "product": Term("product", "产品"),
    "model": Term("model", "模型"),
}
_ANY: Final = Term("vendor, product, model or subject", "厂商、产品、模型或话题")


class Declared:
    """All ids that the folder declares, by kind, with the place of each."""

    def __init__(self) -> None:
        self.places: dict[str, dict[str, Place]] = {kind: {} for kind in ("vendor", *_SECTIONS.values())}

    def of(self, kinds: tuple[str, ...]) -> Mapping[str, Place]:
        return ChainMap(*(self.places[kind] for kind in kinds))


def check_references(folder: Folder) -> Iterator[Problem]:
    """What is wrong between the files."""
    declared = Declared()
    yield from _declare(folder, declared)
    calendars = {
        calendar.country
        for file in folder.files
        if isinstance(file.typed, HolidaysFile)
        for calendar in file.typed.calendars
    }
    for file in folder.files:
        for path, text in file.texts:
            if folder.complete and text not in folder.unread:
                yield from _check_reference(file, path, text, declared)
            yield from _check_currency(file, path, text)
    for file in folder.files:
        if isinstance(file.typed, VendorFile):
            yield from _check_owner(file, file.typed)
            yield from check_selling(file, file.typed, calendars)
        elif isinstance(file.typed, ArticleFile) and len(file.typed.sources) != 1:
            for place, fact in enumerate(file.typed.facts):
                if fact.source is None:
                    at: Path = ("facts", place)
                    yield Problem.at(file.document.place(at), at, says.NO_SOURCE, id=fact.id)
        elif isinstance(file.typed, CatalogueFile):
            yield from check_catalogue(file, file.typed, declared.places["vendor"])
        elif isinstance(file.typed, RatesFile):
            yield from check_rates(file, file.typed)


def _declare(folder: Folder, declared: Declared) -> Iterator[Problem]:
    seen: dict[tuple[bool, str], Place] = {}
    for file, path, text in ((one, *text) for one in folder.files for text in one.texts):
        kind = _declares(file, path)
        if kind is None:
            continue
        place = file.document.place(path)
        first = seen.setdefault((kind == "source", text), place)
        declared.places[kind].setdefault(text, place)
        if first != place:
            yield Problem.at(place, path, says.ID_TAKEN, id=text, there=first)


def _declares(file: File, path: Path) -> str | None:
    if file.beside:
        return "source" if path == ("source", "id") else None
    if path == ("id",) and file.name.startswith("vendors/"):
        return "vendor"
    if len(path) == 3 and path[2] == "id" and isinstance(path[0], str):
        return _SECTIONS.get(path[0]) or _SECTIONS.get(_section_meant(path[0]))
    return None


@cache
def _section_meant(key: str) -> str:
    """The section that a misspelt key stands for, which is told of elsewhere: what it holds is declared all the same."""
    return "".join(get_close_matches(key, _SECTIONS, n=1, cutoff=_ALMOST_THE_SAME))


def _check_reference(file: File, path: Path, value: str, declared: Declared) -> Iterator[Problem]:
    key = path[-1] if path and isinstance(path[-1], str) else path[-2] if len(path) > 1 else None
    kinds = _references(file, path).get(key) if isinstance(key, str) else None
    if kinds is None:
        return
    known = declared.of(kinds)
    if value not in known:
        kind = _ANY if kinds == _ENTRIES else _KINDS[kinds[0]]
        close = get_close_matches(value, known, n=1, cutoff=_ALIKE)
        said = says.UNKNOWN_ID_ALIKE if close else says.UNKNOWN_ID
        yield Problem.at(file.document.place(path), path, said, kind=kind, id=value[:60], known="".join(close))


def _references(file: File, path: Path) -> Mapping[str, tuple[str, ...]]:
    if not file.name.startswith("vendors/"):
        return _REFERENCES
    return _LISTED_REFERENCES if path[0] == "listed" else _VENDORS_REFERENCES


def _check_currency(file: File, path: Path, value: str) -> Iterator[Problem]:
    if (
        not path
        or path[-1] not in ("currency", "code", "unit")
        or not (len(value) == 3 and value.isascii() and value.isupper())
    ):
        return
    if value not in UNITS and value not in get_global("all_currencies"):
        yield Problem.at(file.document.place(path), path, says.UNKNOWN_CURRENCY, code=value)


def _check_owner(file: File, vendor: VendorFile) -> Iterator[Problem]:
    if file.name != f"vendors/{vendor.id}.yaml":
        path: Path = ("id",)
        yield Problem.at(file.document.place(path), path, says.FILE_NAME, id=vendor.id)
        return  # which of the two is meant decides what the ids below begin with
    for section in ("products", "plans", "models", "subjects"):
        for place, thing in enumerate(getattr(vendor, section)):
            if not thing.id.startswith(f"{vendor.id}/"):
                path = (section, place, "id")
                yield Problem.at(file.document.place(path), path, says.OTHER_OWNER, id=thing.id, vendor=vendor.id)
    for place, line in enumerate(vendor.listed):
        for number, model in enumerate(line.models):
            if not model.startswith(f"{vendor.id}/"):
                path = ("listed", place, "models", number)
                yield Problem.at(file.document.place(path), path, says.OTHER_OWNER, id=model, vendor=vendor.id)
