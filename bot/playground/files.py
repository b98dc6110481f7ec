"""Files that people send: kept for a while, and handed out as Telegram does."""

from __future__ import annotations

import hashlib
from typing import Final

from bot.playground.errors import bad_request
from bot.playground.world import Json

MOST: Final = 50
"""Files that are kept; older ones are gone."""

MOST_HANDED_OUT: Final = 20 * 2**20
"""Bytes of a file that a bot may fetch."""


class Files:
    """The files by the paths under which they are fetched."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def take(self, name: str, kind: str, content: bytes) -> Json:
        """Keep a file; the document that a message tells of."""
        number = hashlib.sha256(content).hexdigest()[:32]
        self._kept[_path(number)] = content
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        document = {"file_id": number, "file_unique_id": number[:16], "file_name": name, "mime_type": kind}
        return document | {"file_size": len(content)}

    def told(self, file_id: str) -> Json:
        """What getFile tells of a file.

        Raises:
            ApiError: there is none, or it is too large to be fetched.
        """
        content = self._kept.get(_path(file_id))
        if content is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(content) > MOST_HANDED_OUT:
            raise bad_request("file is too big")
        found = {"file_id": file_id, "file_unique_id": file_id[:16], "file_size": len(content)}
        return found | {"file_path": _path(file_id)}

    def get(self, path: str) -> bytes | None:
        return self._kept.get(path)


def _path(number: str) -> str:
    return f"documents/{number}"
