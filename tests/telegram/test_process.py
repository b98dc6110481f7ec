"""The bot as a process of its own: exit status, standard error, signals."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import Final

import pytest

from bot.playground.server import TOKEN, PlaygroundServer

PROGRAM: Final = """
import asyncio, logging, os, sys
from bot.settings import from_environment
from bot.telegram.app import run_bot
from tests.telegram.fakes import FakeEngine
logging.basicConfig(level="WARNING", format="%(message)s")
sys.exit(asyncio.run(run_bot(from_environment(os.environ), FakeEngine())))
"""
ROOT: Final = Path(__file__).parents[2]


async def start(server: PlaygroundServer, token: str = TOKEN) -> asyncio.subprocess.Process:
    environment = {name: value for name, value in os.environ.items() if "PROXY" not in name.upper()}
    settings = {"TELEGRAM_BOT_TOKEN": token, "TELEGRAM_API_BASE_URL": server.base_url}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", PROGRAM), env=environment | settings, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_stops_it_cleanly(server: PlaygroundServer, number: signal.Signals) -> None:
    process = await start(server)
    server.private_message(server.user(), "1元能买多少GLM tokens")
    await server.wait_for_sent(seconds=60)
    process.send_signal(number)
    _, errors = await process.communicate()
    assert process.returncode == 0
    assert errors == b""
    assert server.methods.updates.waiting == 0


async def test_a_wrong_token_is_one_sentence_and_status_2(server: PlaygroundServer) -> None:
    token = "123456789:" + "x" * 35
    process = await start(server, token)
    _, errors = await process.communicate()
    assert process.returncode == 2
    assert len(errors.decode().splitlines()) == 1
    assert "TELEGRAM_BOT_TOKEN" in errors.decode()
    assert token not in errors.decode()
