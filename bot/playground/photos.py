"""Pictures that the bot sends: checked as Telegram does, kept for a while, and told of by their sizes."""

from __future__ import annotations

import hashlib
from typing import Final

from bot.playground.arguments import Arguments
from bot.playground.errors import bad_request
from bot.playground.world import Json

ATTACHED: Final = "attach://"

MOST: Final = 200
"""Pictures that are kept; older ones are gone."""

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_MOST_SIDES: Final = 10_000
"""Pixels of width and height together."""

_MOST_RATIO: Final = 20


class Photos:
    """The pictures by their file ids."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def take(self, arguments: Arguments, reference: str) -> list[Json]:
        """Keep the picture that an argument refers to; its sizes, as a message tells them.

        Raises:
            ApiError: it is no PNG that came with the call, or of no shape that Telegram takes.
        """
        file = arguments.files.get(reference.removeprefix(ATTACHED)) if reference.startswith(ATTACHED) else None
        if file is None:
            raise bad_request("there is no photo in the request")
        if not file.startswith(_SIGNATURE) or len(file) < 24:
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = (int.from_bytes(file[place : place + 4], "big") for place in (16, 20))
        if (
            not width
            or not height
            or width + height > _MOST_SIDES
            or max(width, height) > _MOST_RATIO * min(width, height)
        ):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        name = hashlib.sha256(file).hexdigest()[:32]
        self._kept.pop(name, None)
        self._kept[name] = file
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        size = {"file_id": name, "file_unique_id": name[:16], "file_size": len(file), "width": width, "height": height}
        return [size]

    def get(self, file_id: str) -> bytes | None:
        return self._kept.get(file_id)
