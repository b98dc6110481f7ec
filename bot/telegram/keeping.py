"""Settings of chats at hand: remembered in front of the place where they are kept, and in its stead where it fails."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

from bot.telegram.chats import ChatSettings, MemoryStore, SettingsStore, StoreError
from bot.telegram.memory import Bounded

FRESH_SECONDS: Final = 60.0
"""How long settings are taken as remembered; after it, a change made by another process is seen."""

PAUSE_SECONDS: Final = 60.0
"""After a failure the store is left alone for this long, so that messages need not wait for it."""

_FOR_GOOD: Final = float("inf")

_log = logging.getLogger(__name__)


class Kept:
    """A :class:`~bot.telegram.chats.SettingsStore` in front of a slower one, which may fail.

    What the other one did not take lasts as long as the process.

    Args:
        clock: seconds, of a clock that does not jump.
    """

    def __init__(self, store: SettingsStore, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._at_hand: Bounded[int, tuple[ChatSettings, float]] = Bounded()
        self._resume = 0.0

    async def load(self, chat_id: int) -> ChatSettings:
        settings, until = self._at_hand.get(chat_id) or (ChatSettings(), 0.0)
        now = self._clock()
        if now < until or now < self._resume:
            return settings
        try:
            settings = await self._store.load(chat_id)
        except StoreError as error:
            self._failed(error)
        self._at_hand.put(chat_id, (settings, now + FRESH_SECONDS))
        return settings

    async def save(self, chat_id: int, settings: ChatSettings) -> None:
        kept = await self._took(self._store.save(chat_id, settings))
        self._at_hand.put(chat_id, (settings, self._clock() + FRESH_SECONDS if kept else _FOR_GOOD))

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        settings = await self.load(chat_id)
        kept = await self._took(self._store.move(chat_id, new_chat_id))
        until = self._clock() + FRESH_SECONDS if kept else _FOR_GOOD
        if settings != ChatSettings():
            self._at_hand.put(new_chat_id, (settings, until))
        self._at_hand.put(chat_id, (ChatSettings(), until))

    async def _took(self, change: Awaitable[None]) -> bool:
        try:
            await change
        except StoreError as error:
            self._failed(error)
            return False
        return True

    def _failed(self, error: StoreError) -> None:
        self._resume = self._clock() + PAUSE_SECONDS
        _log.warning("Settings of chats cannot be read or kept (%s); the bot goes on with those that it has.", error)


@asynccontextmanager
async def kept_settings(file: Path) -> AsyncIterator[SettingsStore]:
    """Settings kept in a SQLite file; in memory, and with a sentence in the log, where the file cannot be used."""
    from bot.telegram.database import opened

    async with AsyncExitStack() as stack:
        store: SettingsStore
        try:
            store = Kept(await stack.enter_async_context(opened(file)))
        except StoreError as error:
            _log.warning(
                "Settings of chats cannot be kept in %s (%s), so they last until the bot stops: let "
                "PRICEBOT_DATABASE name a file that can be written.",
                file,
                error,
            )
            store = MemoryStore()
        yield store
