"""The files of a knowledge folder, read and typed, with the place of every value."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge.complaints import complaints
from bot.knowledge.problems import KnowledgeError, Path, Place, Problem
from bot.knowledge.schema import ArticleFile, CurrenciesFile, KnowledgeFile, UnitsFile, VendorFile, WorksFile
from bot.knowledge.yaml_text import MAX_BYTES, Document, Value, read_yaml

MAX_FILES: Final = 2_000

ShapeT = TypeVar("ShapeT", bound=BaseModel)

_SHAPES: Final[dict[str, type[VendorFile | ArticleFile | WorksFile | CurrenciesFile | UnitsFile]]] = {
    "vendors": VendorFile,
    "articles": ArticleFile,
    "works.yaml": WorksFile,
    "currencies.yaml": CurrenciesFile,
    "units.yaml": UnitsFile,
}
_DEFAULTS: Final = ("currencies.yaml", "units.yaml")
_LAYOUT: Final = "the folder holds vendors/*.yaml, articles/*.yaml, works.yaml, currencies.yaml and units.yaml"


@dataclass(frozen=True, slots=True)
class File:
    """One file; ``typed`` is ``None`` where its contents do not have the shape they should."""

    name: str
    """Its name within the folder, such as ``vendors/zhipu.yaml``."""
    document: Document
    typed: KnowledgeFile | None


@dataclass(frozen=True, slots=True)
class Folder:
    """All files that could be read, and all problems met on the way."""

    files: tuple[File, ...]
    problems: tuple[Problem, ...]
    digest: str
    """Short digest of the contents of all files."""
    unread: str = ""
    """The text of the files that could not be read: what they declare is not known, but may be there."""
    warnings: tuple[Problem, ...] = ()
    """What was read, and may be meant otherwise."""

    def values(self) -> Iterator[tuple[File, Path, Value]]:
        """Every value of every file with its path, well-typed or not."""
        for file in self.files:
            for path, value in walk(file.document.value):
                yield file, path, value


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
    raise KnowledgeError([Problem.at(place, "", "the program came without its knowledge", "install it again")])


def shown_name(path: FilePath) -> str:
    """A file's or folder's name in messages: relative to the current directory where it lies below it."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith("..") else relative


def read_folder(folder: FilePath) -> Folder:
    """Read every YAML file of a folder. Whatever is wrong in it is among ``problems``; nothing is raised.

    A folder without words for money and units goes by those that came with the program.
    """
    files: list[File] = []
    problems: list[Problem] = []
    warnings: list[Problem] = []
    unread: list[str] = []
    digest = hashlib.blake2b(digest_size=8)
    for path, name in _with_defaults(_yaml_files(folder, problems)):
        shown = shown_name(path)
        content = _content(path, shown, problems)
        if content is None:
            continue
        digest.update(b"%s\0%d\0%s" % (name.encode("utf-8", "surrogatepass"), len(content), content))
        try:
            document = read_yaml(shown, content)
        except KnowledgeError as error:
            problems.extend(error.problems)
            unread.append(content.decode("utf-8", "replace"))
            continue
        problems.extend(document.problems)
        warnings.extend(document.warnings)
        typed = _typed(name, document, problems)
        files.append(File(name, document, typed))
    return Folder(tuple(files), tuple(problems), digest.hexdigest(), "\n".join(unread), tuple(warnings))


def walk(value: Value) -> Iterator[tuple[Path, Value]]:
    """Every value inside a value, with its path; depth is bounded by the reader."""
    yield (), value
    if isinstance(value, dict):
        for key, inner in value.items():
            for path, found in walk(inner):
                yield (key, *path), found
    elif isinstance(value, tuple):
        for place, inner in enumerate(value):
            for path, found in walk(inner):
                yield (place, *path), found


def _with_defaults(files: list[tuple[FilePath, str]]) -> list[tuple[FilePath, str]]:
    names = {name for _, name in files}
    missing = [name for name in _DEFAULTS if name not in names] if files else []
    return files + [(packaged_folder() / name, name) for name in missing]


def _yaml_files(folder: FilePath, problems: list[Problem]) -> list[tuple[FilePath, str]]:
    """The YAML files of a folder with their names in it, in the order of names."""
    place = Place(shown_name(folder), 1, 1)
    if not folder.is_dir():
        problems.append(Problem.at(place, "", "is no folder", "name the folder that holds vendors/"))
        return []
    found = sorted(path for path in folder.rglob("*") if path.is_file() and not _hidden(path, folder))
    files = [path for path in found if path.suffix.lower() in (".yaml", ".yml")]
    if not files:
        problems.append(Problem.at(place, "", "holds no YAML files", _LAYOUT))
    if len(files) > MAX_FILES:
        problems.append(Problem.at(place, "", f"holds more than {MAX_FILES:,} files", _LAYOUT))
    return [(path, path.relative_to(folder).as_posix()) for path in files[:MAX_FILES]]


def _hidden(path: FilePath, folder: FilePath) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _content(path: FilePath, shown: str, problems: list[Problem]) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or "an unknown reason"
        problems.append(
            Problem.at(Place(shown, 1, 1), "", f"cannot be read ({reason})", "check the file's permissions")
        )
        return None


def _typed(name: str, document: Document, problems: list[Problem]) -> KnowledgeFile | None:
    parts = name.split("/")
    shape = _SHAPES.get(parts[0]) if len(parts) == (2 if parts[0] in ("vendors", "articles") else 1) else None
    if shape is None or not name.endswith(".yaml"):
        place = Place(document.file, 1, 1)
        problems.append(Problem.at(place, "", "is none of the files that are read", f"rename or move it: {_LAYOUT}"))
        return None
    return _validated(shape, document, problems)


def _validated(shape: type[ShapeT], document: Document, problems: list[Problem]) -> ShapeT | None:
    try:
        typed = shape.model_validate(document.value)
    except ValidationError as error:
        problems.extend(complaints(shape, document, error))
        return None
    return None if document.problems else typed
