"""What the server sends that is no good: stepped over alone, believed only where it is the Bot API's own."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from aiohttp import web

from bot.playground.faults import Trouble
from bot.telegram.app import OK, UNUSABLE, run_bot
from tests.telegram.conftest import QUICK, Rig
from tests.telegram.hostile import HostileServer, body, json_body, page, refusal

QUESTION = "1元能买多少GLM tokens"
POISON: dict[str, Any] = {"message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "geheim"}}
"""A message without a date."""


@pytest.fixture
async def hostile() -> AsyncIterator[HostileServer]:
    async with HostileServer() as running:
        yield running


async def ask(server: HostileServer, text: str = QUESTION) -> None:
    server.private_message(server.user(), text)


async def test_a_poison_update_first_in_the_queue_is_stepped_over_by_its_own_id(
    hostile: HostileServer, caplog: pytest.LogCaptureFixture
) -> None:
    number = hostile.queue(POISON, 500_000_000)
    for _ in range(3):
        await ask(hostile)
    rig = Rig(hostile)
    async with rig.running():
        assert await rig.finish() == [f"答 {QUESTION}"] * 3
    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert said == [f"Update {number} (message) cannot be read and is stepped over (KeyError)"]
    assert "geheim" not in caplog.text
    offsets = {arguments.get("offset") for method, arguments in hostile.calls if method == "getUpdates"}
    assert offsets <= {None, number + 4}


async def test_a_poison_update_after_a_jump_of_ids_is_stepped_over(hostile: HostileServer) -> None:
    rig = Rig(hostile)
    async with rig.running():
        await ask(hostile)
        await hostile.wait_for_sent()
        hostile.queue(POISON, 900_000_000)
        await ask(hostile)
        assert await rig.finish() == [f"答 {QUESTION}"] * 2


async def test_poison_in_the_middle_of_a_batch_holds_up_nobody(hostile: HostileServer) -> None:
    for number in range(61):
        await ask(hostile, f"多少 {number}")
    hostile.queue(POISON)
    await ask(hostile, "多少 61")
    rig = Rig(hostile)
    async with rig.running():
        sent = await rig.finish()
    assert len(sent) == 62
    assert sum(method == "getUpdates" for method, _ in hostile.calls) < 20


async def test_poison_in_the_queue_at_the_stop_is_no_failure(hostile: HostileServer) -> None:
    rig = Rig(hostile)
    async with rig.running() as task:
        hostile.queue(POISON)
        rig.stop.set()
    assert task.result() == OK


async def test_poison_is_said_once_however_long_an_older_update_is_in_hand(
    hostile: HostileServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Telegram hands it out again with each poll, until all before it are finished."""
    slow = hostile.fault("sendMessage", Trouble.DELAY, seconds=1.5)
    await ask(hostile)
    number = hostile.queue(POISON)
    async with Rig(hostile).running():
        await hostile.wait_for_sent()
        await hostile.settled()
    assert not slow.times
    assert sum(method == "getUpdates" for method, _ in hostile.calls) > 3
    assert [record.getMessage() for record in caplog.records if record.levelname == "ERROR"] == [
        f"Update {number} (message) cannot be read and is stepped over (KeyError)"
    ]


@pytest.mark.parametrize("content", [{}, {"message_id": "x"}])
async def test_a_change_of_membership_with_nothing_in_it_is_stepped_over(
    hostile: HostileServer, content: Any, caplog: pytest.LogCaptureFixture
) -> None:
    number = hostile.queue({"my_chat_member": content})
    await ask(hostile)
    rig = Rig(hostile)
    async with rig.running():
        assert await rig.finish() == [f"答 {QUESTION}"]
    assert f"Update {number} (my_chat_member) cannot be read and is stepped over (ValueError)" in caplog.text
    assert "Traceback" not in caplog.text


async def test_a_press_that_a_server_answers_with_nothing_shows_its_answer(hostile: HostileServer) -> None:
    asker = hostile.user()
    async with Rig(hostile).running():
        hostile.private_message(asker, QUESTION)
        shown = (await hostile.wait_for_sent())[0].result
        hostile.answer("answerCallbackQuery", json_body({"ok": True, "result": None}))
        hostile.press(asker, shown, shown["reply_markup"]["inline_keyboard"][0][0]["callback_data"])
        await hostile.wait_for(lambda: hostile.sent[-1].method == "editMessageText")


@pytest.mark.parametrize(
    "more",
    [
        {"text": 5},
        {"text": ["x"], "entities": [{"type": "mention", "offset": 0, "length": 5}]},
        {"text": "x", "chat": {"id": 5, "type": 7}},
        {"text": "x", "chat": {"id": "5", "type": "private"}},
        {"text": "x", "from": {"id": [], "is_bot": "no", "first_name": 3}},
        {"text": "x", "date": 1.5},
        {
            "text": "x",
            "reply_to_message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": 4},
        },
    ],
)
async def test_messages_of_the_wrong_types_are_stepped_over(hostile: HostileServer, more: Any) -> None:
    hostile.queue({"message": POISON["message"] | {"date": 1} | more})
    await ask(hostile)
    rig = Rig(hostile)
    async with rig.running():
        await hostile.wait_for(lambda: any(QUESTION in sent.text for sent in hostile.sent))


