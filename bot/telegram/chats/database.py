"""Settings of chats in a SQLite file: one row for each chat that changed them, and nothing about people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, BigInteger, Column, MetaData, Row, String, Table, delete, insert, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.telegram.chats.chats import ChatSettings, Mode, StoreError
from bot.text import Language

VERSION: Final = 1
"""Of the layout of the file; a later one is not touched."""

LOCK_SECONDS: Final = 1.0
"""How long to wait for another process that writes to the file."""

_CHATS: Final = Table(
    "chats",
    MetaData(),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("mode", String(16), nullable=False),
    Column("language", String(16)),
    Column("currency", String(3)),
)


class Database:
    """A :class:`~bot.telegram.chats.chats.SettingsStore` on a file. A chat with the usual settings has no row in it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def prepare(self) -> None:
        """Lay out the file, and see that it can be written.

        Raises:
            StoreError: it cannot be used; the text says why.
        """
        async with self._changing() as connection:
            version = (await connection.exec_driver_sql("PRAGMA user_version")).scalar_one()
            if version > VERSION:
                raise StoreError("a newer version of the program wrote it")
            await connection.run_sync(_CHATS.metadata.create_all)
            await connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")

    async def all(self) -> dict[int, ChatSettings]:
        """The settings of all chats that changed them."""
        async with self._changing() as connection:
            rows = (await connection.execute(select(_CHATS))).all()
        known: dict[ChatSettings, ChatSettings] = {}
        return {row.chat_id: known.setdefault(settings, settings) for row in rows for settings in (_settings(row),)}

    async def load(self, chat_id: int) -> ChatSettings:
        async with self._changing() as connection:
            row = (await connection.execute(select(_CHATS).where(_CHATS.c.chat_id == chat_id))).one_or_none()
        return ChatSettings() if row is None else _settings(row)

    async def save(self, chat_id: int, settings: ChatSettings) -> None:
        async with self._changing() as connection:
            await _put(connection, chat_id, settings)

    async def move(self, chat_id: int, new_chat_id: int) -> None:
        async with self._changing() as connection:
            row = (await connection.execute(select(_CHATS).where(_CHATS.c.chat_id == chat_id))).one_or_none()
            if row is not None:
                await connection.execute(delete(_CHATS).where(_CHATS.c.chat_id == chat_id))
                await _put(connection, new_chat_id, _settings(row))

    @asynccontextmanager
    async def _changing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction, whose failures are ours."""
        try:
            async with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StoreError(str(error.orig) if isinstance(error, DBAPIError) else str(error)) from None


@asynccontextmanager
async def opened(file: Path) -> AsyncIterator[Database]:
    """The settings in this file.

    Raises:
        StoreError: it cannot be used; the text says why.
    """
    address = URL.create("sqlite+aiosqlite", database=str(file))
    engine = create_async_engine(address, connect_args={"timeout": LOCK_SECONDS})
    try:
        database = Database(engine)
        await database.prepare()
        yield database
    finally:
        await engine.dispose()


async def _put(connection: AsyncConnection, chat_id: int, settings: ChatSettings) -> None:
    await connection.execute(delete(_CHATS).where(_CHATS.c.chat_id == chat_id))
    if settings != ChatSettings():
        values = {
            "chat_id": chat_id,
            "mode": settings.mode.value,
            "language": settings.language.value if settings.language is not None else None,
            "currency": settings.currency,
        }
        await connection.execute(insert(_CHATS).values(values))


def _settings(row: Row[tuple[object, ...]]) -> ChatSettings:
    """The settings of a row; a choice that this version does not have is left out."""
    usual = ChatSettings()
    return ChatSettings(
        mode=Mode(row.mode) if row.mode in set(Mode) else usual.mode,
        language=Language(row.language) if row.language in set(Language) else usual.language,
        currency=row.currency,
    )
