"""Settings of chats: all of them in memory, so that no message waits for them, and each change written to a file."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bot.telegram.chats.chats import ChatSettings, MemoryStore, SettingsStore, StoreError

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

_log = logging.getLogger(__name__)


class Kept(MemoryStore):
    """Settings in memory, whose changes go to a database as well.

    A change that it does not take lasts as long as the process.

    Args:
        open_database: opens it; called once, for the first change or to read what it holds.
    """

    def __init__(self, open_database: Callable[[], Awaitable[Database]]) -> None:
        super().__init__()
        self._open = open_database
        self._database: Database | None = None
        self._lock = asyncio.Lock()

    async def read(self) -> None:
        """Take over what the database holds.

        Raises:
            StoreError: it cannot be used.
        """
        self._settings.update(await (await self._opened()).all())

    async def save(self, chat_id: int, settings: ChatSettings) -> None:
        await super().save(chat_id, settings)
        await self._change(lambda database: database.save(chat_id, settings))

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        if await self.load(chat_id) != ChatSettings():
            await super().move(chat_id, new_chat_id)
            await self._change(lambda database: database.move(chat_id, new_chat_id))

    async def _opened(self) -> Database:
        async with self._lock:
            if self._database is None:
                self._database = await self._open()
            return self._database

    async def _change(self, change: Callable[[Database], Awaitable[None]]) -> None:
        try:
            await change(await self._opened())
        except StoreError as error:
            _log.warning("A setting could not be kept (%s); it lasts until the bot stops.", error)


@asynccontextmanager
async def kept_settings(file: Path) -> AsyncIterator[SettingsStore]:
    """Settings kept in a SQLite file; in memory, and with a sentence in the log, where the file cannot be used.

    The library for it is loaded where there is something to read or to write, since it costs time and memory.
    """
    async with AsyncExitStack() as stack:

        async def open_database() -> Database:
            await asyncio.to_thread(import_module, "bot.telegram.chats.database")  # slow enough to hold up the loop
            from bot.telegram.chats.database import opened

            return await stack.enter_async_context(opened(file))

        kept = Kept(open_database)
        store: SettingsStore = kept
        try:
            if _made(file):
                await kept.read()
        except StoreError as error:
            _log.warning(
                "Settings of chats cannot be kept in %s (%s), so they last until the bot stops: let "
                "PRICEBOT_DATABASE name a file that can be written.",
                file,
                error,
            )
            store = MemoryStore()
        yield store


def _made(file: Path) -> bool:
    """Make the file where there is none, for its owner alone; whether it holds anything.

    Raises:
        StoreError: it cannot be written.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        number = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            return os.fstat(number).st_size > 0
        finally:
            os.close(number)
    except OSError as error:
        raise StoreError(error.strerror or str(error)) from None
