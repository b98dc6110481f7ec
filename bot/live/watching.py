"""Tells that a knowledge folder may have changed: by word from the system, and by a look every few seconds.

The system tells at once, but not of everything: a link above the folder that is swapped (as git-sync and Kubernetes do), a
file in a network's folder, a folder that was not there when it was asked. The look finds those.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.knowledge.files import FolderFiles
from bot.knowledge.folder import packaged_folder

LOOKED_AFTER: Final = 5.0
"""Seconds after which one looks, whatever the system tells."""

QUIET_SECONDS: Final = 0.3
"""How long nothing may have changed before it counts: an editor writes a file in several steps."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Seen:
    """A folder as it was seen: where it really lies, and of each file what changes with every edit."""

    root: str
    number: int = 0
    """Of the folder itself on the disk: another one may have taken its place."""
    files: tuple[tuple[str, int, int, int], ...] = ()
    """Name, number on the disk, size in bytes, and when it was written, in nanoseconds since 1970."""


def look(folder: Path) -> Seen:
    """The folder as it is now. A folder that is not there is one without files; nothing is raised."""
    found = []
    for path, name in FolderFiles(folder).files:
        try:
            status = path.stat()
        except OSError:
            continue
        found.append((name, status.st_ino, status.st_size, status.st_mtime_ns))
    return Seen(os.path.realpath(folder), _number(folder), tuple(found))


def _number(folder: Path) -> int:
    try:
        return folder.stat().st_ino
    except OSError:
        return 0


def watched_folder(named: Path | None) -> Path | None:
    """The folder to watch: the one that was named, else a checkout's own; what an installed package brings stays."""
    if named is not None:
        return named
    folder = packaged_folder()
    return None if folder.name == "knowledge_data" else folder


async def changes(folder: Path, seen: Seen, looked_after: float = LOOKED_AFTER) -> AsyncGenerator[Seen, None]:
    """The folder as it is after each change since it was as ``seen``; without end."""
    while True:
        async with aclosing(_words(seen.root, looked_after)) as words:
            async for _ in words:
                now = await asyncio.to_thread(look, folder)
                if now == seen:
                    continue
                moved = (now.root, now.number) != (seen.root, seen.number)
                seen = now
                yield now
                if moved:
                    break


async def _words(root: str, looked_after: float) -> AsyncGenerator[None, None]:
    """A word whenever something may have changed below ``root``, and every few seconds whatever the system tells."""
    from watchfiles import awatch

    logging.getLogger("watchfiles").setLevel(logging.WARNING)  # it counts changes, which says nothing here

    step, wait = round(QUIET_SECONDS * 1000), round(looked_after * 1000)
    yield None  # something may have changed before it is listened for
    while True:
        try:
            told = awatch(root, watch_filter=None, step=step, rust_timeout=wait, yield_on_timeout=True)
            async with aclosing(told):
                async for _ in told:
                    yield None
        except (OSError, RuntimeError) as error:
            _log.debug("The system tells of no change in the knowledge folder: %s", error)
        await asyncio.sleep(looked_after)
        yield None
