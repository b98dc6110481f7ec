"""Settings of chats in the database: one row for each chat that changed them, and nothing about people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.telegram.chats.chats import ChatSettings, Mode
from bot.telegram.chats.database import Database
from bot.telegram.chats.tables import CHATS, COUNTERS, SETTINGS_COUNTER
from bot.text import Language

_SETTINGS: Final = COUNTERS.c.name == SETTINGS_COUNTER


class Changes(NamedTuple):
    """Settings as of a revision: all of them, or those that changed since the last one."""

    revision: int
    settings: Mapping[int, ChatSettings]
    whole: bool


async def changes_since(database: Database, revision: int) -> Changes | None:
    """What other processes changed; ``None`` where that is nothing. Revision -1 asks for everything."""
    async with database.reading() as connection:
        newest = (await connection.execute(select(COUNTERS.c.number).where(_SETTINGS))).scalar_one()
        if newest == revision:
            return None
        changed = select(CHATS).where(CHATS.c.revision > revision)
        rows = (await connection.execute(changed)).all() if 0 <= revision < newest else []
        whole = len(rows) != newest - revision  # something was taken away
        if whole:
            rows = (await connection.execute(select(CHATS))).all()
    known: dict[ChatSettings, ChatSettings] = {}
    return Changes(
        newest, {row.chat_id: known.setdefault(item, item) for row in rows for item in (_settings(row),)}, whole
    )


async def save(database: Database, changed: Mapping[int, ChatSettings | None]) -> None:
    """Write the settings of these chats; the usual ones need no row, and ``None`` has none either."""
    async with database.writing() as connection:
        for chat_id, settings in changed.items():
            await _put(connection, chat_id, settings)


async def set_left(database: Database, chat_id: int, left_at: float | None) -> None:
    """Note when the chat removed the bot; ``None``: the bot is in it again."""
    async with database.writing() as connection:
        await connection.execute(update(CHATS).where(CHATS.c.chat_id == chat_id).values(left_at=left_at))


async def purge(database: Database, left_before: float) -> None:
    """Drop the settings of chats that removed the bot before this time."""
    async with database.writing() as connection:
        gone = (await connection.execute(select(CHATS.c.chat_id).where(CHATS.c.left_at < left_before))).scalars().all()
        for chat_id in gone:
            await _put(connection, chat_id, None)


async def _put(connection: AsyncConnection, chat_id: int, settings: ChatSettings | None) -> None:
    raised = update(COUNTERS).where(_SETTINGS).values(number=COUNTERS.c.number + 1).returning(COUNTERS.c.number)
    revision = (await connection.execute(raised)).scalar_one()
    await connection.execute(delete(CHATS).where(CHATS.c.chat_id == chat_id))
    if settings is not None and settings != ChatSettings():
        await connection.execute(insert(CHATS).values(_values(chat_id, settings) | {"revision": revision}))


def _values(chat_id: int, settings: ChatSettings) -> dict[str, Any]:
    return {
        "chat_id": chat_id,
        "mode": settings.mode.value,
        "language": settings.language.value if settings.language is not None else None,
        "currency": settings.currency,
    }


def _settings(row: Row[Any]) -> ChatSettings:
    """The settings of a row; a choice that this version does not have is left out."""
    usual = ChatSettings()
    return ChatSettings(
        mode=Mode(row.mode) if row.mode in set(Mode) else usual.mode,
        language=Language(row.language) if row.language in set(Language) else usual.language,
        currency=row.currency,
    )
