"""The knowledge folder as it was before an edit: in a git revision, or in another folder."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bot.knowledge.folder import Folder, read_folder
from bot.maintain.diff.revisions import RevisionError, write_revision

LAST_COMMITTED = "HEAD"


def folder_before(folder: Path, against: str | None) -> Folder | None:
    """What a folder was in a revision or is in another folder; without either, as it was committed last.

    Of a revision only the files that differ are read. ``None``: it is in no repository, or nothing differs.

    Raises:
        RevisionError: ``against`` is neither a folder nor a revision that can be read.
    """
    if against is not None and Path(against).is_dir():
        return read_folder(Path(against))
    with tempfile.TemporaryDirectory(prefix="pricebot-") as scratch:
        written = Path(scratch)
        try:
            write_revision(folder, against or LAST_COMMITTED, written)
        except RevisionError:
            if against is not None:
                raise
            return None
        for file in written.rglob("*.yaml"):
            if _is_same(file, folder / file.relative_to(written)):
                file.unlink()
        return read_folder(written) if any(written.rglob("*.yaml")) else None


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.read_bytes() == other.read_bytes()
    except OSError:
        return False
