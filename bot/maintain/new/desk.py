"""A knowledge folder with changes that are not written yet: what stands in it, what would, and whether that is right."""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.knowledge.files import FolderFiles, shown_name
from bot.knowledge.folder import File, Folder, packaged_folder, read_folder
from bot.knowledge.load import knowledge_of
from bot.knowledge.problems import Problem
from bot.knowledge.schema import ArticleFile, ModelShape, PlanShape, SourcesFile, SourceShape, VendorFile
from bot.maintain.check import check_loaded, probe_of
from bot.maintain.new import texts as says
from bot.maintain.new.places import Change
from bot.maintain.new.texts import RefusalError
from bot.maintain.schema import FILE as SCHEMA
from bot.maintain.schema import schema_text

INSTALLED: Final = "knowledge_data"
"""The folder inside the installed package, which the next installation overwrites."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something in a vendor's file, and which of its list it is."""

    file: File
    vendor: VendorFile
    place: int


@dataclass(frozen=True, slots=True)
class Trial:
    """A folder as it would be: what an engine answers from it, and what is wrong with it or doubtful."""

    engine: Engine
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


class Desk:
    """A knowledge folder, and changes to its files that :meth:`write` puts there."""

    def __init__(self, folder: Path | None) -> None:
        """``None`` is the knowledge that came with the program.

        Raises:
            KnowledgeError: the folder does not load as it is.
            RefusalError: it is part of the installed package.
        """
        self.folder = folder if folder is not None else packaged_folder()
        if self.folder.name == INSTALLED:
            raise RefusalError(says.INSTALLED.filled(folder=shown_name(self.folder)))
        self.is_empty = self.folder.is_dir() and not FolderFiles(self.folder).files
        self.read = Folder((), (), "") if self.is_empty else read_folder(self.folder)
        self._knowledge = None if self.is_empty else knowledge_of(self.read)
        self._before: dict[str, bytes | None] = {}
        self._after: dict[str, bytes] = {}

    @property
    def knowledge(self) -> Knowledge:
        return self.engine.knowledge

    @cached_property
    def engine(self) -> Engine:
        """What answers from the folder as it is; from what came with the program where it is still empty."""
        return Engine(self._knowledge or knowledge_of(read_folder(packaged_folder())))

    @property
    def vendors(self) -> Iterator[tuple[File, VendorFile]]:
        for file in self.read.files:
            if isinstance(file.typed, VendorFile):
                yield file, file.typed

    @property
    def articles(self) -> Iterator[tuple[File, ArticleFile]]:
        for file in self.read.files:
            if isinstance(file.typed, ArticleFile):
                yield file, file.typed

    @cached_property
    def models(self) -> Mapping[str, Found]:
        """The models by their ids."""
        return {
            model.id: Found(file, vendor, place)
            for file, vendor in self.vendors
            for place, model in enumerate(vendor.models)
        }

    @cached_property
    def plans(self) -> Mapping[str, Found]:
        """The subscriptions by their ids."""
        return {
            plan.id: Found(file, vendor, place)
            for file, vendor in self.vendors
            for place, plan in enumerate(vendor.plans)
        }

    def model(self, id_: str) -> ModelShape:
        found = self.models[id_]
        return found.vendor.models[found.place]

    def plan(self, id_: str) -> PlanShape:
        found = self.plans[id_]
        return found.vendor.plans[found.place]

    @cached_property
    def sources(self) -> Mapping[str, SourceShape]:
        """The sources of all files by their ids."""
        typed = (file.typed for file in self.read.files)
        holding = (one for one in typed if isinstance(one, (VendorFile, ArticleFile, SourcesFile)))
        return {source.id: source for one in holding for source in one.sources}

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, written or not."""
        return name in self._after or (self.folder / name).exists()

    def change(self, name: str, change: Change) -> None:
        """Change the text of a file; that of a new one is empty before."""
        content = self._after.get(name)
        if content is None:
            path = self.folder / name
            content = path.read_bytes() if path.exists() else b""
            self._before[name] = content if path.exists() else None
        mark = b"\xef\xbb\xbf" if content.startswith(b"\xef\xbb\xbf") else b""
        text = content[len(mark) :].decode("utf-8")
        self._after[name] = mark + change(text).encode("utf-8")

    def added(self) -> Iterator[str]:
        """The lines that are new or changed, with their numbers below the names of their files."""
        for name, after in self._after.items():
            yield shown_name(self.folder / name)
            before = (self._before[name] or b"").decode("utf-8-sig").splitlines()
            lines = after.decode("utf-8-sig").splitlines()
            yield from _numbered(before, lines)

    def tried(self) -> Trial:
        """The folder as it would be, checked as ``pricebot check`` does.

        Raises:
            KnowledgeError: it would not load.
        """
        read = read_folder(self.folder, self._after)
        knowledge = knowledge_of(read)
        engine = self.engine.trial(knowledge)
        report = check_loaded(
            read, knowledge, lambda known: probe_of(engine if known is knowledge else engine.trial(known))
        )
        here = {shown_name(self.folder / name) for name in self._after}
        return Trial(engine, report.problems, tuple(one for one in report.warnings if one.file in here))

    def write(self) -> None:
        """Put the changes into the folder, each file whole, in the order in which they were made.

        A file that others refer to is changed before them, so that the folder loads at any moment.

        Raises:
            RefusalError: a file has been changed by somebody else meanwhile.
            OSError: a file cannot be written.
        """
        for name, before in self._before.items():
            path = self.folder / name
            if (path.read_bytes() if path.exists() else None) != before:
                raise RefusalError(says.CHANGED_MEANWHILE.filled(file=shown_name(path)))
        if any(before is None for before in self._before.values()) and not (self.folder / SCHEMA).exists():
            _replace(self.folder / SCHEMA, schema_text().encode("utf-8"))
        for name, content in self._after.items():
            _replace(self.folder / name, content)


def _numbered(before: list[str], after: list[str]) -> Iterator[str]:
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, _, _, first, last in matcher.get_opcodes():
        if kind != "equal":
            yield from (f"{number:>6} + {after[number - 1]}".rstrip() for number in range(first + 1, last + 1))


def _replace(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a link goes on leading to what it did."""
    path = path.resolve()
    path.parent.mkdir(exist_ok=True)
    number, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def close_to(text: str, known: Iterable[str]) -> str:
    """The ids that look like a text, to be offered."""
    return ", ".join(difflib.get_close_matches(text, list(known), n=3, cutoff=0.5))
