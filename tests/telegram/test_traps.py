"""Traps of the library and of Telegram, one test each, where no other file has it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any, cast

import pytest
from aiohttp import web
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.playground.server import PlaygroundServer
from bot.telegram.network.errors import NotFoundError
from bot.telegram.network.transport import Transport
from bot.telegram.network.wire import Wire
from tests.frozen import frozen_engine
from tests.telegram.conftest import Rig
from tests.telegram.fakes import FakeEngine

QUESTION = "1元能买多少GLM tokens"


@pytest.mark.parametrize(
    "kind",
    [
        "channel_post",
        "edited_channel_post",
        "business_message",
        "edited_business_message",
    ],
)
async def test_only_messages_of_people_to_it_are_questions(rig: Rig, kind: str) -> None:
    """The library's message filter takes all of these for messages."""
    rig.server.methods.updates._allowed = None
    asker = rig.server.user()
    message = rig.server.world.post(rig.server.world.chats[asker.id], asker, QUESTION, [])
    rig.server.methods.updates.add(kind, message | {"edit_date": message["date"] + 1})
    assert await rig.finish() == []
    assert all(text != QUESTION for text, _ in rig.engine.asked)


async def test_what_it_polls_for_is_always_named(rig: Rig) -> None:
    polls = [arguments for method, arguments in rig.server.calls if method == "getUpdates"]
    wanted = {"message", "edited_message", "my_chat_member", "inline_query", "callback_query", "guest_message"}
    wanted.add("chosen_inline_result")
    assert all(set(arguments["allowed_updates"]) == wanted for arguments in polls)


async def test_an_edited_command_changes_its_answer(rig: Rig) -> None:
    group, asker = rig.server.group(), rig.server.user()
    question = rig.server.group_message(group, asker, "/ask 多少GLM")
    answer = (await rig.server.wait_for_sent())[0].result
    rig.server.edit_message(question, "/ask 多少豆包")
    changed = (await rig.server.wait_for_sent(2))[1]
    assert (changed.method, changed.text) == ("editMessageText", "答 多少豆包")
    assert changed.result["message_id"] == answer["message_id"]


async def test_a_topic_that_is_gone_does_not_swallow_the_answer(parked: Rig) -> None:
    group = parked.server.group(forum=True)
    topic = parked.server.topic(group)
    parked.server.group_message(group, parked.server.user(), QUESTION, thread=topic)
    del group.topics[topic]
    async with parked.running():
        sent = (await parked.server.wait_for_sent())[0]
    assert sent.text == f"答 {QUESTION}"
    assert "message_thread_id" not in sent.result


async def test_an_anonymous_administrator_is_a_person(rig: Rig) -> None:
    group = rig.server.group()
    stand_in = rig.server.user("Group", "GroupAnonymousBot", is_bot=True)
    rig.server.group_message(group, stand_in, QUESTION, sender_chat=group.json())
    assert (await rig.server.wait_for_sent())[0].text == f"答 {QUESTION}"


async def test_a_guest_message_below_another_asks_that(rig: Rig) -> None:
    asker = rig.server.user()
    query = rig.server.guest_message(asker, "@price_bot")
    await rig.server.wait_for(lambda: query.answer is not None)
    assert query.answer is not None
    assert query.answer["result"]["title"]


async def test_a_guest_message_that_waited_too_long_is_let_go(rig: Rig) -> None:
    rig.server.guest_message(rig.server.user(), "@price_bot 多少")
    rig.server.methods.guest_queries.expire()
    assert await rig.finish() == []


@pytest.mark.parametrize(
    "text",
    [
        "<b>GLM</b> & </i> 多少钱 <a href='x'>",
        "GLM&nbsp;&#x202e;多少钱\u202e",
        "1元能买多少GLM tokens <",
        "豆包" * 2000,
    ],
)
async def test_what_people_write_is_never_taken_for_markup(server: PlaygroundServer, text: str) -> None:
    """The server refuses HTML that Telegram would refuse, and then nothing would be sent."""
    rig = Rig(server, engine=cast("FakeEngine", frozen_engine()))
    async with rig.running():
        asker = server.user()
        server.private_message(asker, text)
        query = server.inline_query(asker, text[:256])
        await server.wait_for_sent(2)
        assert query.answer is not None


@pytest.fixture
async def refusing() -> AsyncIterator[str]:
    """A server whose methods are the HTTP status that they refuse with."""

    async def serve(request: web.Request) -> web.Response:
        status = int(request.match_info["status"])
        answer = {"ok": False, "error_code": status, "description": "Some words", "parameters": await request.json()}
        return web.json_response(answer, status=status)

    app = web.Application()
    app.router.add_post("/{status}", serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


@pytest.mark.parametrize(
    ("status", "parameters", "expected"),
    [
        (400, {}, BadRequest("Some words")),
        (401, {}, InvalidToken("Some words")),
        (403, {}, Forbidden("Some words")),
        (404, {}, NotFoundError("Some words")),
        (409, {}, Conflict("Some words")),
        (400, {"migrate_to_chat_id": -100}, ChatMigrated(-100)),
        (429, {"retry_after": 7}, RetryAfter(7)),
        (500, {}, NetworkError("Some words (500)")),
    ],
)
async def test_refusals_are_the_errors_of_the_library(
    refusing: str, status: int, parameters: Mapping[str, Any], expected: TelegramError
) -> None:
    async with Transport(connections=1) as transport:
        with pytest.raises(type(expected)) as raised:
            await Wire(transport, refusing).call(str(status), parameters)
    assert type(raised.value) is type(expected)
    assert str(raised.value) == str(expected)
    assert getattr(raised.value, "retry_after", None) == getattr(expected, "retry_after", None)
