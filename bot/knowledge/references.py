"""Checks across files: every id that is used exists, every id is declared once, prices follow one another.

They work on the values as written, so that one ill-typed line does not hide what is wrong elsewhere.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from babel.core import get_global

from bot.knowledge.folder import File, Folder
from bot.knowledge.mentions import ENTRIES, SECTIONS
from bot.knowledge.messages import relations as says
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.schema import UNITS, ArticleFile, CatalogueFile, HolidaysFile, RatesFile, VendorFile
from bot.knowledge.selling import check_selling
from bot.knowledge.written_catalogue import check_catalogue
from bot.knowledge.written_rates import check_rates

_ALIKE: Final = 0.6
"""How alike an id is to the one that may be meant."""
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
        self.places: dict[str, dict[str, Place]] = {kind: {} for kind in ("vendor", *SECTIONS.values())}

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
        yield from _check_mentions(folder, file, declared)
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
    for file, path, id_, kind in ((one, *found) for one in folder.files for found in one.mentions.declared):
        place = file.document.place(path)
        first = seen.setdefault((kind == "source", id_), place)
        declared.places[kind].setdefault(id_, place)
        if first != place:
            yield Problem.at(place, path, says.ID_TAKEN, id=id_, there=first)


def _check_mentions(folder: Folder, file: File, declared: Declared) -> Iterator[Problem]:
    for path, id_, kinds in file.mentions.referred:
        if folder.complete and id_ not in folder.unread and id_ not in (known := declared.of(kinds)):
            yield _unknown(file, path, id_, kinds, known)
    for path, code in file.mentions.currencies:
        if code not in UNITS and code not in get_global("all_currencies"):
            yield Problem.at(file.document.place(path), path, says.UNKNOWN_CURRENCY, code=code)


def _unknown(file: File, path: Path, id_: str, kinds: tuple[str, ...], known: Mapping[str, Place]) -> Problem:
    kind = _ANY if kinds == ENTRIES else _KINDS[kinds[0]]
    close = get_close_matches(id_, known, n=1, cutoff=_ALIKE)
    said = says.UNKNOWN_ID_ALIKE if close else says.UNKNOWN_ID
    return Problem.at(file.document.place(path), path, said, kind=kind, id=id_[:60], known="".join(close))


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
