"""The real application against the local Bot API, over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.playground.server import TOKEN, PlaygroundServer
from bot.settings import Secret, Settings
from bot.telegram.app import run_bot
from bot.telegram.chats import MemoryStore
from bot.telegram.pace import Pace
from tests.telegram.fakes import FakeEngine

QUICK = Pace(first=0.01, longest=0.05)


@dataclass
class Rig:
    """A server and what a bot needs to run against it."""

    server: PlaygroundServer
    engine: FakeEngine = field(default_factory=FakeEngine)
    store: MemoryStore = field(default_factory=MemoryStore)

    def settings(self, token: str = TOKEN) -> Settings:
        return Settings(token=Secret(token), api_base_url=self.server.base_url)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[asyncio.Task[int]]:
        """The bot, from the first poll until it has stopped by itself."""
        stop = asyncio.Event()
        task = asyncio.create_task(run_bot(self.settings(), self.engine, store=self.store, stop=stop, pace=QUICK))
        await self.server.wait_for(
            lambda: task.done() or any(method == "getUpdates" for method, _ in self.server.calls)
        )
        try:
            yield task
        finally:
            stop.set()
            async with asyncio.timeout(30):
                await task

    async def quiet_after(self, text: str = "那么多少算多少") -> list[str]:
        """Texts sent once a last question, asked by somebody new, is answered: all earlier updates are done by then.

        The dispatcher works on other chats at the same time, so the fence comes after the queue is drained.
        """
        await self.server.settled()
        before = len(self.server.sent)
        self.server.private_message(self.server.user("Fence"), text)
        await self.server.wait_for_sent(before + 1)
        return [sent.text for sent in self.server.sent if text not in sent.text]


@pytest.fixture
async def server() -> AsyncIterator[PlaygroundServer]:
    async with PlaygroundServer() as running:
        yield running


@pytest.fixture
async def rig(server: PlaygroundServer) -> AsyncIterator[Rig]:
    """A server with a bot that runs."""
    made = Rig(server)
    async with made.running():
        yield made


@pytest.fixture
def parked(server: PlaygroundServer) -> Rig:
    """A server and a bot that does not run yet."""
    return Rig(server)
