"""A Telegram that delivers to a webhook on loopback, and a bot that listens there."""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import aiohttp
import pytest

from bot.playground.server import PlaygroundServer
from bot.settings import Secret, Webhook
from bot.telegram.receiving.requests import SECRET_HEADER
from tests.telegram.conftest import Rig

SECRET: Final = "a-secret_of-the-webhook-0123456789"
PATH: Final = "/telegram/updates"
JSON: Final = {"Content-Type": "application/json"}


@dataclass
class Deliverer:
    """Delivers as Telegram does: several requests at once, each again until it is acknowledged."""

    server: PlaygroundServer
    session: aiohttp.ClientSession
    port: int
    statuses: list[int] = field(default_factory=list)

    async def request(
        self,
        body: bytes,
        method: str = "POST",
        path: str = PATH,
        headers: Mapping[str, str] = {**JSON, SECRET_HEADER: SECRET},
    ) -> tuple[int, bytes]:
        """One request; status and body of what answers."""
        url = f"http://127.0.0.1:{self.port}{path}"
        async with self.session.request(method, url, data=io.BytesIO(body), headers=headers) as answer:
            return answer.status, await answer.read()

    async def update(self, update: Mapping[str, Any], tries: int = 200) -> int:
        """Deliver an update until it is acknowledged; the last status (0 where nobody answers)."""
        status = 0
        for _ in range(tries):
            try:
                async with self.session.post(
                    f"http://127.0.0.1:{self.port}{PATH}", json=update, headers={SECRET_HEADER: SECRET}
                ) as answer:
                    status = answer.status
            except aiohttp.ClientError:
                status = 0
            self.statuses.append(status)
            if status == 200:
                break
            await asyncio.sleep(0.02)
        return status

    async def all(self, times: int = 1, tries: int = 200) -> list[int]:
        """Deliver everything that waits, each update so many times at once; the last statuses."""
        waiting = self.server.methods.updates.take()
        return await asyncio.gather(*(self.update(update, tries) for update in waiting for _ in range(times)))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def listening(server: PlaygroundServer) -> Rig:
    """A bot with a webhook, that does not run yet."""
    return Rig(server, webhook=Webhook(f"https://bot.example.org{PATH}", Secret(SECRET), port=free_port()))


@pytest.fixture
async def deliverer(listening: Rig) -> AsyncIterator[Deliverer]:
    assert listening.webhook is not None
    async with aiohttp.ClientSession() as session:
        yield Deliverer(listening.server, session, listening.webhook.port)
