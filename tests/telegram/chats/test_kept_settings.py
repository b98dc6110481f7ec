"""Settings of chats: found again after a restart, the same in all replicas, and made up for where nothing can be kept."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.playground.server import PlaygroundServer
from bot.settings import Secret
from bot.telegram.chats.chats import ChatSettings, Mode
from bot.telegram.chats.kept_settings import FORGOTTEN_AFTER, UNKNOWN_GROUP, KeptSettings
from bot.telegram.chats.records import Records, kept_records
from bot.telegram.chats.storage import State
from bot.text import Language
from tests.telegram.chats.conftest import Address, opened
from tests.telegram.conftest import Rig
from tests.waiting import eventually
from tools.postgresql import PostgreSQL

ROOT = Path(__file__).parents[3]
GROUP, SUPERGROUP = -501, -1_000_000_000_777
CHOSEN = ChatSettings(Mode.QUIET, Language.ZH_HANT, "TWD")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "chats.sqlite"


def rows(file: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT chat_id, mode, language, currency FROM chats").fetchall()


def run(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def mode_of(file: Path) -> int:
    return file.stat().st_mode


async def becomes(store: KeptSettings, chat_id: int, settings: ChatSettings) -> None:
    """Wait until the settings of a chat are these."""
    until = time.monotonic() + 60
    while (found := await store.load(chat_id)) != settings:
        assert time.monotonic() < until, found
        await asyncio.sleep(0.05)


async def test_a_restart_finds_the_settings_again(address: Address) -> None:
    async with kept_records(address) as records:
        assert await records.settings.load(GROUP) == ChatSettings()
        assert await records.settings.save(GROUP, ChatSettings(mode=Mode.QUIET))
        assert await records.settings.save(GROUP, CHOSEN)
    async with kept_records(address) as records:
        assert await records.settings.load(GROUP) == CHOSEN
        assert await records.settings.load(SUPERGROUP) == ChatSettings()


async def test_nothing_is_kept_but_the_settings_that_were_changed(file: Path) -> None:
    async with kept_records(file) as records:
        await records.settings.save(GROUP, CHOSEN)
        await records.settings.save(7, CHOSEN)
        await records.settings.save(7, ChatSettings())
        await records.settings.load(8)
    assert rows(file) == [(GROUP, "quiet", "zh-Hant", "TWD")]
    assert mode_of(file) & 0o077 == 0


async def test_a_group_takes_its_settings_along(address: Address) -> None:
    async with kept_records(address) as records:
        store = records.settings
        await store.save(GROUP, CHOSEN)
        await store.move(GROUP, SUPERGROUP)
        await store.move(GROUP, SUPERGROUP)
    async with kept_records(address) as records:
        assert await records.settings.load(SUPERGROUP) == CHOSEN
        assert await records.settings.load(GROUP) == ChatSettings()


async def test_replicas_learn_of_changes_and_of_what_was_taken_away(records: Records, address: Address) -> None:
    async with kept_records(address) as other:
        await opened(other)
        await records.settings.save(GROUP, CHOSEN)
        await becomes(other.settings, GROUP, CHOSEN)
        await other.settings.save(7, CHOSEN)
        await becomes(records.settings, 7, CHOSEN)
        await other.settings.save(GROUP, ChatSettings())
        await becomes(records.settings, GROUP, ChatSettings())
        assert await records.settings.load(7) == CHOSEN


async def test_settings_of_chats_that_removed_the_bot_go_after_a_month(
    records: Records, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = records.settings
    for chat in (GROUP, SUPERGROUP, 7):
        await store.save(chat, CHOSEN)
        await store.set_left(chat, left=True)
    await store.set_left(SUPERGROUP, left=False)
    month_later = time.time() + FORGOTTEN_AFTER + 1
    monkeypatch.setattr(time, "time", lambda: month_later)
    await records.storage.use(store.tidy)
    await becomes(store, GROUP, ChatSettings())
    assert await store.load(7) == ChatSettings()
    assert await store.load(SUPERGROUP) == CHOSEN


async def test_a_file_of_an_earlier_version_is_brought_up_to_date(file: Path) -> None:
    file.parent.mkdir()
    run(
        file,
        "CREATE TABLE chats (chat_id BIGINT NOT NULL PRIMARY KEY, mode VARCHAR(16) NOT NULL, language VARCHAR(16), "
        "currency VARCHAR(3))",
        f"INSERT INTO chats VALUES ({GROUP}, 'chatty', 'tlh', 'EUR'), ({SUPERGROUP}, 'quiet', 'zh-Hant', 'TWD')",
        "PRAGMA user_version = 1",
    )
    async with kept_records(file) as records:
        assert await records.settings.load(SUPERGROUP) == CHOSEN
        assert await records.settings.load(GROUP) == ChatSettings(currency="EUR"), "unknown choices are left out"


async def test_several_processes_bring_one_database_up_to_date(address: Address) -> None:
    opening = [kept_records(address) for _ in range(3)]
    made = [await context.__aenter__() for context in opening]
    try:
        for records in made:
            await opened(records)
    finally:
        for context in opening:
            await context.__aexit__(None, None, None)


async def test_the_library_is_not_loaded_before_the_first_answers(file: Path) -> None:
    program = (
        "import asyncio, pathlib, sys\n"
        "from bot.telegram.chats.records import kept_records\n"
        "async def run():\n"
        "    async with kept_records(pathlib.Path(sys.argv[1])) as records:\n"
        "        await records.settings.load(1)\n"
        "        await records.settings.move(1, 2)\n"
        "        assert await records.updates.claim(5)\n"
        "        await records.updates.keep([])\n"
        "asyncio.run(run())\n"
        "sys.exit('sqlalchemy' in sys.modules)\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, str(file), cwd=ROOT)
    assert await process.wait() == 0


@pytest.fixture(params=["a folder", "no database", "newer", "in the way"])
def unusable(request: pytest.FixtureRequest, file: Path) -> Path:
    """A file that nothing can be kept in."""
    file.parent.mkdir()
    if request.param == "a folder":
        file.mkdir()
    elif request.param == "no database":
        file.write_text("settings = none\n" * 100)
    elif request.param == "newer":
        run(file, "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('99')")
    else:
        file.touch()
        return file / "chats.sqlite"
    return file


async def test_where_the_file_cannot_be_used_the_bot_says_so_and_goes_on(
    server: PlaygroundServer, unusable: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with kept_records(unusable) as records:
        async with Rig(server, store=records.settings, ledger=records.updates).running():
            server.private_message(server.user(), "多少")
            await server.wait_for_sent()
        assert not await records.settings.save(GROUP, CHOSEN)
        assert await records.settings.load(GROUP) == CHOSEN
        assert await records.settings.load(SUPERGROUP) == UNKNOWN_GROUP
        assert await records.settings.load(7) == ChatSettings()
    said = [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert len(said) == 1
    assert said[0].startswith(f"The database ({unusable}) cannot be used (")
    assert "PRICEBOT_DATABASE" in said[0]
    assert "sqlalche" not in said[0]


async def test_a_lock_at_the_start_is_waited_out_and_a_quiet_group_left_alone(
    server: PlaygroundServer, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    group = server.group()
    async with kept_records(file) as records:
        await records.settings.save(group.id, ChatSettings(mode=Mode.QUIET))
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        async with kept_records(file) as records:
            rig = Rig(server, store=records.settings, ledger=records.updates)
            async with rig.running():
                server.group_message(group, server.user(), "多少 quiet")
                server.private_message(server.user(), "多少 private")
                await server.wait_for_sent()
                other.rollback()
                await becomes(records.settings, group.id, ChatSettings(mode=Mode.QUIET))
                await eventually(lambda: records.storage.state is State.OPEN)
                assert await rig.finish() == ["答 多少 private"]
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert "database is locked" in said[0]
    assert said[1:] == ["The database can be used again."]


async def test_a_file_that_can_only_be_read_still_tells_who_wants_quiet(file: Path) -> None:
    async with kept_records(file) as records:
        await records.settings.save(GROUP, CHOSEN)
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN IMMEDIATE")  # nobody else can write
        async with kept_records(file) as records:
            await records.storage.ready(60)
            assert records.storage.state is State.GONE
            assert await records.settings.load(GROUP) == CHOSEN
            assert await records.settings.load(SUPERGROUP) == ChatSettings()
            assert await records.updates.claim(1)
            assert not await records.settings.save(SUPERGROUP, CHOSEN)
            other.rollback()
            await eventually(lambda: not records.settings.is_unsaved)
    assert len(rows(file)) == 2


async def test_a_file_that_is_taken_away_is_made_anew_with_what_is_known(file: Path) -> None:
    async with kept_records(file) as records:
        await records.settings.save(GROUP, CHOSEN)
        for path in file.parent.iterdir():
            path.unlink()
        await eventually(lambda: file.exists() and file.stat().st_size > 0)
        await eventually(lambda: records.storage.state is State.OPEN)
        assert await records.settings.load(GROUP) == CHOSEN
    assert rows(file) == [(GROUP, "quiet", "zh-Hant", "TWD")]


async def test_a_server_that_is_away_for_a_while_is_found_again(postgresql: PostgreSQL) -> None:
    address = Secret(postgresql.new_database("comes_back"))
    async with kept_records(address) as records:
        await opened(records)
        await records.settings.save(GROUP, CHOSEN)
        postgresql.stop()
        try:
            assert not await records.settings.save(7, CHOSEN)
            assert await records.settings.load(GROUP) == CHOSEN
        finally:
            postgresql.start()
        await eventually(lambda: not records.settings.is_unsaved)
    async with kept_records(address) as records:
        assert await records.settings.load(7) == CHOSEN


async def test_a_server_that_is_not_there_is_named_without_its_password(caplog: pytest.LogCaptureFixture) -> None:
    async with kept_records(Secret("postgresql://ada:geheim@127.0.0.1:9/chats")) as records:
        await records.storage.ready(60)
        assert await records.settings.load(7) == ChatSettings()
        assert await records.settings.load(GROUP) == UNKNOWN_GROUP
    assert "PostgreSQL at 127.0.0.1" in caplog.text
    assert "geheim" not in caplog.text
