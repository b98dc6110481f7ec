"""A bot that tells how it is on a port of its own, and whoever asks it there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.settings import Health
from tests.telegram.conftest import Rig
from tests.telegram.hostile import HostileServer
from tests.telegram.receiving.conftest import free_port


@dataclass
class Asker:
    """Asks the bot how it is, over HTTP."""

    session: aiohttp.ClientSession
    port: int

    async def ask(self, path: str = "/healthz") -> tuple[int, dict[str, Any]]:
        """Status and content of the answer."""
        async with self.session.get(f"http://127.0.0.1:{self.port}{path}") as answer:
            return answer.status, json.loads(await answer.read())

    async def until(self, status: int, path: str = "/healthz", problem: str | None = None) -> dict[str, Any]:
        """What it says as soon as it answers with this status, and has this problem where one is meant."""
        async with asyncio.timeout(60):
            while True:
                found, said = await self.ask(path)
                if found == status and (problem is None or problem in said["problems"]):
                    return said
                await asyncio.sleep(0.02)

    async def metrics(self) -> str:
        async with self.session.get(f"http://127.0.0.1:{self.port}/metrics") as answer:
            assert answer.status == 200
            return await answer.text()

    async def metrics_with(self, part: str) -> str:
        """The metrics, as soon as this is among them."""
        async with asyncio.timeout(60):
            while True:
                text = await self.metrics()
                if part in text:
                    return text
                await asyncio.sleep(0.02)


def numbers(text: str) -> dict[tuple[str, frozenset[str]], float]:
    """What the metrics say, by name and values of labels."""
    return {
        (sample.name, frozenset(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


@pytest.fixture
async def hostile() -> AsyncIterator[HostileServer]:
    async with HostileServer() as running:
        yield running


@pytest.fixture
def telling(hostile: HostileServer) -> Rig:
    """A server, and a bot that does not run yet and will tell how it is."""
    return Rig(hostile, health=Health(free_port()))


@pytest.fixture
async def asker(telling: Rig) -> AsyncIterator[Asker]:
    assert telling.health is not None
    async with aiohttp.ClientSession() as session:
        yield Asker(session, telling.health.port)
