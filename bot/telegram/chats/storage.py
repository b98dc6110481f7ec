"""The way to the database, which may not be there: opened beside everything else, and opened again when it was gone.

The library for it is loaded in a thread, and where there is nothing to read only after the first moments, since it costs
time and memory.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlsplit

from bot.settings import Secret
from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.first_turn import FirstTurn
from bot.telegram.network.pace import Pace, pause

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

BEAT_SECONDS: Final = 1.0
"""How often one looks what other processes changed."""

NEW_SECONDS: Final = 1.5
"""How long after the start a file that holds nothing yet is opened: those that waited for an answer go first."""

TURN_SECONDS: Final = 5.0
"""How long one waits for another process that was first to use a new file, and has not written down yet what it did."""

READY_SECONDS: Final = 3.0
"""How long one waits for it at the start."""

PATIENCE_SECONDS: Final = 10.0
"""How long to wait for a shared database before going on without it: it may only be starting again."""

_RETRIES: Final = Pace(first=0.5, longest=5.0)

_log = logging.getLogger(__name__)

T = TypeVar("T")


class State(StrEnum):
    """How the database is."""

    NEW = "new"
    """There is nothing in it, it was not opened yet, and no other process may use it before."""
    OPENING = "opening"
    OPEN = "open"
    GONE = "gone"


class Storage:
    """A database at an address: a SQLite file, or PostgreSQL, which other processes may share."""

    def __init__(self, address: Path | Secret, pace: Pace = _RETRIES) -> None:
        self.state = State.OPENING
        self._tried = asyncio.Event()
        """Set when it was opened, or could not be, for the first time."""
        self._wanted = asyncio.Event()
        self._address = address
        self._pace = pace
        self._database: Database | None = None
        self._file_id: tuple[int, int] | None = None
        self._turn = FirstTurn(address) if isinstance(address, Path) else None
        self._gone_at = 0.0

    @property
    def is_shared(self) -> bool:
        return isinstance(self._address, Secret)

    @property
    def may_come_back(self) -> bool:
        """Whether it is shared and was gone for so short a time that it is worth to wait for it."""
        return self.is_shared and asyncio.get_running_loop().time() - self._gone_at < PATIENCE_SECONDS

    def prepare(self) -> None:
        """Look whether there is anything in it, without opening it."""
        try:
            if self._is_new() and self._turn is not None and self._turn.take():
                self.state = State.NEW
        except StoreError as error:
            self._fail(error)

    def want(self) -> None:
        """There is something to write, so it is opened now."""
        self._wanted.set()

    async def ready(self, seconds: float = READY_SECONDS) -> None:
        """Wait until it is known whether the database is there, so long at most."""
        self.want()
        await pause(seconds, self._tried)

    async def use(self, work: Callable[[Database], Awaitable[T]]) -> T:
        """What comes of work on the database.

        Raises:
            StoreError: it is not there, or the work failed.
        """
        if self._database is None or self.state is not State.OPEN:
            raise StoreError("the database is not open")
        try:
            return await self._done(work, self._database)
        except StoreError as error:
            self._fail(error)
            raise

    async def _done(self, work: Callable[[Database], Awaitable[T]], database: Database) -> T:
        """What comes of the work, which may be done twice: a shared database may refuse because others are at it too."""
        if self.is_shared:
            with suppress(StoreError):
                return await work(database)
        return await work(database)

    async def run(self, beat: Callable[[Database], Awaitable[None]]) -> None:
        """Open the database and do ``beat`` every second, without end; where that fails, try again."""
        failures = 0
        if self.state is State.NEW:
            await pause(NEW_SECONDS, self._wanted)
        while True:
            try:
                await self._look(beat)
                failures = 0
                await asyncio.sleep(BEAT_SECONDS)
            except StoreError as error:
                self._fail(error)
                failures += 1
                await asyncio.sleep(self._pace.wait(failures))

    async def close(self) -> None:
        if self._turn is not None:
            self._turn.leave()
        if self._database is not None:
            database, self._database = self._database, None
            await database.close()

    async def _look(self, beat: Callable[[Database], Awaitable[None]]) -> None:
        if self._database is not None and self._file_id != self._identity():
            await self.close()
            raise StoreError("the file was taken away")
        if self._database is None:
            self._database = await self._opened()
            self._file_id = self._identity()
        await beat(self._database)
        if self._turn is not None:
            self._turn.leave()
        if self.state is State.GONE:
            _log.warning("The database can be used again.")
        self.state = State.OPEN
        self._tried.set()

    async def _opened(self) -> Database:
        await asyncio.to_thread(_load)  # slow enough to hold up the loop
        from bot.telegram.chats.database import opened

        if isinstance(self._address, Secret):
            return await opened(self._address.reveal())
        if self.state is State.NEW:
            self.state = State.OPENING
        self._is_new()
        if self._turn is not None:
            await self._turn.wait(TURN_SECONDS)
        return await opened(self._address)

    def _fail(self, error: StoreError) -> None:
        if self.state is not State.GONE:
            self._gone_at = asyncio.get_running_loop().time()
            _log.warning(
                "The database (%s) cannot be used (%s): answers go on, but what is changed lasts only until the bot "
                "stops; trying again. PRICEBOT_DATABASE or DATABASE_URL name another.",
                self._shown(),
                error,
            )
        self.state = State.GONE
        self._tried.set()
        if self._turn is not None:
            self._turn.leave()

    def _is_new(self) -> bool:
        """Make the file where there is none, for its owner alone; whether it holds nothing yet.

        Raises:
            StoreError: there is none, and none can be made.
        """
        if isinstance(self._address, Secret):
            return False
        try:
            self._address.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self._address, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            return self._address.stat().st_size == 0
        except OSError as error:
            raise StoreError(error.strerror or type(error).__name__) from None

    def _identity(self) -> tuple[int, int] | None:
        """What tells this file from another that takes its place."""
        if isinstance(self._address, Secret):
            return None
        try:
            found = self._address.stat()
        except OSError:
            return 0, 0
        return found.st_dev, found.st_ino

    def _shown(self) -> str:
        """The address without user and password."""
        if isinstance(self._address, Path):
            return str(self._address)
        parts = urlsplit(self._address.reveal())
        return f"PostgreSQL at {parts.hostname or 'localhost'}"


def _load() -> None:
    for name in ("database", "settings_table", "updates_table", "watches_table"):
        import_module(f"bot.telegram.chats.{name}")
