"""Settings of chats: all of them in memory, so that no message waits for them, and each change in the database."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from bot.telegram.chats.chats import ChatSettings, MemoryStore, Mode, StoreError
from bot.telegram.chats.storage import State, Storage

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

FORGOTTEN_AFTER: Final = 30 * 86400.0
"""Seconds after which the settings of a chat go that removed the bot."""

UNKNOWN_GROUP: Final = ChatSettings(mode=Mode.QUIET)
"""What holds for a group as long as nobody knows what it wants: it may have asked for quiet."""

UNKNOWN_REVISION: Final = -1


class KeptSettings(MemoryStore):
    """Settings that outlive the process, and are the same in all that share the database within two seconds.

    Where the database is gone, what was read goes on to count, changes last as long as the process, and both meet when
    it is back.
    """

    def __init__(self, storage: Storage) -> None:
        super().__init__()
        self._storage = storage
        self._revision = UNKNOWN_REVISION
        self._unsaved: set[int] = set()

    async def load(self, chat_id: int) -> ChatSettings:
        if self._storage.state is State.OPENING:
            await self._storage.ready()
        known = self._revision != UNKNOWN_REVISION or self._storage.state is State.NEW or chat_id in self._settings
        return await super().load(chat_id) if known or chat_id >= 0 else UNKNOWN_GROUP

    async def save(self, chat_id: int, settings: ChatSettings) -> bool:
        await super().save(chat_id, settings)
        return await self._write(chat_id)

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        if await super().load(chat_id) != ChatSettings():
            await super().move(chat_id, new_chat_id)
            await self._write(chat_id, new_chat_id)

    async def set_left(self, chat_id: int, *, left: bool) -> None:
        if await super().load(chat_id) == ChatSettings():
            return
        from bot.telegram.chats.settings_table import set_left

        with suppress(StoreError):  # it is only for tidiness
            await self._storage.use(lambda database: set_left(database, chat_id, time.time() if left else None))

    async def beat(self, database: Database) -> None:
        """Bring memory and database together.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.settings_table import changes_since

        await self._flush(database)
        changes = await changes_since(database, self._revision)
        if changes is not None and changes.revision < self._revision:  # another database, which knows nothing
            self._unsaved |= self._settings.keys()
            await self._flush(database)
            changes = await changes_since(database, UNKNOWN_REVISION)
        if changes is None:
            return
        unsaved = {chat_id: self._settings.get(chat_id, ChatSettings()) for chat_id in self._unsaved}
        self._settings = dict(changes.settings) if changes.whole else {**self._settings, **changes.settings}
        self._revision = changes.revision
        for chat_id, settings in unsaved.items():
            await super().save(chat_id, settings)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was changed that is not in the database yet."""
        return bool(self._unsaved)

    async def tidy(self, database: Database) -> None:
        """Drop what nobody needs any more.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.settings_table import purge

        await purge(database, time.time() - FORGOTTEN_AFTER)

    async def _write(self, *chat_ids: int) -> bool:
        """Write what was changed; whether that was possible. If not, it is tried again every second."""
        self._unsaved.update(chat_ids)
        await self._storage.ready()
        try:
            await self._storage.use(self._flush)
        except StoreError:
            return False
        return True

    async def _flush(self, database: Database) -> None:
        if not self._unsaved:
            return
        from bot.telegram.chats.settings_table import save

        changed = {chat_id: self._settings.get(chat_id) for chat_id in self._unsaved}
        await save(database, changed)
        self._unsaved -= {chat_id for chat_id in changed if self._settings.get(chat_id) == changed[chat_id]}
