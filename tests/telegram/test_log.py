"""The bot's token is in no log, however talkative and whatever fails."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN
from bot.settings import Secret
from bot.telegram.app import build, run_bot
from bot.telegram.network.redact import MASK, TokenFilter, guard_log
from bot.telegram.network.transport import AiohttpRequest
from tests.telegram.conftest import QUICK, Rig


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that a handler on the root logger writes, at DEBUG."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


async def test_a_whole_run_with_failures_does_not_show_the_token(parked: Rig, log: io.StringIO) -> None:
    server = parked.server
    server.fault("getMe", Trouble.RESET)
    server.fault("deleteWebhook", Trouble.STATUS)
    async with parked.running():
        for trouble in (Trouble.RESET, Trouble.TRUNCATE, Trouble.STATUS, Trouble.FLOOD, Trouble.LATE_RESET):
            server.fault("getUpdates", trouble)
            server.fault("sendMessage", trouble)
            server.private_message(server.user(), f"多少 {trouble}")
        server.private_message(server.user(), "explode")
        server.inline_query(server.user(), "多少")
        await server.wait_for_sent(6)
        logging.getLogger("somebody.else").warning(
            "the application is %r",
            build(parked.settings(), AiohttpRequest(connections=1), AiohttpRequest(connections=1)),
        )
    wrong = "987654321:" + "w" * 35
    await run_bot(parked.settings(wrong), parked.engine, stop=asyncio.Event(), pace=QUICK)
    written = log.getvalue()
    assert "the application is" in written, "its repr holds the token, so this test sees what it must"
    assert "Traceback" in written
    assert MASK in written
    assert TOKEN not in written
    assert TOKEN.split(":")[1] not in written
    assert wrong not in written
    assert "多少" not in written, "what people write is in no log either"


def test_arguments_tracebacks_and_stacks_are_cleaned(log: io.StringIO) -> None:
    token = "55555555:" + "t" * 35
    guard_log(Secret(token))
    try:
        raise ValueError(f"https://api.telegram.org/bot{token}/getMe")
    except ValueError as error:
        logging.getLogger("a.b").exception("failed: %s %r", token, error, stack_info=True)
    logging.getLogger("a.b").debug("bot%s", token)
    logging.getLogger("a.b").debug("broken %d", token)
    assert log.getvalue().count(MASK) >= 4
    assert token not in log.getvalue()


def test_guarding_twice_leaves_one_filter(log: io.StringIO) -> None:
    guard_log(None)
    guard_log(Secret("66666666:" + "s" * 35))
    handlers = logging.getLogger().handlers
    assert all(sum(isinstance(item, TokenFilter) for item in handler.filters) == 1 for handler in handlers)
