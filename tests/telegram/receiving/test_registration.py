"""What the bot tells Telegram of its webhook, and what becomes of one that it finds."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN
from bot.settings import Secret
from bot.telegram.app import OK, UNUSABLE, run_bot
from bot.telegram.updates.reading import ALLOWED_UPDATES
from tests.telegram.conftest import QUICK, Rig
from tests.telegram.receiving.conftest import SECRET


def registrations(rig: Rig) -> list[dict[str, object]]:
    return [arguments for method, arguments in rig.server.calls if method == "setWebhook"]


async def run_once(rig: Rig) -> None:
    rig.server.calls.clear()
    async with rig.running() as task:
        assert rig.webhook is not None
        url = rig.webhook.registered_url
        await rig.server.wait_for(lambda: rig.server.methods.updates.webhook == url)
        await asyncio.sleep(0.1)  # for what is called once too often
    assert task.result() == OK


async def test_a_webhook_is_set_where_it_is_not_yet(listening: Rig) -> None:
    listening.server.fault("setWebhook", Trouble.STATUS)
    await run_once(listening)
    *_, told = registrations(listening)
    assert str(told["url"]).startswith("https://bot.example.org/telegram/updates")
    assert TOKEN not in str(told["url"])
    assert SECRET not in str(told["url"])
    assert told["secret_token"] == SECRET
    assert set(ALLOWED_UPDATES) == set(told["allowed_updates"])  # type: ignore[call-overload]
    await run_once(listening)
    assert registrations(listening) == []


async def test_a_new_secret_is_told(listening: Rig) -> None:
    await run_once(listening)
    assert listening.webhook is not None
    listening.webhook = replace(listening.webhook, secret=Secret("another-secret-of-the-webhook"))
    await run_once(listening)
    assert [told["secret_token"] for told in registrations(listening)] == ["another-secret-of-the-webhook"]


async def test_polling_leaves_a_webhook_alone(parked: Rig, caplog: pytest.LogCaptureFixture) -> None:
    parked.server.methods.updates.webhook = "https://example.org/hook"
    assert await run_bot(parked.settings(), parked.engine, stop=asyncio.Event(), pace=QUICK) == UNUSABLE
    assert "--take-over" in caplog.text
    assert parked.server.methods.updates.webhook == "https://example.org/hook"
    assert not any(method == "deleteWebhook" for method, _ in parked.server.calls)


async def test_polling_takes_a_webhook_away_where_it_is_told_to(parked: Rig) -> None:
    parked.server.methods.updates.webhook = "https://example.org/hook"
    parked.take_over = True
    async with parked.running():
        parked.server.private_message(parked.server.user(), "多少")
        await parked.server.wait_for_sent()
    assert parked.server.methods.updates.webhook == ""
