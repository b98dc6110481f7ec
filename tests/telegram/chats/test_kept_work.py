"""Work that waits is kept: a crash loses none of it, and nothing is answered twice."""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import PlaygroundServer
from bot.telegram.chats import kept_updates
from bot.telegram.chats.ledger import KeptUpdate
from bot.telegram.chats.records import kept_records
from bot.telegram.updates import intake
from tests.telegram.chats.conftest import Address, opened
from tests.telegram.conftest import Rig
from tests.waiting import eventually

QUESTION = "1元能买多少GLM tokens"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_updates, "LEASE_SECONDS", 2.0)
    monkeypatch.setattr(kept_updates, "RENEWED_AFTER", 0.5)
    monkeypatch.setattr(intake, "ADOPTED_AFTER", 0.5)


async def test_what_waits_outlives_a_crash(
    server: PlaygroundServer, address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [server.user() for _ in range(30)]
    fault = server.fault("sendMessage", Trouble.FLOOD, times=10_000, seconds=60)
    async with kept_records(address) as records:
        await opened(records)
        rig = Rig(server, store=records.settings, ledger=records.updates)
        async with rig.running(drain_seconds=0.1):
            for person in people:
                server.private_message(person, QUESTION)
            await eventually(lambda: server.methods.updates.waiting == 0)
            assert not server.sent, "nobody was answered, but all is confirmed"
            monkeypatch.setattr(records.updates, "left", _forgotten)
    fault.times = 0
    async with kept_records(address) as records:
        rig = Rig(server, store=records.settings, ledger=records.updates)
        async with rig.running():
            await server.wait_for_sent(30)
            await asyncio.sleep(1)
    assert sorted(sent.chat_id for sent in server.sent) == [person.id for person in people]


async def test_an_update_that_comes_again_after_a_restart_is_not_answered_again(
    server: PlaygroundServer, tmp_path: Path
) -> None:
    message = server.private_message(server.user(), QUESTION)
    for _ in range(2):
        async with kept_records(tmp_path / "chats.sqlite") as records:
            await opened(records)
            rig = Rig(server, store=records.settings, ledger=records.updates)
            async with rig.running():
                await server.wait_for_sent()
                await rig.finish()
        server.methods.updates._next_id -= 1  # the same number once more
        server.methods.updates.add("message", dict(message))
    assert len(server.sent) == 1


async def test_a_kept_update_that_cannot_be_read_holds_up_no_other(server: PlaygroundServer, address: Address) -> None:
    until = time.time() + 60
    polled = server.private_message(server.user(), QUESTION)
    asked = json.dumps({"message": {**polled, "message_id": polled["message_id"] + 1}})
    async with kept_records(address) as records:
        await opened(records)
        await records.updates.keep(
            [KeptUpdate(number, body, until) for number, body in enumerate(("{cut", "[]", asked), 1001)]
        )
        await records.updates.left([1001, 1002, 1003])
    async with kept_records(address) as records:
        await opened(records)
        rig = Rig(server, store=records.settings, ledger=records.updates)
        async with rig.running():
            await server.wait_for_sent(2)  # to what was kept, and to what was polled


async def _forgotten(_numbers: object) -> None:
    """In a crash nobody says good-bye."""
