"""Where nothing is delivered for a while, Telegram is asked whether it still delivers here."""

from __future__ import annotations

import pytest

from bot.settings import Health
from bot.telegram.health import vitals
from bot.telegram.receiving import webhook
from tests.telegram.conftest import Rig
from tests.telegram.health.conftest import Asker
from tests.telegram.receiving.conftest import Deliverer, free_port
from tests.waiting import eventually


def looks(rig: Rig) -> int:
    return sum(method == "getWebhookInfo" for method, _ in rig.server.calls)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "LOOKED_AFTER", 0.1)
    monkeypatch.setattr(vitals, "SILENT_SECONDS", 0.5)


async def test_a_webhook_at_which_nothing_arrives_stays_well(listening: Rig, deliverer: Deliverer) -> None:
    listening.health = Health(free_port())
    asker = Asker(deliverer.session, listening.health.port)
    async with listening.running():
        await eventually(lambda: looks(listening) >= 10)
        assert (await asker.ask())[0] == 200
        assert (await asker.ask("/readyz"))[0] == 200


async def test_one_that_was_taken_over_is_not_well_and_left_alone(
    listening: Rig, deliverer: Deliverer, caplog: pytest.LogCaptureFixture
) -> None:
    listening.health = Health(free_port())
    asker = Asker(deliverer.session, listening.health.port)
    async with listening.running():
        await eventually(lambda: looks(listening) >= 2)
        listening.server.methods.updates.webhook = "https://elsewhere.example.org/"
        said = await asker.until(503)
        assert said["problems"] == ["telegram"]
        assert listening.server.methods.updates.webhook == "https://elsewhere.example.org/"
    assert "does not deliver updates to this webhook any more" in caplog.text
