"""The layout of the database, made anew and brought up to date step by step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.settings import Secret
from bot.telegram.chats import database
from bot.telegram.chats.database import HEAD, opened
from bot.telegram.chats.tables import METADATA
from tests.telegram.chats.conftest import Address

OLD = "CREATE TABLE chats (chat_id BIGINT NOT NULL PRIMARY KEY, mode VARCHAR(16) NOT NULL, language VARCHAR(16), currency VARCHAR(3))"


def revealed(address: Address) -> Path | str:
    if isinstance(address, Secret):
        return address.reveal()
    address.parent.mkdir(exist_ok=True)
    return address


def differences(connection: Connection) -> list[Any]:
    """Where the database is not laid out as the tables say."""
    found = compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), METADATA)
    return [item for item in found if not (item[0] == "remove_table" and item[1].name == "alembic_version")]


def test_the_newest_step_is_the_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(database.__file__).parent / "migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


async def test_a_new_database_is_as_the_steps_would_make_it(address: Address) -> None:
    new = await opened(revealed(address))
    async with new.writing() as connection:
        assert await connection.run_sync(differences) == []
        await connection.run_sync(METADATA.drop_all)
        await connection.execute(text("DROP TABLE alembic_version"))
        await connection.execute(text(OLD))
    await new.close()
    stepped = await opened(revealed(address))
    async with stepped.reading() as connection:
        assert await connection.run_sync(differences) == []
        assert (await connection.execute(text("SELECT * FROM counters"))).all() == [("settings", 0)]
    await stepped.close()


async def test_steps_keep_what_is_there(tmp_path: Path) -> None:
    file = tmp_path / "chats.sqlite"
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(OLD)
        connection.execute("INSERT INTO chats VALUES (-5, 'quiet', NULL, 'EUR')")
    await (await opened(file)).close()
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT * FROM chats").fetchall() == [(-5, "quiet", None, "EUR", 0, None)]
