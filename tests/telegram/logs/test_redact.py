"""Neither the bot's token nor anything of people is in a log, however talkative and whatever fails."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import Iterator

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN
from bot.settings import Secret
from bot.settings.secret import MASK
from bot.telegram.app import run_bot
from bot.telegram.logs.redact import TokenFilter, guard_log
from tests.telegram.conftest import QUICK, Rig
from tests.telegram.hostile import HostileServer, json_body


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
    server.fault("getWebhookInfo", Trouble.STATUS)
    async with parked.running():
        for trouble in (Trouble.RESET, Trouble.TRUNCATE, Trouble.STATUS, Trouble.FLOOD, Trouble.LATE_RESET):
            server.fault("getUpdates", trouble)
            server.fault("sendMessage", trouble)
            server.private_message(server.user(), f"多少 {trouble}")
        server.private_message(server.user(), "explode")
        server.inline_query(server.user(), "多少")
        await server.wait_for_sent(6)
        _a_library_talks(parked)
        logging.getLogger("bot.somewhere").warning("the root is %s/bot%s", server.base_url, TOKEN)
    wrong = "987654321:" + "w" * 35
    await run_bot(parked.settings(wrong), parked.engine, stop=asyncio.Event(), pace=QUICK)
    written = log.getvalue()
    assert "Received data was %s" in written, "of a library's line the template is left"
    assert "Traceback" in written
    assert MASK in written
    assert TOKEN not in written
    assert TOKEN.split(":")[1] not in written
    assert wrong not in written


async def test_a_whole_run_with_failures_shows_nothing_of_people(log: io.StringIO) -> None:
    secrets = ["geheimnis", "Xanthippe", "xanthippe_s", "Verschwörung", "4915112345678", "777000777", "-100200300400"]
    async with HostileServer() as server:
        rig = Rig(server)
        person = server.user("Xanthippe", "xanthippe_s")
        person.id = 777_000_777
        server.world.chats[person.id] = server.world.add_chat("private", "Xanthippe")
        group = server.group("Verschwörung")
        async with rig.running():
            for number, trouble in enumerate(Trouble):
                server.fault("getUpdates", trouble, seconds=0.1, status=500)
                server.fault("sendMessage", trouble, seconds=0.1, status=500)
                server.group_message(group, person, f"@price_bot 多少 geheimnis {number}")
            contact = {"phone_number": "4915112345678", "first_name": "Xanthippe"}
            chat = {"id": -100200300400, "type": "supergroup", "title": "Verschwörung"}
            spoilt = {"message_id": 1, "from": person.json(), "chat": chat, "text": "geheimnis", "contact": contact}
            server.queue({"message": spoilt})
            server.queue({"message": spoilt | {"date": 2**40}})
            server.queue({"message": spoilt | {"date": 1, "entities": [{"type": "mention", "offset": "geheimnis"}]}})
            words = 'Bad Request: can\'t parse entities: unsupported tag "geheimnis" of 777000777'
            server.answer("sendMessage", json_body({"ok": False, "error_code": 400, "description": words}, 400))
            server.group_message(group, person, "@price_bot 多少 geheimnis")
            server.group_message(group, person, "@price_bot explode geheimnis")
            await server.wait_for_sent(5)
            _a_library_talks(rig)
            asyncio.get_running_loop().call_soon(_fail, "geheimnis")
    written = log.getvalue()
    assert "Traceback" in written
    assert "cannot be read" in written
    assert [secret for secret in secrets if secret in written] == []


def _a_library_talks(rig: Rig) -> None:
    """As python-telegram-bot does where it cannot read what it polled."""
    token = rig.settings().token
    assert token is not None
    said = [{"text": "geheimnis", "from": {"first_name": "Xanthippe"}, "token": token.reveal()}]
    logging.getLogger("telegram.ext.ExtBot").critical("Error while parsing updates! Received data was %s", said)


def _fail(text: str) -> None:
    raise ValueError(text)


def test_arguments_tracebacks_and_stacks_are_cleaned(log: io.StringIO) -> None:
    token = "55555555:" + "t" * 35
    guard_log(Secret(token))
    try:
        raise ValueError(f"https://api.telegram.org/bot{token}/getMe")
    except ValueError as error:
        logging.getLogger("bot.a").exception("failed: %s %r", token, error, stack_info=True)
    logging.getLogger("bot.a").debug("bot%s", token)
    logging.getLogger("bot.a").debug("broken %d", token)
    assert log.getvalue().count(MASK) >= 3
    assert token not in log.getvalue()


def test_guarding_twice_leaves_one_filter(log: io.StringIO) -> None:
    guard_log(None)
    guard_log(Secret("66666666:" + "s" * 35))
    handlers = logging.getLogger().handlers
    assert all(sum(isinstance(item, TokenFilter) for item in handler.filters) == 1 for handler in handlers)
