"""Updates that are delivered to the webhook, over HTTP."""

from __future__ import annotations

import asyncio
import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from bot.playground.faults import Trouble
from bot.telegram.app import OK, UNUSABLE
from bot.telegram.chats.records import kept_records
from bot.telegram.chats.storage import State
from bot.telegram.receiving.requests import MOST_BYTES, SECRET_HEADER
from tests.frozen import todays_engine
from tests.telegram.conftest import Rig
from tests.telegram.receiving.conftest import JSON, PATH, SECRET, Deliverer, free_port
from tests.waiting import eventually

QUESTION = "多少 tokens"
RIGHT = {**JSON, SECRET_HEADER: SECRET}
EMPTY_UPDATE = b'{"update_id": 7}'


async def test_an_update_is_answered_before_it_is_acknowledged(listening: Rig, deliverer: Deliverer) -> None:
    server = listening.server
    async with listening.running() as task:
        server.fault("sendMessage", Trouble.DELAY, seconds=0.3)
        server.private_message(server.user(), QUESTION)
        assert await deliverer.all() == [200]
        assert [sent.text for sent in server.sent] == [f"答 {QUESTION}"]
    assert task.result() == OK
    assert not any(method == "getUpdates" for method, _ in server.calls)


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("POST", PATH, JSON, EMPTY_UPDATE, 401),
        ("POST", PATH, {**JSON, SECRET_HEADER: SECRET[:-1]}, EMPTY_UPDATE, 403),
        ("POST", PATH, {**JSON, SECRET_HEADER: "ü" * 20}, EMPTY_UPDATE, 403),
        ("POST", PATH, {**JSON, SECRET_HEADER: ""}, EMPTY_UPDATE, 403),
        ("POST", f"{PATH}/", RIGHT, EMPTY_UPDATE, 404),
        ("POST", "/", RIGHT, EMPTY_UPDATE, 404),
        ("GET", "/metrics", {}, b"", 404),
        ("GET", PATH, RIGHT, b"", 405),
        ("GET", f"{PATH}?picture=", {}, b"", 404),
        ("GET", f"{PATH}?picture=../etc", {}, b"", 404),
        ("GET", f"{PATH}?picture=a+b+c", {}, b"", 404),
        ("PUT", PATH, RIGHT, EMPTY_UPDATE, 405),
        ("POST", PATH, RIGHT, b" " * (MOST_BYTES + 1), 413),
        ("POST", PATH, {**RIGHT, "Content-Type": "text/plain"}, EMPTY_UPDATE, 415),
        ("POST", PATH, {**RIGHT, "Content-Encoding": "gzip"}, gzip.compress(EMPTY_UPDATE, mtime=0), 415),
        ("POST", PATH, RIGHT, b"", 400),
        ("POST", PATH, RIGHT, b"\xff", 400),
        ("POST", PATH, RIGHT, b"[" * 100_000, 400),
        ("POST", PATH, RIGHT, b"[7]", 400),
        ("POST", PATH, RIGHT, b'{"update_id": "7"}', 400),
        ("POST", PATH, RIGHT, b'{"update_id": 1' + b"0" * 40 + b"}", 400),
    ],
)
async def test_what_is_no_update_of_telegram_is_refused_without_a_word(
    listening: Rig, deliverer: Deliverer, method: str, path: str, headers: Mapping[str, str], body: bytes, status: int
) -> None:
    async with listening.running():
        assert await deliverer.request(body, method, path, headers) == (status, b"")
        assert await deliverer.request(EMPTY_UPDATE) == (200, b""), "others are served as before"
    assert not listening.engine.asked


