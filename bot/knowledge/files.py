"""The YAML files of a knowledge folder: which there are, and what keeps them from being read."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bot.knowledge.characters import harmless
from bot.knowledge.messages import files as says
from bot.knowledge.messages.message import Message, Term
from bot.knowledge.problems import Place, Problem

MAX_FILES: Final = 2_000
MAX_ENTRIES: Final = 50_000
"""Files and folders of any kind that are looked at."""
MAX_DEPTH: Final = 4
"""Folders within folders that are looked into; there is nothing to read so deep, but it is told of."""


def shown_name(path: Path) -> str:
    """A file's or folder's name in messages: relative to the current directory where it lies below it, and on one
    line whatever it is made of."""
    relative = os.path.relpath(path)
    return harmless(str(path) if relative.startswith("..") else relative)


class FolderFiles:
    """The files of a folder, found by following links as well, but none twice.

    ``files`` are those that end in .yaml or .yml, with their names in the folder, in the order of names; ``problems``
    what cannot be read or followed, and so may hold what is missing elsewhere.
    """

    def __init__(self, folder: Path) -> None:
        self.problems: list[Problem] = []
        self.files: list[tuple[Path, str]] = []
        self._seen: set[tuple[int, int]] = set()
        self._left = MAX_ENTRIES
        try:
            is_folder = stat.S_ISDIR(folder.stat().st_mode)
        except OSError as error:
            is_folder = False
            if not isinstance(error, (FileNotFoundError, NotADirectoryError)):
                self._refuse_unread(folder, error)
                return
        if is_folder:
            self._walk(folder, "", 0)
        else:
            self._refuse(folder, says.NO_FOLDER)
        if len(self.files) > MAX_FILES or self._left < 0:
            self._refuse(folder, says.TOO_MANY_FILES, most=f"{MAX_FILES:,}")
        self.files = sorted(self.files, key=lambda file: file[1])[:MAX_FILES]

    def _walk(self, folder: Path, within: str, depth: int) -> None:
        try:
            status = folder.stat()
            names = sorted(self._names(folder))
        except OSError as error:
            self._refuse_unread(folder, error)
            return
        if (status.st_dev, status.st_ino) in self._seen or depth > MAX_DEPTH:
            return
        self._seen.add((status.st_dev, status.st_ino))
        for name in names:
            self._take(folder / name, f"{within}{name}", depth)

    def _names(self, folder: Path) -> Iterator[str]:
        with os.scandir(folder) as entries:
            for entry in entries:
                self._left -= 1
                if self._left < 0:
                    return
                if not entry.name.startswith("."):
                    yield entry.name

    def _take(self, path: Path, name: str, depth: int) -> None:
        is_yaml = path.suffix.lower() in (".yaml", ".yml")
        try:
            mode = path.stat().st_mode
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ELOOP) and path.is_symlink():
                self._refuse(path, says.LINK_TO_NOTHING)
            elif error.errno != errno.ENOENT:
                self._refuse_unread(path, error)
            return
        if stat.S_ISDIR(mode):
            self._walk(path, f"{name}/", depth + 1)
        elif is_yaml and stat.S_ISREG(mode):
            self.files.append((path, name))
        elif is_yaml:
            self._refuse(path, says.NO_PLAIN_FILE)

    def _refuse(self, path: Path, said: Message, **parts: object) -> None:
        self.problems.append(Problem.at(Place(shown_name(path), 1, 1), (), said, **parts))

    def _refuse_unread(self, path: Path, error: OSError) -> None:
        self.problems.append(unread_problem(path, error))


def unread_problem(path: Path, error: OSError) -> Problem:
    """That a file or folder cannot be read, and why."""
    said = says.UNREADABLE_FOLDER if path.is_dir() else says.UNREADABLE_FILE
    return Problem.at(Place(shown_name(path), 1, 1), (), said, reason=_reason(error))


def _reason(error: OSError) -> Term:
    told = error.strerror or "an unknown reason"
    return Term(told, _REASONS.get(error.errno or 0, told))


_REASONS: Final = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EIO: "磁盘读写出错",
    errno.EISDIR: "是文件夹",
}
