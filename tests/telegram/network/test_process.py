"""The bot as a process of its own: exit status, standard error, signals."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Final

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN, PlaygroundServer
from bot.telegram.network.process import run

PROGRAM: Final = """
import logging, os, sys
from bot.settings import from_environment
from bot.telegram.app import run_bot
from bot.telegram.network.process import run
from tests.telegram.fakes import FakeEngine
logging.basicConfig(level="WARNING", format="%(message)s")
sys.exit(run(run_bot(from_environment(os.environ), FakeEngine())))
"""
WITHOUT_UVLOOP: Final = f"import sys; sys.modules['uvloop'] = None\n{PROGRAM}"
ROOT: Final = Path(__file__).parents[2]


async def start(server: PlaygroundServer, program: str) -> asyncio.subprocess.Process:
    environment = {name: value for name, value in os.environ.items() if "PROXY" not in name.upper()}
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": server.base_url}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", program), env=environment | settings, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )


@pytest.mark.parametrize(
    ("number", "program"),
    [
        (signal.SIGTERM, PROGRAM),
        (signal.SIGINT, PROGRAM),
        (signal.SIGHUP, PROGRAM),
        (signal.SIGTERM, WITHOUT_UVLOOP),
    ],
    ids=["SIGTERM", "SIGINT", "SIGHUP", "SIGTERM on asyncio's own loop"],
)
async def test_a_signal_stops_it_cleanly(server: PlaygroundServer, number: signal.Signals, program: str) -> None:
    process = await start(server, program)
    server.private_message(server.user(), "1元能买多少GLM tokens")
    await server.wait_for_sent(seconds=60)
    process.send_signal(number)
    _, errors = await process.communicate()
    assert process.returncode == 0
    assert errors == b""
    assert server.methods.updates.waiting == 0


@pytest.mark.skipif(sys.platform == "win32", reason="uvloop does not run on Windows")
async def test_it_runs_on_the_faster_loop() -> None:
    assert type(asyncio.get_running_loop()).__module__ == "uvloop"
    assert await asyncio.to_thread(run, running_loop()) == "uvloop"


def test_without_uvloop_it_runs_on_the_loop_of_asyncio(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvloop", None)
    assert run(running_loop()).startswith("asyncio.")


async def running_loop() -> str:
    return type(asyncio.get_running_loop()).__module__


@pytest.mark.parametrize("program", [PROGRAM, WITHOUT_UVLOOP], ids=["uvloop", "asyncio's own loop"])
async def test_a_second_signal_ends_it_while_it_finishes_its_work(server: PlaygroundServer, program: str) -> None:
    server.fault("sendMessage", Trouble.DELAY, seconds=60)
    process = await start(server, program)
    server.private_message(server.user(), "1元能买多少GLM tokens")
    await server.wait_for(lambda: any(method == "sendMessage" for method, _ in server.calls), seconds=60)
    async with asyncio.timeout(15):  # the work would take longer
        while process.returncode is None:
            process.send_signal(signal.SIGTERM)
            await asyncio.sleep(0.2)
    assert process.returncode == -signal.SIGTERM
