"""The files of a knowledge folder, read and typed, with the place of every value."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge.complaints import complaints, empty_values
from bot.knowledge.files import MAX_FILES, FolderFiles, shown_name, unread_problem
from bot.knowledge.mentions import Mentions, mentions_of
from bot.knowledge.messages import files as says
from bot.knowledge.messages.message import Term
from bot.knowledge.problems import KnowledgeError, Path, Place, Problem
from bot.knowledge.schema import (
    ArticleFile,
    CatalogueFile,
    CurrenciesFile,
    HolidaysFile,
    KnowledgeFile,
    RatesFile,
    SourcesFile,
    UnitsFile,
    VendorFile,
    WorksFile,
)
from bot.knowledge.yaml_text import MAX_BYTES, Document, Value, read_yaml

ShapeT = TypeVar("ShapeT", bound=BaseModel)

SHAPES: Final[dict[str, type[KnowledgeFile]]] = {
    "vendors": VendorFile,
    "articles": ArticleFile,
    "works.yaml": WorksFile,
    "currencies.yaml": CurrenciesFile,
    "units.yaml": UnitsFile,
    "holidays.yaml": HolidaysFile,
    "sources.yaml": SourcesFile,
    "catalogue.yaml": CatalogueFile,
    "rates.yaml": RatesFile,
}
"""The shape of each file by its name, or by the name of the subfolder that it stands in."""
_WORDS: Final = re.compile(r"[^\s\[\]{},'\"]+")
_BESIDE: Final = ("catalogue.yaml", "rates.yaml")
_DEFAULTS: Final = ("currencies.yaml", "units.yaml")
_LAYOUT: Final = Term(
    "the folder holds vendors/*.yaml, articles/*.yaml, works.yaml, currencies.yaml, units.yaml, "
    "and may hold holidays.yaml, sources.yaml, catalogue.yaml and rates.yaml",
    "这个文件夹里放 vendors/*.yaml、articles/*.yaml、works.yaml、currencies.yaml、units.yaml，"
    "还可以放 holidays.yaml、sources.yaml、catalogue.yaml 和 rates.yaml",
)


@dataclass(frozen=True, slots=True)
class File:
    """One file; ``typed`` is ``None`` where its contents do not have the shape they should."""

    name: str
    """Its name within the folder, such as ``vendors/zhipu.yaml``."""
    document: Document
    typed: KnowledgeFile | None
    mentions: Mentions

    @property
    def beside(self) -> bool:
        """Whether it holds what serves beside the curated knowledge: a catalogue, exchange rates."""
        return self.name in _BESIDE


@dataclass(frozen=True, slots=True)
class Folder:
    """All files that could be read, and all problems met on the way."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    digest: str
    """Short digest of the contents of all files."""
    unread: frozenset[str] = frozenset()
    """The words of the files that could not be parsed: what they declare is not known, but may be there."""
    complete: bool = True
    """False where a file or folder could not be read at all: then anything may be declared there."""
    warnings: tuple[Problem, ...] = ()
    """What was read, and may be meant otherwise."""


def packaged_folder() -> FilePath:
    """The knowledge that came with the program: inside the installed package, or the checkout's own.

    Raises:
        KnowledgeError: there is none.
    """
    package = FilePath(__file__).resolve().parent.parent
    for folder in (package / "knowledge_data", package.parent / "knowledge"):
        if (folder / "vendors").is_dir():
            return folder
    place = Place(str(package / "knowledge_data"), 1, 1)
    raise KnowledgeError([Problem.at(place, (), says.NO_KNOWLEDGE)])