async def test_the_picture_of_a_card_is_where_its_address_says(listening: Rig, deliverer: Deliverer) -> None:
    listening.real = todays_engine()
    server = listening.server
    async with listening.running():
        query = server.inline_query(server.user(), "deepseek v4 pro和glm-5.3哪个便宜")
        await deliverer.all()
        await server.wait_for(lambda: query.answer is not None)
        assert query.answer is not None
        [card, *_] = query.answer["results"]
        address = urlsplit(card["thumbnail_url"])
        assert (address.scheme, address.netloc, address.path) == ("https", "bot.example.org", PATH)
        status, body = await deliverer.request(b"", "GET", f"{address.path}?{address.query}", {})
    assert status == 200
    picture = Image.open(BytesIO(body)).convert("RGB")
    assert picture.size == (card["thumbnail_width"], card["thumbnail_height"])
    assert picture.getpixel((2, 2)) != picture.getpixel((2, picture.height - 2)), "one colour for each vendor"


async def test_an_update_that_nobody_can_read_is_acknowledged(listening: Rig, deliverer: Deliverer) -> None:
    async with listening.running():
        poison = json.dumps({"update_id": 8, "message": {"message_id": "x", "text": QUESTION}}).encode()
        assert await deliverer.request(poison) == (200, b"")


async def test_an_update_that_comes_several_times_is_answered_once(listening: Rig, deliverer: Deliverer) -> None:
    server = listening.server
    async with listening.running():
        for _ in range(5):
            server.private_message(server.user(), QUESTION)
        assert await deliverer.all(times=3) == [200] * 15
        assert len(server.sent) == 5


async def test_two_replicas_answer_an_update_once(listening: Rig, deliverer: Deliverer, tmp_path: Path) -> None:
    server = listening.server
    assert listening.webhook is not None
    second = Rig(server, webhook=replace(listening.webhook, port=free_port()))
    assert second.webhook is not None
    other = Deliverer(server, deliverer.session, second.webhook.port)
    async with kept_records(tmp_path / "chats.sqlite") as before:
        before.storage.want()
        await eventually(lambda: before.storage.state is State.OPEN)
    async with (
        kept_records(tmp_path / "chats.sqlite") as ours,
        kept_records(tmp_path / "chats.sqlite") as theirs,
    ):
        listening.ledger, second.ledger = ours.updates, theirs.updates
        async with listening.running(), second.running():
            for _ in range(10):
                server.private_message(server.user(), QUESTION)
            updates = server.methods.updates.take()
            statuses = await asyncio.gather(*(one.update(update) for update in updates for one in (deliverer, other)))
    assert statuses == [200] * 20
    assert len(server.sent) == 10


async def test_a_stop_finishes_what_is_in_hand_and_takes_nothing_more(listening: Rig, deliverer: Deliverer) -> None:
    server = listening.server
    async with listening.running() as task:
        fault = server.fault("sendMessage", Trouble.DELAY, seconds=0.5)
        server.private_message(server.user(), QUESTION)
        under_way = asyncio.create_task(deliverer.all(tries=1))
        await server.wait_for(lambda: fault.times == 0)
        listening.stop.set()
        await asyncio.sleep(0.05)
        server.private_message(server.user(), QUESTION)
        assert await deliverer.all(tries=1) == [503]
        assert await under_way == [200]
    assert task.result() == OK
    assert len(server.sent) == 1


async def test_what_is_not_finished_in_time_is_not_acknowledged(listening: Rig, deliverer: Deliverer) -> None:
    server = listening.server
    async with listening.running(drain_seconds=1.7) as task:
        fault = server.fault("sendMessage", Trouble.DELAY, seconds=30)
        server.private_message(server.user(), QUESTION)
        under_way = asyncio.create_task(deliverer.all(tries=1))
        await server.wait_for(lambda: fault.times == 0)
        listening.stop.set()
        assert await under_way == [503]
    assert task.result() == OK


async def test_a_port_that_is_taken_is_one_sentence(listening: Rig, caplog: pytest.LogCaptureFixture) -> None:
    async with listening.running():
        second = Rig(listening.server, webhook=listening.webhook)
        async with second.running() as task:
            await asyncio.wait({task})
    assert task.result() == UNUSABLE
    assert "PRICEBOT_WEBHOOK_PORT" in caplog.text
