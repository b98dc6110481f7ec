"""Settings of chats: all of them in memory, so that no message waits for them, and each change written to a file."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from bot.telegram.chats import ChatSettings, MemoryStore, SettingsStore, StoreError

_log = logging.getLogger(__name__)


class Kept(MemoryStore):
    """Settings in memory, whose changes go to another store as well.

    A change that the other one does not take lasts as long as the process.
    """

    def __init__(self, store: SettingsStore, settings: Mapping[int, ChatSettings]) -> None:
        super().__init__(settings)
        self._store = store

    async def save(self, chat_id: int, settings: ChatSettings) -> None:
        await super().save(chat_id, settings)
        await _tried(self._store.save(chat_id, settings))

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        await super().move(chat_id, new_chat_id)
        await _tried(self._store.move(chat_id, new_chat_id))


async def _tried(change: Awaitable[None]) -> None:
    try:
        await change
    except StoreError as error:
        _log.warning("A setting could not be kept (%s); it lasts until the bot stops.", error)


@asynccontextmanager
async def kept_settings(file: Path) -> AsyncIterator[SettingsStore]:
    """Settings kept in a SQLite file; in memory, and with a sentence in the log, where the file cannot be used."""
    from bot.telegram.database import opened

    async with AsyncExitStack() as stack:
        store: SettingsStore
        try:
            database = await stack.enter_async_context(opened(file))
            store = Kept(database, await database.all())
        except StoreError as error:
            _log.warning(
                "Settings of chats cannot be kept in %s (%s), so they last until the bot stops: let "
                "PRICEBOT_DATABASE name a file that can be written.",
                file,
                error,
            )
            store = MemoryStore()
        yield store
