"""Which prices a chat watches, and what it knows of them: it is told of what differs from that, and of nothing twice.

States are texts by what is watched: they are compared, and handed back as they were given. Each method raises a
StoreError where the database is not there.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from bot.telegram.chats.kept_settings import FORGOTTEN_AFTER
from bot.telegram.chats.storage import Storage
from bot.text import Language

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

MOST_WATCHED: Final = 20
"""Names that one chat may watch."""

T = TypeVar("T")


class Known(NamedTuple):
    """What is watched, and the digest of the state of it that a chat knows."""

    entry: str
    state: str


@dataclass(frozen=True, slots=True)
class Watcher:
    """A chat that watches something; ``told_on``: the day on which it was told of changes last, ``thread_id``: where."""

    chat_id: int
    language: Language
    told_on: date | None
    known: tuple[Known, ...]
    thread_id: int | None = None


class Watches:
    """What is watched, in the database alone: it is asked for seldom."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def of(self, chat_id: int) -> Sequence[str]:
        """What a chat watches, in order."""
        from bot.telegram.chats.watches_table import watched

        return await self._use(lambda database: watched(database, chat_id))

    async def add(
        self, chat_id: int, language: Language, states: Mapping[str, str], thread_id: int | None = None
    ) -> bool:
        """Watch these as well, as they are now; whether the chat may watch so many, else nothing is changed.

        ``thread_id`` is the topic in which that is asked: what changes is told there, of all that the chat watches.
        """
        from bot.telegram.chats.watches_table import add

        watcher = Watcher(chat_id, language, None, (), thread_id)
        return await self._use(lambda database: add(database, watcher, states, MOST_WATCHED))

    async def drop(self, chat_id: int, entries: Collection[str] | None = None) -> None:
        """Watch these no more, or nothing any more."""
        from bot.telegram.chats.watches_table import drop

        await self._use(lambda database: drop(database, chat_id, entries))

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        """A group became a supergroup: what it watches goes with it."""
        from bot.telegram.chats.watches_table import move

        await self._use(lambda database: move(database, chat_id, new_chat_id))

    async def set_left(self, chat_id: int, *, left: bool) -> None:
        """The chat removed the bot, or has it again: it is told nothing, and some time later what it watches goes."""
        from bot.telegram.chats.watches_table import set_left

        await self._use(lambda database: set_left(database, chat_id, time.time() if left else None))

    async def known(self) -> Mapping[Known, str]:
        """All that is watched, in each state that some chat knows; empty where a state was lost."""
        from bot.telegram.chats.watches_table import known

        return await self._use(known)

    async def settle(self, known: Known, state: str) -> None:
        """Who knows one state knows the other as well: nothing is to be told of it."""
        from bot.telegram.chats.watches_table import settle

        await self._use(lambda database: settle(database, known, state))

    async def due(self, changed: Collection[Known], day: date) -> Sequence[Watcher]:
        """Chats that know one of these, and were told nothing on the day; each with those of them that it knows."""
        from bot.telegram.chats.watches_table import due

        return await self._use(lambda database: due(database, changed, day))

    async def claim(self, watcher: Watcher, states: Mapping[str, str], day: date) -> bool:
        """Note that a chat is told on the day, and knows these states now; whether it is there, and nobody told it before."""
        from bot.telegram.chats.watches_table import claim

        return await self._use(lambda database: claim(database, watcher, states, day))

    async def release(self, watcher: Watcher, states: Mapping[str, str]) -> None:
        """Take a claim back: the chat was certainly not told."""
        from bot.telegram.chats.watches_table import release

        await self._use(lambda database: release(database, watcher, states))

    async def tidy(self, database: Database) -> None:
        """Drop what chats watched that removed the bot long ago, and states that nobody knows any more.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.watches_table import purge

        await purge(database, time.time() - FORGOTTEN_AFTER)

    async def _use(self, work: Callable[[Database], Awaitable[T]]) -> T:
        await self._storage.ready()
        return await self._storage.use(work)
