"""Databases of both kinds: each test of what is kept runs on SQLite and, where it is installed, on PostgreSQL."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Final

import pytest

from bot.settings import Secret
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.storage import State
from tools.postgresql import PostgreSQL, programs

Address = Path | Secret

_NUMBERS: Final = count()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with PostgreSQL() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Address:
    """An empty database."""
    if request.param == "sqlite":
        return tmp_path / "state" / "chats.sqlite"
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return Secret(server.new_database(f"test{next(_NUMBERS)}"))


async def opened(records: Records) -> Records:
    """The records when their database is open."""
    await records.storage.ready(60)
    assert records.storage.state is State.OPEN
    return records


@pytest.fixture
async def records(address: Address) -> AsyncIterator[Records]:
    async with kept_records(address) as made:
        yield await opened(made)
