"""Where chats' settings are kept: in a file that a restart finds again, and in memory where that fails."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.playground.server import PlaygroundServer
from bot.telegram.chats.chats import ChatSettings, Mode, StoreError
from bot.telegram.chats.database import VERSION, opened
from bot.telegram.chats.keeping import kept_settings
from bot.text import Language
from tests.telegram.conftest import Rig

ROOT = Path(__file__).parents[2]
GROUP, SUPERGROUP = -501, -1_000_000_000_777
CHOSEN = ChatSettings(Mode.QUIET, Language.ZH_HANT, "TWD")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "chats.sqlite"


def rows(file: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute("SELECT * FROM chats").fetchall()


def mode(file: Path) -> int:
    return file.stat().st_mode


def run(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


async def test_a_restart_finds_the_settings_again(file: Path) -> None:
    async with kept_settings(file) as store:
        assert await store.load(GROUP) == ChatSettings()
        await store.save(GROUP, ChatSettings(mode=Mode.QUIET))
        await store.save(GROUP, CHOSEN)
    async with kept_settings(file) as store:
        assert await store.load(GROUP) == CHOSEN
        assert await store.load(SUPERGROUP) == ChatSettings()


async def test_nothing_is_kept_but_the_settings_that_were_changed(file: Path) -> None:
    async with kept_settings(file) as store:
        await store.save(GROUP, CHOSEN)
        await store.save(7, CHOSEN)
        await store.save(7, ChatSettings())
        await store.load(8)
    assert rows(file) == [(GROUP, "quiet", "zh-Hant", "TWD")]
    assert mode(file) & 0o077 == 0


async def test_a_group_takes_its_settings_along(file: Path) -> None:
    async with kept_settings(file) as store:
        await store.save(GROUP, CHOSEN)
        await store.move(GROUP, SUPERGROUP)
        await store.move(GROUP, SUPERGROUP)
        assert await store.load(SUPERGROUP) == CHOSEN
        assert await store.load(GROUP) == ChatSettings()
    assert rows(file) == [(SUPERGROUP, "quiet", "zh-Hant", "TWD")]


async def test_choices_of_another_version_are_left_out(file: Path) -> None:
    async with kept_settings(file) as store:
        await store.save(7, CHOSEN)
    run(file, f"INSERT INTO chats VALUES ({GROUP}, 'chatty', 'tlh', 'EUR')")
    async with kept_settings(file) as store:
        assert await store.load(GROUP) == ChatSettings(currency="EUR")


@pytest.fixture(params=["a folder", "no database", "newer", "in the way", "locked"])
def unusable(request: pytest.FixtureRequest, file: Path) -> Iterator[Path]:
    """A file that settings cannot be kept in."""
    file.parent.mkdir()
    if request.param == "a folder":
        file.mkdir()
    elif request.param == "no database":
        file.write_text("settings = none\n" * 100)
    elif request.param == "newer":
        run(file, f"PRAGMA user_version = {VERSION + 1}")
    elif request.param == "in the way":
        file.touch()
        file = file / "chats.sqlite"
    else:
        run(file, "CREATE TABLE other (x)")
        with closing(sqlite3.connect(file)) as other:
            other.execute("BEGIN EXCLUSIVE")
            yield file
        return
    yield file


async def test_the_library_is_not_loaded_where_there_is_nothing_to_keep(file: Path) -> None:
    program = (
        "import asyncio, pathlib, sys\n"
        "from bot.telegram.chats.keeping import kept_settings\n"
        "async def run():\n"
        "    async with kept_settings(pathlib.Path(sys.argv[1])) as store:\n"
        "        await store.load(1)\n"
        "        await store.move(1, 2)\n"
        "asyncio.run(run())\n"
        "sys.exit('sqlalchemy' in sys.modules)\n"
    )
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, str(file), cwd=ROOT)
    assert await process.wait() == 0


async def test_where_the_file_cannot_be_used_the_bot_says_so_and_goes_on(
    server: PlaygroundServer, unusable: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with kept_settings(unusable) as store, Rig(server, store=store).running():
        server.private_message(server.user(), "多少")
        await server.wait_for_sent()
    said = [record.getMessage() for record in caplog.records if record.levelname in ("WARNING", "ERROR")]
    assert len(said) == 1
    assert said[0].startswith(f"Settings of chats cannot be kept in {unusable} (")
    assert "PRICEBOT_DATABASE" in said[0]
    assert "sqlalche" not in said[0]


async def test_a_file_that_breaks_while_the_bot_runs_is_made_up_for(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with kept_settings(file) as kept:
        await kept.save(GROUP, CHOSEN)
        run(file, "DROP TABLE chats")
        assert await kept.load(GROUP) == CHOSEN
        await kept.move(GROUP, SUPERGROUP)
        await kept.save(7, CHOSEN)
        assert [await kept.load(chat) for chat in (GROUP, SUPERGROUP, 7)] == [ChatSettings(), CHOSEN, CHOSEN]
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == ["A setting could not be kept (no such table: chats); it lasts until the bot stops."] * 2


async def test_what_the_file_holds_can_be_asked_of_it(file: Path) -> None:
    file.parent.mkdir()
    async with opened(file) as database:
        assert await database.load(GROUP) == ChatSettings()
        await database.save(GROUP, CHOSEN)
        assert await database.load(GROUP) == CHOSEN
        assert await database.all() == {GROUP: CHOSEN}
        run(file, "DROP TABLE chats")
        with pytest.raises(StoreError, match="no such table"):
            await database.load(GROUP)
