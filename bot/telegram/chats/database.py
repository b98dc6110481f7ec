"""The database: SQLite for one process, PostgreSQL for several. What both can do is all that is used of them."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    URL,
    Column,
    Connection,
    MetaData,
    String,
    Table,
    event,
    insert,
    inspect,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.telegram.chats.chats import StoreError
from bot.telegram.chats.tables import CHATS, COUNTERS, METADATA, SETTINGS_COUNTER

HEAD: Final = "5"
"""The newest step in ``migrations``, a folder that Alembic reads: a database that is there needs none."""

LOCK_SECONDS: Final = 1.0
"""How long to wait for another process that writes to the file."""

CONNECT_SECONDS: Final = 3.0
ANSWER_SECONDS: Final = 5.0
"""How long PostgreSQL may take to take a connection and to answer."""

_CONNECTIONS: Final = 4

_VERSIONS: Final = Table("alembic_version", MetaData(), Column("version_num", String(32), primary_key=True))
"""Where Alembic notes the last step."""

_MIGRATION_LOCK: Final = 5_307_119_204
"""Key of the lock under which one process after the other looks whether a step is missing; any number does."""


class Database:
    """An open database, up to date."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that changes nothing.

        Raises:
            StoreError: it failed; the text says why.
        """
        async with _failing_as_ours(), self._engine.connect() as connection, connection.begin():
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that changes something, whole or not at all.

        Raises:
            StoreError: it failed; the text says why.
        """
        async with _failing_as_ours(), self._engine.connect() as plain:
            connection = await plain.execution_options(writes=True)
            async with connection.begin():
                yield connection

    async def close(self) -> None:
        await self._engine.dispose()


async def opened(address: Path | str) -> Database:
    """The database in this SQLite file, or at this address of PostgreSQL, with the steps that were missing.

    Raises:
        StoreError: it cannot be used; the text says why.
    """
    async with _failing_as_ours():
        engine = _sqlite(address) if isinstance(address, Path) else _postgresql(address)
    database = Database(engine)
    try:
        async with database.reading() as connection:
            version = await connection.run_sync(_version)
        if version != HEAD:
            async with database.writing() as connection:
                await _migrate(connection)
    except BaseException:
        await database.close()
        raise
    return database


def inserting(connection: AsyncConnection) -> Any:
    """INSERT as this database extends it; both do so in the same way."""
    return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert


def _sqlite(file: Path) -> AsyncEngine:
    address = URL.create("sqlite+aiosqlite", database=str(file))
    engine = create_async_engine(
        address, connect_args={"timeout": LOCK_SECONDS}, hide_parameters=True, pool_size=1, max_overflow=0
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver is to begin no transactions of its own
        with suppress(sqlite3.OperationalError):  # read-only: it can still be read
            cursor = connection.cursor()
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = NORMAL")
            cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(address: str) -> AsyncEngine:
    url = make_url(address).set(drivername="postgresql+asyncpg")
    query = dict(url.query)
    mode = query.pop("sslmode", None)
    if mode is not None:  # libpq's name for what the driver calls ssl
        query["ssl"] = mode
    return create_async_engine(
        url.set(query=query),
        connect_args={"timeout": CONNECT_SECONDS, "command_timeout": ANSWER_SECONDS},
        hide_parameters=True,
        pool_size=_CONNECTIONS,
        max_overflow=0,
        pool_timeout=ANSWER_SECONDS,
        pool_pre_ping=True,
    )


def _version(connection: Connection) -> str | None:
    """The last step that was taken; ``None`` for a database without steps, empty for one without anything."""
    tables = inspect(connection).get_table_names()
    if _VERSIONS.name not in tables:
        return None if CHATS.name in tables else ""
    return connection.execute(select(_VERSIONS)).scalar_one_or_none()


async def _migrate(connection: AsyncConnection) -> None:
    """Take the steps that are missing, while every other process waits."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
    await connection.run_sync(_step)


def _step(connection: Connection) -> None:
    version = _version(connection)
    if version == HEAD:  # by another process, meanwhile
        return
    if version == "":  # a new one is made as it is to be; Alembic takes its time to load
        METADATA.create_all(connection)
        _VERSIONS.create(connection)
        connection.execute(insert(COUNTERS).values(name=SETTINGS_COUNTER, number=0))
        connection.execute(insert(_VERSIONS).values(version_num=HEAD))
        return
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise StoreError("a newer version of the program wrote it") from None


@asynccontextmanager
async def _failing_as_ours() -> AsyncIterator[None]:
    """Whatever library and driver raise becomes our error, which quotes no address and no parameters."""
    try:
        yield
    except StoreError:
        raise
    except DBAPIError as error:
        raise StoreError(_reason(error.orig or error)) from None
    except Exception as error:  # noqa: BLE001 - while they connect, drivers raise their own past SQLAlchemy's errors
        raise StoreError(_reason(error)) from None


def _reason(error: BaseException) -> str:
    """The kind of an error and the first line of its text, without what that quotes."""
    code = getattr(error, "strerror", None)
    words = str(code or error).partition("\n")[0]
    words = re.sub(r"^<class '[^']*'>: *", "", words)
    words = re.sub(r"\"[^\"]*\"|'[^']*'|\([^()]*\)", "…", words)[:200]
    return words or type(error).__name__
