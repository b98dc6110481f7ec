"""The knowledge folder as it was in a git revision, read from git's own store: no work tree is checked out or touched."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from bot.knowledge.characters import harmless
from bot.knowledge.files import MAX_FILES, shown_name
from bot.knowledge.yaml_text import MAX_BYTES

TIMEOUT: Final = 60
"""Seconds that git may take for one thing."""

_LINK: Final = "120000"
_LONGEST_COMPLAINT: Final = 300


class RevisionError(Exception):
    """A revision cannot be read; the text says why."""


class _File(NamedTuple):
    mode: str
    kind: str
    object: str
    size: str
    name: str
    """Within the folder, with slashes."""

    @property
    def is_yaml(self) -> bool:
        return self.kind == "blob" and self.name.lower().endswith((".yaml", ".yml"))


def write_revision(folder: Path, revision: str, into: Path) -> None:
    """Write the YAML files that a folder had in a revision into another folder, which is empty.

    ``revision`` is whatever git takes for one; ``REV:path`` names a folder that was elsewhere then.

    Raises:
        RevisionError: there is no such revision, or no such folder in it, or it cannot be read.
    """
    prefix = _git(folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape").removesuffix("\n")
    tree = revision if ":" in revision else f"{revision}:{prefix}"
    files = [file for file in _files(folder, tree) if file.is_yaml]
    if not 0 < len(files) <= MAX_FILES:
        raise RevisionError(f"{harmless(tree)} holds {len(files):,} YAML files, of at most {MAX_FILES:,}")
    for file in files:
        if file.mode == _LINK:
            raise RevisionError(f"{harmless(file.name)} is a link there, which is not followed")
        if int(file.size) > MAX_BYTES:
            raise RevisionError(f"{harmless(file.name)} has more than {MAX_BYTES:,} bytes there")
    for file, content in zip(files, _contents(folder, files), strict=True):
        path = into / file.name
        if not path.resolve().is_relative_to(into.resolve()):
            raise RevisionError(f"{harmless(file.name)} is no name of a file in a folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _files(folder: Path, tree: str) -> list[_File]:
    """All files of a folder of a revision, those in folders of it among them."""
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", tree, missing=tree).decode().strip()
    if _git(folder, "cat-file", "-t", found).strip() != b"tree":
        raise RevisionError(f"{harmless(tree)} is no folder")
    listed = _git(folder, "ls-tree", "-r", "-l", "-z", "--full-tree", found).decode("utf-8", "surrogateescape")
    lines = (line.partition("\t") for line in listed.split("\0") if line)
    return [_File._make((*head.split(), name)) for head, _, name in lines]


def _contents(folder: Path, files: Sequence[_File]) -> Iterator[bytes]:
    """What is in each of the files: git answers to every id with a line about it, the content and a line end."""
    told = _git(folder, "cat-file", "--batch", told="".join(f"{file.object}\n" for file in files).encode())
    end = -1
    for file in files:
        start = told.index(b"\n", end + 1) + 1
        end = start + int(file.size)
        yield told[start:end]


def _git(folder: Path, *arguments: str, told: bytes = b"", missing: str | None = None) -> bytes:
    """What git says of the repository that a folder lies in; ``missing``: what there is not, where it fails silently."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and what is asked for never begins like an option
            command, input=told, capture_output=True, timeout=TIMEOUT, check=False
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed, which tells what a revision holds") from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise RevisionError(f"git does not answer: {harmless(str(error), _LONGEST_COMPLAINT)}") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().splitlines()
    if not said and missing is not None:
        place = shown_name(folder)
        raise RevisionError(f"{harmless(missing)} is neither a folder nor in the git repository of {place}")
    raise RevisionError(f"git says: {harmless(said[-1] if said else 'nothing', _LONGEST_COMPLAINT)}")
