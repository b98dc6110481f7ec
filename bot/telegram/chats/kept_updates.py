"""Which updates were answered and which wait, in the database, so that neither a crash nor a replica answers twice.

What many updates ask at the same time is carried out in one transaction: while one is under way, the next gathers.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.ledger import KeptUpdate
from bot.telegram.chats.memory import Bounded
from bot.telegram.chats.storage import PATIENCE_SECONDS, State, Storage

if TYPE_CHECKING:
    from bot.telegram.chats.database import Database

LEASE_SECONDS: Final = 20.0
"""How long an update is in one process's hands if that is heard of no more."""

RENEWED_AFTER: Final = 5.0

REMEMBERED_SECONDS: Final = 86400.0
"""How long it is known that an update was answered: Telegram hands it out no longer."""

_MOST_ADOPTED: Final = 200
_AGAIN_SECONDS: Final = 0.25

_ANSWERED: Final = float("inf")


@dataclass
class _Batch:
    """What is to be carried out in one transaction."""

    claims: set[int] = field(default_factory=set)
    kept: dict[int, KeptUpdate] = field(default_factory=dict)
    finished: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    done: asyncio.Future[Mapping[int, float | None]] = field(
        default_factory=lambda: asyncio.get_running_loop().create_future()
    )
    """Until when others have what was claimed."""


class KeptUpdates:
    """A :class:`~bot.telegram.chats.ledger.Ledger` in the database."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._owner = secrets.token_hex(8)
        self._next = _Batch()
        self._wanted = asyncio.Event()
        self._unsaved: Bounded[int, bool] = Bounded()
        """What was answered while the database was not there."""
        self._early: set[int] = set()
        """What was claimed before a new database was opened."""
        self._renewed_at = 0.0

    async def claim(self, number: int) -> bool:
        if self._storage.state is State.NEW:
            self._early.add(number)
            return self._unsaved.get(number) is None
        if self._storage.state is State.OPENING:
            await self._storage.ready()
        while True:
            if self._unsaved.get(number):
                return False
            try:
                held = (await self._carried_out(claims={number})).get(number)
            except StoreError:
                if not self._storage.may_come_back:
                    return True
                await asyncio.sleep(_AGAIN_SECONDS)
                continue
            if held is None or held == _ANSWERED:
                return held is None
            await asyncio.sleep(min(max(held - time.time(), _AGAIN_SECONDS), 1.0))

    async def was_away(self) -> bool:
        away = self._is_away()
        for _ in range(round(PATIENCE_SECONDS / _AGAIN_SECONDS)):
            if not self._is_away():
                break
            await asyncio.sleep(_AGAIN_SECONDS)
        return away

    def _is_away(self) -> bool:
        return self._storage.state is State.GONE and self._storage.may_come_back

    async def finished(self, number: int) -> None:
        try:
            await self._carried_out(finished={number})
        except StoreError:
            self._unsaved.put(number, True)

    async def keep(self, updates: Sequence[KeptUpdate], /) -> Collection[int]:
        kept = {update.number: update for update in updates}
        self._storage.want()
        try:
            held = await self._carried_out(claims=set(kept), kept=kept)
        except StoreError:
            return ()
        return [number for number in kept if held.get(number) is None]

    async def left(self, numbers: Collection[int]) -> None:
        try:
            await self._carried_out(left=set(numbers))
        except StoreError:
            return  # others have them when the lease is over

    async def adopt(self) -> Sequence[KeptUpdate]:
        if self._storage.state is State.OPENING:
            await self._storage.ready()
        if self._storage.state is not State.OPEN:
            return ()
        from bot.telegram.chats.updates_table import orphans

        try:
            found = await self._storage.use(lambda database: orphans(database, time.time(), _MOST_ADOPTED))
            held = await self._carried_out(claims={update.number for update in found}) if found else {}
        except StoreError:
            return ()
        return [update for update in found if held.get(update.number) is None]

    async def write(self) -> None:
        """Carry out what is asked, without end."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            batch, self._next = self._next, _Batch()
            try:
                held = await self._storage.use(partial(self._carry_out, batch))
            except StoreError as error:
                batch.done.set_exception(error)
                batch.done.exception()  # it may be that nobody waits any more
            else:
                batch.done.set_result(held)

    async def beat(self, database: Database) -> None:
        """Say that one is still there, and write what could not be written before.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.updates_table import renew

        now = asyncio.get_running_loop().time()
        if now >= self._renewed_at or self._storage.state is State.GONE:
            await renew(database, self._owner, time.time() + LEASE_SECONDS)
            self._renewed_at = now + RENEWED_AFTER
        early, unsaved = set(self._early), set(self._unsaved)
        if early or unsaved:
            await self._carry_out(_Batch(claims=early, finished=unsaved), database)
            self._early -= early
            for number in unsaved:
                self._unsaved.pop(number)

    async def tidy(self, database: Database) -> None:
        """Drop what is of no use any more.

        Raises:
            StoreError: the database failed.
        """
        from bot.telegram.chats.updates_table import purge

        await purge(database, time.time())

    @property
    def is_unsaved(self) -> bool:
        """Whether something was answered of which the database does not know."""
        return len(self._unsaved) > 0

    async def _carried_out(
        self,
        *,
        claims: Collection[int] = (),
        kept: Mapping[int, KeptUpdate] | None = None,
        finished: Collection[int] = (),
        left: Collection[int] = (),
    ) -> Mapping[int, float | None]:
        """Have something carried out with the next transaction.

        Raises:
            StoreError: the database is not there, or failed.
        """
        if self._storage.state is not State.OPEN:
            raise StoreError("the database is not open")
        batch = self._next
        batch.claims.update(claims)
        batch.kept.update(kept or {})
        batch.finished.update(finished)
        batch.left.update(left)
        self._wanted.set()
        return await asyncio.shield(batch.done)

    async def _carry_out(self, batch: _Batch, database: Database) -> Mapping[int, float | None]:
        """Two transactions, each of which takes its rows in the order of their numbers, so that no two wait for another."""
        from bot.telegram.chats.updates_table import claim, finish, keep, leave

        now = time.time()
        held: Mapping[int, float | None] = {}
        if batch.claims:
            async with database.writing() as connection:
                held = await claim(connection, batch.claims, self._owner, now, now + LEASE_SECONDS)
                if kept := [update for number, update in batch.kept.items() if held.get(number) is None]:
                    await keep(connection, kept)
        if batch.finished or batch.left:
            async with database.writing() as connection:
                await finish(connection, batch.finished, now + REMEMBERED_SECONDS)
                await leave(connection, batch.left, self._owner)
        return held