def read_folder(folder: FilePath, instead: Mapping[str, bytes] | None = None) -> Folder:
    """Read every YAML file of a folder. Whatever is wrong in it is among ``problems``; nothing is raised.

    A folder without words for money and units goes by those that came with the program. ``instead`` are contents of
    files, by their names in the folder, that are read in place of what stands there, or as if they stood there.
    """
    instead = instead or {}
    files: list[File] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    unread: set[str] = set()
    digest = hashlib.blake2b(digest_size=8)
    found = FolderFiles(folder)
    problems.extend(found.problems)
    if not found.files and not instead and not problems:
        problems.append(Problem.at(Place(shown_name(folder), 1, 1), (), says.NO_YAML_FILES, layout=_LAYOUT))
    complete = not problems
    for path, name in _with_defaults(_with_others(found.files, folder, instead)):
        shown = shown_name(path)
        content = instead.get(name)
        if content is None:
            try:
                with path.open("rb") as opened:
                    content = opened.read(MAX_BYTES + 1)
            except OSError as error:
                problems.append(unread_problem(path, error))
                complete = False
                continue
        digest.update(b"%s\0%d\0%s" % (name.encode("utf-8", "surrogatepass"), len(content), content))
        try:
            file = _file(name, shown, content, problems)
        except KnowledgeError as error:
            problems.extend(error.problems)
            unread.update(_WORDS.findall(content.decode("utf-8", "replace")))
            continue
        warnings.extend(file.document.warnings)
        files.append(file)
    return Folder(tuple(files), tuple(problems), digest.hexdigest(), frozenset(unread), complete, tuple(warnings))


_kept: Final[dict[str, tuple[bytes, File]]] = {}
"""The latest contents of each file in which nothing is wrong, by its name within the folder, and what was read of them."""


def _file(name: str, shown: str, content: bytes, problems: list[Problem]) -> File:
    """What a file holds; one that is as it was is not read again, in whichever folder it stands.

    Raises:
        KnowledgeError: it is no YAML.
    """
    known, file = _kept.get(name, (b"", None))
    if file is not None and known == content:
        return file if shown == file.document.file else replace(file, document=replace(file.document, file=shown))
    document = read_yaml(shown, content)
    problems.extend(document.problems)
    typed = _typed(name, document, problems)
    texts = ((path, value) for path, value in walk(document.value) if isinstance(value, str))
    file = File(name, document, typed, mentions_of(name, texts, beside=name in _BESIDE))
    if typed is not None and not document.warnings:
        if len(_kept) == MAX_FILES:
            _kept.clear()
        _kept[name] = (content, file)
    return file


def walk(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Every value inside a value that stands at a path, with its own; depth is bounded by the reader."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            yield from walk(inner, (*path, place))


def _with_others(
    files: list[tuple[FilePath, str]], folder: FilePath, names: Iterable[str]
) -> list[tuple[FilePath, str]]:
    there = {name for _, name in files}
    others = [(folder / name, name) for name in names if name not in there]
    return sorted([*files, *others], key=lambda file: file[1])


def _with_defaults(files: list[tuple[FilePath, str]]) -> list[tuple[FilePath, str]]:
    names = {name for _, name in files}
    missing = [name for name in _DEFAULTS if name not in names] if files else []
    return files + [(packaged_folder() / name, name) for name in missing]


def shape_of(name: str) -> type[KnowledgeFile] | None:
    """The shape of a file by its name within the folder; nothing where no file belongs there."""
    parts = name.split("/")
    fits = name.endswith(".yaml") and len(parts) == (2 if parts[0] in ("vendors", "articles") else 1)
    return SHAPES.get(parts[0]) if fits else None


def _typed(name: str, document: Document, problems: list[Problem]) -> KnowledgeFile | None:
    shape = shape_of(name)
    if shape is None:
        place = Place(document.file, 1, 1)
        problems.append(Problem.at(place, (), says.MISPLACED, layout=_LAYOUT))
        return None
    return _validated(shape, document, problems)


def _validated(shape: type[ShapeT], document: Document, problems: list[Problem]) -> ShapeT | None:
    try:
        typed = shape.model_validate(document.value)
    except ValidationError as error:
        problems.extend(complaints(shape, document, error))
        return None
    empty = [path for path, value in walk(document.value) if value is None and path]
    if not document.problems:
        problems.extend(empty_values(document, empty))
    return None if document.problems or empty else typed
