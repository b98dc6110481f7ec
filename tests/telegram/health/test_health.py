"""Whether the bot says of itself how it is: alive, ready, or in trouble. Over HTTP, as a supervisor asks."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Mapping
from pathlib import Path

import aiohttp
import pytest

from bot.cli import main
from bot.playground.faults import Trouble
from bot.settings import Health
from bot.telegram.app import UNUSABLE
from bot.telegram.chats.records import kept_records
from bot.telegram.health import vitals
from bot.terminal.health import ask_how_it_is
from bot.terminal.streams import Streams
from tests.telegram.conftest import Rig
from tests.telegram.health.conftest import Asker
from tests.telegram.hostile import HostileServer, refusal
from tests.waiting import eventually


async def command(port: int) -> tuple[bool, str, str]:
    """What ``pricebot health`` finds, says and complains of."""
    said, complained = io.StringIO(), io.StringIO()
    streams = Streams(io.BytesIO(), said, complained)
    well = await asyncio.to_thread(ask_how_it_is, Health(port, "0.0.0.0"), "/healthz", streams)
    return well, said.getvalue(), complained.getvalue()


async def test_a_bot_that_works_is_well(telling: Rig, asker: Asker) -> None:
    async with telling.running():
        await eventually(lambda: telling.server.calls[-1][0] == "getUpdates")
        status, said = await asker.ask()
        assert (status, said["ok"], said["problems"], said["database"]) == (200, True, [], "memory")
        assert (await asker.ask("/readyz"))[0] == 200
        assert (await command(asker.port))[0]


async def test_polling_that_fails_for_long_is_told_until_it_works_again(
    telling: Rig, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vitals, "SILENT_SECONDS", 0.4)
    async with telling.running():
        fault = telling.server.fault("getUpdates", Trouble.STATUS, times=1_000_000)
        telling.server.private_message(telling.server.user(), "多少")  # so that the poll that is open ends
        said = await asker.until(503)
        assert (said["ok"], said["problems"]) == (False, ["telegram"])
        assert (await asker.ask("/readyz"))[0] == 503
        well, shown, _ = await command(asker.port)
        assert not well
        assert '"telegram"' in shown
        fault.times = 0
        telling.server.private_message(telling.server.user(), "多少")
        await asker.until(200)


async def test_a_war_with_another_instance_is_no_health(
    telling: Rig, hostile: HostileServer, asker: Asker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vitals, "SILENT_SECONDS", 0.3)
    hostile.answer("getUpdates", refusal(409), times=10_000)
    async with telling.running():
        await asker.until(503)


async def test_it_is_ready_when_telegram_knows_it_and_not_while_it_stops(telling: Rig, asker: Asker) -> None:
    server = telling.server
    fault = server.fault("getMe", Trouble.STATUS, times=1_000_000)
    run = asyncio.create_task(_whole_run(telling))
    await eventually(lambda: any(method == "getMe" for method, _ in server.calls))
    assert (await asker.ask())[0] == 200, "it has just started"
    assert (await asker.ask("/readyz"))[0] == 503
    fault.times = 0
    await asker.until(200, "/readyz")
    server.fault("sendMessage", Trouble.DELAY, seconds=1.0)
    server.private_message(server.user(), "多少")
    await eventually(lambda: any(method == "sendMessage" for method, _ in server.calls))
    telling.stop.set()
    status, said = await asker.ask("/readyz")
    assert (status, said["stopping"]) == (503, True)
    assert (await asker.ask())[0] == 200, "it finishes what is in hand"
    await run
    with pytest.raises(aiohttp.ClientError):
        await asker.ask()


async def _whole_run(rig: Rig) -> None:
    async with rig.running() as task:
        await task


async def test_without_a_database_it_goes_on_and_says_so(telling: Rig, asker: Asker, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    async with kept_records(tmp_path / "file" / "chats.sqlite") as records:
        telling.store, telling.ledger, telling.storage = records.settings, records.updates, records.storage
        async with telling.running():
            said = await asker.until(200, "/readyz", "database")
            assert said["database"] == "gone"
            assert 'pricebot_database{state="gone"} 1.0' in await asker.metrics()


async def test_nothing_else_is_told(telling: Rig, asker: Asker) -> None:
    async with telling.running():
        for method, path, status in (("GET", "/", 404), ("POST", "/healthz", 405), ("GET", "/healthz/x", 404)):
            async with asker.session.request(method, f"http://127.0.0.1:{asker.port}{path}") as answer:
                assert answer.status == status


async def test_a_port_that_is_taken_ends_the_bot(telling: Rig, asker: Asker, caplog: pytest.LogCaptureFixture) -> None:
    async with telling.running():
        second = Rig(telling.server, health=telling.health)
        async with second.running() as task:
            await task
        assert task.result() == UNUSABLE
    assert "PRICEBOT_HEALTH_PORT" in caplog.text


@pytest.mark.parametrize(
    ("environ", "status", "words"),
    [
        ({}, 2, "PRICEBOT_HEALTH_PORT is not set"),
        ({"PRICEBOT_HEALTH_PORT": "http"}, 2, "PRICEBOT_HEALTH_PORT is no port"),
        ({"PRICEBOT_HEALTH_PORT": "1", "PRICEBOT_LOG_LEVEL": "loud"}, 1, "nothing answers on port 1"),
    ],
)
def test_the_command_says_why_it_cannot_ask(
    environ: Mapping[str, str],
    status: int,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in [name for name in os.environ if name.startswith("PRICEBOT_")]:
        monkeypatch.delenv(name)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert main(["health"]) == status
    assert words in capsys.readouterr().err


async def test_what_answers_with_rubbish_is_not_well(telling: Rig) -> None:
    async def rubbish(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"SSH-2.0-OpenSSH\r\n")
        writer.close()

    server = await asyncio.start_server(rubbish, "127.0.0.1", 0)
    async with server:
        well, _, complained = await command(server.sockets[0].getsockname()[1])
    assert not well
    assert "nothing answers" in complained