@pytest.mark.parametrize("update", [{}, {"future": {"text": 3}}, {"message": None}, {"message": 7}, {"message": []}])
async def test_updates_of_no_known_form_are_stepped_over(hostile: HostileServer, update: Any) -> None:
    hostile.queue(update)
    await ask(hostile)
    rig = Rig(hostile)
    async with rig.running():
        assert await rig.finish() == [f"答 {QUESTION}"]


@pytest.mark.parametrize(
    "answer",
    [
        refusal(500, status=200),
        json_body({"ok": True, "result": None}),
        json_body({"ok": True, "result": {}}),
        json_body({"ok": True, "result": ["a", "b"]}),
        json_body({"ok": True, "result": [{"update_id": "7"}, {"update_id": True}, {"update_id": -7}, {}]}),
        json_body({"result": []}),
        body('{"ok":true,"result":[{"update_id":' + "9" * 5000 + "}]}"),
        body("[" * 200_000),
        body(b"\xff\xfe"),
        body(""),
        page(200),
        page(401),
        page(404),
        page(403),
        page(502),
        refusal(404),
        refusal(429, retry_after=-5),
        refusal(429, retry_after="7x"),
        refusal(429, retry_after=[1]),
        json_body({"ok": False, "error_code": 429, "description": 5, "parameters": [1]}, 429),
    ],
)
async def test_a_bad_answer_to_a_poll_loses_no_update(
    hostile: HostileServer, answer: Callable[[], web.Response]
) -> None:
    hostile.answer("getUpdates", answer)
    hostile.answer("getUpdates", refusal(502), answer)
    rig = Rig(hostile)
    async with rig.running():
        await ask(hostile)
        await hostile.wait_for_sent()
        assert await rig.finish() == [f"答 {QUESTION}"]
    assert hostile.left("getUpdates") == 0


@pytest.mark.parametrize("wait", [10**9, 1.5e300, float("inf")])
async def test_a_wait_without_end_is_cut_short_and_said(
    hostile: HostileServer, caplog: pytest.LogCaptureFixture, wait: float
) -> None:
    hostile.answer(
        "getUpdates", body(json.dumps({"ok": False, "error_code": 429, "parameters": {"retry_after": wait}}))
    )
    rig = Rig(hostile)
    async with rig.running():
        for _ in range(500):
            if "asks to slow down" in caplog.text:
                break
            await asyncio.sleep(0.01)
    assert "polling goes on in 300 seconds" in caplog.text


@pytest.mark.parametrize("method", ["getMe", "getWebhookInfo", "getUpdates", "sendMessage"])
@pytest.mark.parametrize("status", [401, 404])
async def test_the_page_of_a_gateway_is_no_refusal(hostile: HostileServer, method: str, status: int) -> None:
    hostile.answer(method, page(status), times=2)
    await ask(hostile)
    rig = Rig(hostile)
    async with rig.running():
        await hostile.wait_for_sent()
        assert await rig.finish() == [f"答 {QUESTION}"]


@pytest.mark.parametrize("answers", [(refusal(401),), (refusal(404), refusal(404))])
async def test_a_token_that_is_revoked_ends_the_run(
    hostile: HostileServer, answers: tuple[Callable[[], web.Response], ...]
) -> None:
    rig = Rig(hostile)
    async with rig.running() as task:
        await ask(hostile)
        await hostile.wait_for_sent()
        hostile.answer("getUpdates", *answers)
        await ask(hostile)
        async with asyncio.timeout(60):
            await asyncio.wait({task})
    assert task.result() == UNUSABLE


@pytest.mark.parametrize(
    "told", [True, [], "bot", {}, {"id": "x"}, {"id": 1, "is_bot": True}, {"id": 1, "first_name": "x"}]
)
async def test_what_knows_no_bot_is_asked_again(hostile: HostileServer, told: Any) -> None:
    hostile.answer("getMe", json_body({"ok": True, "result": told}))
    await ask(hostile)
    stop = asyncio.Event()
    rig = Rig(hostile)
    task = asyncio.create_task(run_bot(rig.settings(), rig.engine, stop=stop, pace=QUICK))
    await hostile.wait_for_sent()
    stop.set()
    assert await task == OK


@pytest.mark.parametrize("wait", ["soon", [1], True, -1, 10**30, None])
async def test_a_wait_that_is_none_does_not_lose_the_answer(hostile: HostileServer, wait: Any) -> None:
    hostile.answer("sendMessage", json_body({"ok": False, "error_code": 429, "parameters": {"retry_after": wait}}, 429))
    if wait != 10**30:
        await ask(hostile)
        rig = Rig(hostile)
        async with rig.running():
            await hostile.wait_for_sent()
            assert await rig.finish() == [f"答 {QUESTION}"]


async def test_a_batch_that_is_too_large_is_fetched_in_smaller_ones(
    hostile: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        hostile.queue({"message": POISON["message"] | {"date": 1, "text": "x" * 9000, "message_id": number}})
    await ask(hostile)
    monkeypatch.setattr("bot.telegram.app.MOST_BYTES", 40_000)
    rig = Rig(hostile)
    async with rig.running():
        await hostile.wait_for(lambda: any("答" in sent.text for sent in hostile.sent))
