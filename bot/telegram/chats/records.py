"""All that outlives the process: settings of chats, and what is known of updates."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.settings import Secret
from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.kept_settings import KeptSettings
from bot.telegram.chats.kept_updates import KeptUpdates
from bot.telegram.chats.storage import State, Storage
from bot.telegram.chats.unanswered import KeptQuestions
from bot.telegram.chats.watches import Watches

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

TIDIED_AFTER: Final = 600.0
"""Seconds after which it is looked again for what nobody needs any more."""

FAREWELL_SECONDS: Final = 0.5
"""What writing down the last things, and closing the database, may take each."""


@dataclass(frozen=True, slots=True)
class Records:
    """What is kept, in one database."""

    storage: Storage
    settings: KeptSettings
    updates: KeptUpdates
    questions: KeptQuestions
    watches: Watches


@asynccontextmanager
async def kept_records(address: Path | Secret) -> AsyncIterator[Records]:
    """Records in a SQLite file, or in PostgreSQL at an address.

    Nothing is waited for, and nothing fails: where the database is not there, that is said in the log.
    """
    storage = Storage(address)
    storage.prepare()
    records = Records(storage, KeptSettings(storage), KeptUpdates(storage), KeptQuestions(storage), Watches(storage))
    tasks = {asyncio.create_task(storage.run(_Beat(records))), asyncio.create_task(records.updates.write())}
    try:
        yield records
    finally:
        await _settle(records)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        await asyncio.wait({asyncio.create_task(storage.close())}, timeout=FAREWELL_SECONDS)


class _Beat:
    """What is done on the database every second."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._tidy_at = 0.0

    async def __call__(self, database: Database) -> None:
        await self._records.settings.beat(database)  # first, since it can be done where nothing can be written
        await self._records.updates.beat(database)
        await self._records.questions.beat(database)
        now = asyncio.get_running_loop().time()
        if now >= self._tidy_at:
            self._tidy_at = now + TIDIED_AFTER
            await self._records.settings.tidy(database)
            await self._records.updates.tidy(database)
            await self._records.questions.tidy(database)
            await self._records.watches.tidy(database)


async def _settle(records: Records) -> None:
    """Write what is not written yet, where that is quick."""
    if not (records.settings.is_unsaved or records.updates.is_unsaved or records.questions.is_unsaved):
        return
    try:
        async with asyncio.timeout(FAREWELL_SECONDS):
            await records.storage.ready()
            if records.storage.state is State.OPEN:
                await records.storage.use(_Beat(records))
    except (TimeoutError, StoreError):
        return
