"""Whose turn it is with a database file that holds nothing yet: of several processes that start at once, one is first."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_LOOKED_AFTER: Final = 0.05


class FirstTurn:
    """A lock on the folder of the file, since SQLite would lose its own locks with any that is dropped on the file.

    It goes with the process. Where folders cannot be locked, as on Windows, nobody is first and nobody waits.
    """

    def __init__(self, file: Path) -> None:
        self._folder = file.parent
        self._descriptor: int | None = None

    def take(self) -> bool:
        """Whether this process has the turn now."""
        with suppress(OSError):
            return self._taken()
        return False

    async def wait(self, seconds: float) -> None:
        """Wait for the turn, so long at most."""
        with suppress(OSError):
            for _ in range(round(seconds / _LOOKED_AFTER)):
                if self._taken():
                    return
                await asyncio.sleep(_LOOKED_AFTER)

    def leave(self) -> None:
        """Let the next one have it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _taken(self) -> bool:
        """Take the turn where nobody has it; whether it is ours.

        Raises:
            OSError: the folder cannot be opened or locked.
        """
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._folder, os.O_RDONLY)
        import fcntl  # there is none on Windows, where no folder can be opened

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(descriptor)
            return False
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        return True
