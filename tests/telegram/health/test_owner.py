"""The owner is told when the bot starts, cannot run, or does not work for long: once, and without a secret."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN
from bot.telegram.app import FAILED, UNUSABLE, run_bot
from bot.telegram.chats.ledger import MemoryLedger
from bot.telegram.chats.records import kept_records
from bot.telegram.health import vitals, watch
from bot.telegram.health.owner import Occasion, Owner
from tests.telegram.conftest import QUICK, Rig
from tests.telegram.hostile import HostileServer, refusal
from tests.waiting import eventually


@pytest.fixture
def owned(hostile: HostileServer) -> Rig:
    """A server, and a bot that does not run yet and has an owner."""
    owner = hostile.user("Ada")
    return Rig(hostile, owner=owner.id)


def words(rig: Rig) -> list[str]:
    """What the owner was told."""
    return [sent.text for sent in rig.server.sent if sent.chat_id == rig.owner]


async def ended(rig: Rig) -> int:
    """The status of a run that ends by itself."""
    async with asyncio.timeout(60):
        return await run_bot(rig.settings(), rig.engine, stop=asyncio.Event(), pace=QUICK)


async def test_a_start_is_told_once_an_hour_however_often_it_starts(owned: Rig) -> None:
    for _ in range(3):
        async with owned.running():
            await eventually(lambda: bool(words(owned)))
    [word] = words(owned)
    assert "已启动" in word
    owned.ledger = MemoryLedger()  # nothing is known of the starts before
    async with owned.running():
        await eventually(lambda: len(words(owned)) == 2)


async def test_the_database_knows_what_was_told(owned: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a process that is started again nor another one beside it says the same."""
    said: list[bool] = []
    tell = Owner.tell

    async def noted(self: Owner, occasion: Occasion, text: str) -> bool:
        said.append(await tell(self, occasion, text))
        return said[-1]

    monkeypatch.setattr(Owner, "tell", noted)
    for start in range(4):
        async with kept_records(tmp_path / "chats.sqlite") as records:
            await records.storage.ready()
            owned.ledger = records.updates
            async with owned.running():
                await eventually(partial(_has, said, start + 1))
    assert said == [True, False, False, False]
    assert len(words(owned)) == 1


def _has(said: list[bool], number: int) -> bool:
    return len(said) == number


async def test_a_bot_that_cannot_run_says_so_before_it_ends(owned: Rig) -> None:
    owned.server.methods.updates.webhook = "https://elsewhere.example.org/"
    assert await ended(owned) == UNUSABLE
    [word] = words(owned)
    assert "--take-over" in word


async def test_a_fault_is_told_by_its_kind_alone(owned: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError(f"geheimnis {TOKEN}")

    monkeypatch.setattr("bot.telegram.app._source", broken)
    assert await ended(owned) == FAILED
    [word] = words(owned)
    assert "RuntimeError" in word
    assert "geheimnis" not in word
    assert TOKEN not in word


async def test_polling_that_fails_for_long_is_told_once_and_so_is_its_end(
    owned: Rig, hostile: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vitals, "SILENT_SECONDS", 0.3)
    monkeypatch.setattr(watch, "LONG_SECONDS", 0.3)
    monkeypatch.setattr(watch, "LOOKED_AFTER", 0.05)
    hostile.answer("getUpdates", refusal(409), times=10_000)
    async with owned.running():
        await eventually(lambda: len(words(owned)) == 2)
        await asyncio.sleep(0.5)
        assert len(words(owned)) == 2
        assert "收不到 Telegram 的更新" in words(owned)[1]
        hostile.scripted.clear()
        monkeypatch.setattr(vitals, "SILENT_SECONDS", 60.0)
        await eventually(lambda: len(words(owned)) == 3)
        assert "已恢复" in words(owned)[2]


async def test_answers_that_were_lost_are_told(owned: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "LOOKED_AFTER", 0.05)
    person = owned.server.user()
    async with owned.running():
        owned.server.private_message(person, "explode geheimnis")
        await eventually(lambda: len(words(owned)) == 2)
    assert "有 1 条消息没能回答" in words(owned)[1]
    assert "geheimnis" not in words(owned)[1]


async def test_an_owner_who_cannot_be_written_to_is_left_alone(
    owned: Rig, hostile: HostileServer, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch, "LOOKED_AFTER", 0.02)
    hostile.answer("sendMessage", refusal(403))
    person = owned.server.user()
    async with owned.running():
        await eventually(lambda: "PRICEBOT_OWNER names a chat" in caplog.text)
        owned.server.private_message(person, "explode")
        owned.server.private_message(person, "多少")
        await owned.server.wait_for_sent(1)
        await asyncio.sleep(0.2)
    assert words(owned) == []
    assert str(owned.owner) not in caplog.text


async def test_a_word_that_cannot_be_sent_holds_nothing_up(owned: Rig) -> None:
    owned.server.fault("sendMessage", Trouble.RESET)
    async with owned.running():
        owned.server.private_message(owned.server.user(), "多少")
        await owned.server.wait_for_sent(1)
    assert words(owned) == []


async def test_without_an_owner_nothing_is_said(owned: Rig) -> None:
    alone = replace(owned, owner=None)
    async with alone.running():
        alone.server.private_message(alone.server.user(), "多少")
        await alone.server.wait_for_sent(1)
    assert len(alone.server.sent) == 1
