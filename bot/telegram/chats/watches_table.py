"""What chats watch, in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from hashlib import blake2b

from sqlalchemy import ColumnElement, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.chats.database import Database, inserting
from bot.telegram.chats.tables import WATCHED_STATES, WATCHERS, WATCHES
from bot.telegram.chats.watches import Known, Watcher
from bot.text import Language


async def watched(database: Database, chat_id: int) -> Sequence[str]:
    async with database.reading() as connection:
        return sorted(await _watched(connection, chat_id))


async def add(database: Database, watcher: Watcher, states: Mapping[str, str], most: int) -> bool:
    chat_id = watcher.chat_id
    async with database.writing() as connection:
        said = {"language": watcher.language.value, "thread_id": watcher.thread_id}
        row = inserting(connection)(WATCHERS).values(chat_id=chat_id, **said)
        said["left_at"] = None
        locked = row.on_conflict_do_update(index_elements=[WATCHERS.c.chat_id], set_=said)
        await connection.execute(locked)
        already = await _watched(connection, chat_id)
        if len(already | states.keys()) > most:
            await _drop_idle(connection, chat_id)
            return False
        rows = [
            {"chat_id": chat_id, "entry": entry, "state": await _kept(connection, state)}
            for entry, state in states.items()
            if entry not in already
        ]
        if rows:
            await connection.execute(insert(WATCHES), rows)
        return True


async def drop(database: Database, chat_id: int, entries: Collection[str] | None) -> None:
    async with database.writing() as connection:
        dropped = delete(WATCHES).where(WATCHES.c.chat_id == chat_id)
        await connection.execute(dropped if entries is None else dropped.where(WATCHES.c.entry.in_(entries)))
        await _drop_idle(connection, chat_id)


async def move(database: Database, chat_id: int, new_chat_id: int) -> None:
    async with database.writing() as connection:
        there = (await connection.execute(select(WATCHERS.c.chat_id).where(WATCHERS.c.chat_id == new_chat_id))).first()
        if there is None:
            for table, chat in ((WATCHERS, WATCHERS.c.chat_id), (WATCHES, WATCHES.c.chat_id)):
                await connection.execute(update(table).where(chat == chat_id).values(chat_id=new_chat_id))


async def set_left(database: Database, chat_id: int, left_at: float | None) -> None:
    async with database.writing() as connection:
        await connection.execute(update(WATCHERS).where(WATCHERS.c.chat_id == chat_id).values(left_at=left_at))


async def known(database: Database) -> Mapping[Known, str]:
    joined = WATCHES.outerjoin(WATCHED_STATES, WATCHED_STATES.c.digest == WATCHES.c.state)
    async with database.reading() as connection:
        pairs = select(WATCHES.c.entry, WATCHES.c.state, WATCHED_STATES.c.body).select_from(joined).distinct()
        return {Known(row.entry, row.state): row.body or "" for row in await connection.execute(pairs)}


async def settle(database: Database, known: Known, state: str) -> None:
    async with database.writing() as connection:
        new = await _kept(connection, state)
        await connection.execute(update(WATCHES).where(*_knowing(known)).values(state=new))


async def due(database: Database, changed: Collection[Known], day: date) -> Sequence[Watcher]:
    joined = WATCHES.join(WATCHERS, WATCHERS.c.chat_id == WATCHES.c.chat_id)
    untold = WATCHERS.c.told_on.is_(None) | (WATCHERS.c.told_on < day)
    wanted = (
        select(WATCHERS, WATCHES.c.entry, WATCHES.c.state)
        .select_from(joined)
        .where(WATCHERS.c.left_at.is_(None), untold, WATCHES.c.entry.in_({each.entry for each in changed}))
        .order_by(WATCHES.c.chat_id, WATCHES.c.entry)
    )
    found: dict[int, Watcher] = {}
    async with database.reading() as connection:
        for row in await connection.execute(wanted):
            one = Known(row.entry, row.state)
            if one in changed:
                before = found[row.chat_id].known if row.chat_id in found else ()
                language = _language(row.language)
                found[row.chat_id] = Watcher(row.chat_id, language, row.told_on, (*before, one), row.thread_id)
    return list(found.values())


async def claim(database: Database, watcher: Watcher, states: Mapping[str, str], day: date) -> bool:
    async with database.writing() as connection:
        as_it_was = WATCHERS.c.told_on.is_(None) if watcher.told_on is None else WATCHERS.c.told_on == watcher.told_on
        free = (WATCHERS.c.chat_id == watcher.chat_id) & as_it_was & WATCHERS.c.left_at.is_(None)
        ours = await connection.execute(update(WATCHERS).where(free).values(told_on=day).returning(WATCHERS.c.chat_id))
        if ours.first() is None:
            return False
        await _know(connection, watcher, states)
        return True


async def release(database: Database, watcher: Watcher, states: Mapping[str, str]) -> None:
    async with database.writing() as connection:
        ours = WATCHERS.c.chat_id == watcher.chat_id
        await connection.execute(update(WATCHERS).where(ours).values(told_on=watcher.told_on))
        for entry, digest in watcher.known:
            told = _knowing(Known(entry, _digest(states[entry])), watcher.chat_id)
            await connection.execute(update(WATCHES).where(*told).values(state=digest))


async def purge(database: Database, left_before: float) -> None:
    """Drop what chats watched that removed the bot before this time, and states that nobody knows."""
    gone = select(WATCHERS.c.chat_id).where(WATCHERS.c.left_at < left_before)
    async with database.writing() as connection:
        await connection.execute(delete(WATCHES).where(WATCHES.c.chat_id.in_(gone)))
        await connection.execute(delete(WATCHERS).where(WATCHERS.c.left_at < left_before))
        await connection.execute(delete(WATCHED_STATES).where(WATCHED_STATES.c.digest.not_in(select(WATCHES.c.state))))


async def _know(connection: AsyncConnection, watcher: Watcher, states: Mapping[str, str]) -> None:
    """From now on the chat knows these states of what it knew otherwise."""
    for known in watcher.known:
        new = await _kept(connection, states[known.entry])
        await connection.execute(update(WATCHES).where(*_knowing(known, watcher.chat_id)).values(state=new))


def _knowing(known: Known, *chats: int) -> list[ColumnElement[bool]]:
    """The rows of chats that know this of what they watch: of these chats, or of all."""
    same = [WATCHES.c.entry == known.entry, WATCHES.c.state == known.state]
    return [*same, WATCHES.c.chat_id.in_(chats)] if chats else same


async def _watched(connection: AsyncConnection, chat_id: int) -> set[str]:
    return set((await connection.execute(select(WATCHES.c.entry).where(WATCHES.c.chat_id == chat_id))).scalars())


async def _kept(connection: AsyncConnection, state: str) -> str:
    """The digest of a state, which is kept."""
    digest = _digest(state)
    row = inserting(connection)(WATCHED_STATES).values(digest=digest, body=state)
    await connection.execute(row.on_conflict_do_nothing())
    return digest


async def _drop_idle(connection: AsyncConnection, chat_id: int) -> None:
    """Drop the chat where it watches nothing."""
    if not await _watched(connection, chat_id):
        await connection.execute(delete(WATCHERS).where(WATCHERS.c.chat_id == chat_id))


def _digest(state: str) -> str:
    """A short text for a state, another one for each."""
    return blake2b(state.encode(), digest_size=16).hexdigest()


def _language(text: str) -> Language:
    return Language(text) if text in set(Language) else Language.ZH_HANS
