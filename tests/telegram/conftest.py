"""The real application against the local Bot API, over HTTP."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from bot.engine import Engine
from bot.playground.server import TOKEN, PlaygroundServer
from bot.settings import DRAIN_SECONDS, Health, Secret, Settings, Webhook
from bot.telegram.answering.news import Watching
from bot.telegram.app import run_bot
from bot.telegram.chats.chats import MemoryStore, SettingsStore
from bot.telegram.chats.ledger import Ledger, MemoryLedger
from bot.telegram.chats.storage import Storage
from bot.telegram.network.limits import Limits
from bot.telegram.network.pace import Pace
from bot.telegram.network.process import loop_factory
from tests.telegram.fakes import FakeEngine

QUICK = Pace(first=0.01, longest=0.05)


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """All tests of the bot on Telegram run on the loop that the bot itself runs on."""
    return {"the bot's": loop_factory() or asyncio.new_event_loop}


class FastClock:
    """A clock that runs some times as fast, for what waits for Telegram's limits and nothing else."""

    def __init__(self, factor: float) -> None:
        self._factor = factor

    def __call__(self) -> float:
        return time.monotonic() * self._factor

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / self._factor)


@dataclass
class Rig:
    """A server and what a bot needs to run against it."""

    server: PlaygroundServer
    engine: FakeEngine = field(default_factory=FakeEngine)
    real: Engine | None = None
    """Answers in the place of the small one."""
    store: SettingsStore = field(default_factory=MemoryStore)
    ledger: Ledger = field(default_factory=MemoryLedger)
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[int] | None = None
    limits: Limits | None = None
    webhook: Webhook | None = None
    storage: Storage | None = None
    health: Health | None = None
    owner: int | None = None
    take_over: bool = False
    watching: Watching | None = None

    def settings(self, token: str = TOKEN, drain_seconds: float = DRAIN_SECONDS) -> Settings:
        return Settings(
            token=Secret(token),
            api_base_url=self.server.base_url,
            drain_seconds=drain_seconds,
            webhook=self.webhook,
            health=self.health,
            owner=self.owner,
        )

    @asynccontextmanager
    async def running(self, drain_seconds: float = DRAIN_SECONDS) -> AsyncIterator[asyncio.Task[int]]:
        """The bot, from the first poll until it has stopped by itself."""
        self.stop = stop = asyncio.Event()
        bot = run_bot(
            self.settings(drain_seconds=drain_seconds),
            self.real or self.engine,
            store=self.store,
            ledger=self.ledger,
            stop=stop,
            pace=QUICK,
            limits=self.limits,
            storage=self.storage,
            take_over=self.take_over,
            watching=self.watching,
        )
        task = asyncio.create_task(bot)
        self.task = task
        begun = "getUpdates" if self.webhook is None else "getWebhookInfo"
        await self.server.wait_for(lambda: task.done() or any(method == begun for method, _ in self.server.calls))
        try:
            yield task
        finally:
            stop.set()
            async with asyncio.timeout(30):
                await task

    async def finish(self) -> list[str]:
        """Let the bot take all updates, finish its work and stop; the texts of the messages that it sent."""
        await self.server.settled()
        self.stop.set()
        assert self.task is not None
        async with asyncio.timeout(30):
            await asyncio.wait({self.task})
        return [sent.text for sent in self.server.sent if sent.method == "sendMessage"]


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
