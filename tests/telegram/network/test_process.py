"""The bot as a process of its own: exit status, standard error, signals."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN, PlaygroundServer
from bot.telegram.network.process import run

PROGRAMS: Final = """
import json, logging, os, sys
from bot.settings import from_environment
from bot.telegram.app import run_bot
from bot.telegram.network.process import run
from tests.telegram.fakes import FakeEngine
logging.basicConfig(level="WARNING", format="%(message)s")
for line in sys.stdin:
    wish = json.loads(line)
    if (child := os.fork()) == 0:
        if not wish["uvloop"]:
            sys.modules["uvloop"] = None
        os.dup2(os.open(wish["errors"], os.O_WRONLY | os.O_CREAT), 2)
        sys.exit(run(run_bot(from_environment(wish["settings"]), FakeEngine())))
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


ROOT: Final = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def nursery() -> Iterator[subprocess.Popen[str]]:
    """Starts programs that need not load anew what all of them do."""
    command = [sys.executable, "-c", PROGRAMS]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as started:
        yield started


@dataclass
class Program:
    """A bot that runs as a process of its own."""

    nursery: subprocess.Popen[str]
    errors: Path
    number: int = 0

    async def start(self, server: PlaygroundServer, *, uvloop: bool) -> None:
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_BASE_URL": server.base_url}
        wish = {"settings": settings, "uvloop": uvloop, "errors": str(self.errors)}
        assert self.nursery.stdin is not None
        self.nursery.stdin.write(f"{json.dumps(wish)}\n")
        self.nursery.stdin.flush()
        self.number = await self._told()

    async def ended(self) -> int:
        """Its exit status, once it has ended."""
        status = await self._told()
        self.number = 0
        return status

    async def _told(self) -> int:
        assert self.nursery.stdout is not None
        return int(await asyncio.to_thread(self.nursery.stdout.readline))


@pytest.fixture
def program(nursery: subprocess.Popen[str], tmp_path: Path) -> Iterator[Program]:
    made = Program(nursery, tmp_path / "errors")
    yield made
    if made.number and nursery.stdout:
        os.kill(made.number, signal.SIGKILL)
        nursery.stdout.readline()


@pytest.mark.parametrize(
    ("number", "uvloop"),
    [(signal.SIGTERM, True), (signal.SIGINT, True), (signal.SIGHUP, True), (signal.SIGTERM, False)],
    ids=["SIGTERM", "SIGINT", "SIGHUP", "SIGTERM on asyncio's own loop"],
)
async def test_a_signal_stops_it_cleanly(
    server: PlaygroundServer, program: Program, number: signal.Signals, uvloop: bool
) -> None:
    await program.start(server, uvloop=uvloop)
    server.private_message(server.user(), "1元能买多少GLM tokens")
    await server.wait_for_sent(seconds=60)
    os.kill(program.number, number)
    assert await program.ended() == 0
    assert program.errors.read_bytes() == b""
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


@pytest.mark.parametrize("uvloop", [True, False], ids=["uvloop", "asyncio's own loop"])
async def test_a_second_signal_ends_it_while_it_finishes_its_work(
    server: PlaygroundServer, program: Program, uvloop: bool
) -> None:
    server.fault("sendMessage", Trouble.DELAY, seconds=60)
    await program.start(server, uvloop=uvloop)
    server.private_message(server.user(), "1元能买多少GLM tokens")
    await server.wait_for(lambda: any(method == "sendMessage" for method, _ in server.calls), seconds=60)
    ended = asyncio.create_task(program.ended())
    while not ended.done():
        with suppress(ProcessLookupError):
            os.kill(program.number, signal.SIGTERM)
        await asyncio.wait({ended}, timeout=0.2)
    assert await ended == -signal.SIGTERM
