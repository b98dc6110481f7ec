"""The bot as a process of its own, against the playground's server with Telegram's limits."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, NamedTuple

import aiohttp
from aiohttp import web

from bot.playground.server import TOKEN, PlaygroundServer
from bot.playground.world import Json, User
from tools.loopback import free_port

QUESTION: Final = "{}元能买多少GLM tokens"

MOMENT: Final = 0.1
"""Seconds."""

SETTLED: Final = 4.0
"""Seconds after which a bot that was started has loaded what it needs."""

_ROOT: Final = Path(__file__).parents[2]


class Check(NamedTuple):
    """What was counted, and whether it is as it should be."""

    counted: str
    right: bool


class Server(PlaygroundServer):
    """The playground's server with Telegram's limits, which notes when messages are sent."""

    def __init__(self) -> None:
        super().__init__()
        self.methods.flood.active = True
        self.sent_at: list[float] = []

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["method"] == "sendMessage":
            self.sent_at.append(time.monotonic())
        return await super()._serve(request)

    def under_way(self) -> int:
        """How many messages are being sent, or were a moment ago: nobody can have noted yet that they were."""
        return sum(at > time.monotonic() - MOMENT for at in self.sent_at)

    def starts(self) -> int:
        """How often a bot said that it is there, by a poll or by asking for its webhook."""
        return sum(method in ("getUpdates", "getWebhookInfo") for method, _ in self.calls)

    def ask(self, people: Iterable[User], text: str = QUESTION.format(1)) -> list[Json]:
        return [self.private_message(person, text) for person in people]

    def people(self, number: int) -> list[User]:
        return [self.user(f"Person {place}") for place in range(number)]

    def answers(self) -> Counter[tuple[int, int]]:
        """How often each message was answered, by chat and number."""
        return Counter(
            (sent.chat_id, sent.result["reply_to_message"]["message_id"])
            for sent in self.sent
            if sent.method == "sendMessage" and "reply_to_message" in sent.result
        )

    async def answered(self, questions: list[Json], share: float = 1.0, seconds: float = 180.0) -> None:
        """Wait until so many of these were answered; a pity where that never comes, which the counts then tell."""
        wanted = {_key(question) for question in questions}
        try:
            await self.wait_for(lambda: len(wanted & self.answers().keys()) >= share * len(wanted), seconds)
        except TimeoutError:
            return

    def count(self, questions: list[Json]) -> tuple[int, int]:
        """Of these questions, how many were not answered, and how many more than once."""
        answers = self.answers()
        keys = [_key(question) for question in questions]
        return sum(not answers[key] for key in keys), sum(answers[key] > 1 for key in keys)


class Bot:
    """The bot as a process, on a server; ``more`` are environment variables beside the usual ones."""

    def __init__(self, server: Server, folder: str, **more: str) -> None:
        self._server = server
        self._health_port = free_port()
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "PRICEBOT_"))},
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": server.base_url,
            "PRICEBOT_LOG_LEVEL": "ERROR",
            "XDG_STATE_HOME": folder,
            "PRICEBOT_HEALTH_PORT": str(self._health_port),
            **more,
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and wait until it has told the server that it is there."""
        known = self._server.starts()
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), env=self._environment, cwd=_ROOT
        )
        await self._server.wait_for(lambda: self._server.starts() > known, 60)
        await asyncio.sleep(SETTLED)

    async def end(self, number: signal.Signals) -> tuple[int, float]:
        """Send a signal; exit status, and the seconds until the end."""
        assert self._process is not None
        started = time.monotonic()
        self._process.send_signal(number)
        return await self._process.wait(), time.monotonic() - started

    async def clear(self) -> None:
        """Leave no process behind."""
        if self._process is not None and self._process.returncode is None:
            await self.end(signal.SIGKILL)

    def reads(self, folder: Path) -> None:
        """Have it answer from another knowledge folder, once it is started."""
        self._environment["PRICEBOT_KNOWLEDGE"] = str(folder)

    async def in_hand(self) -> float:
        """Updates that it has not finished, as it tells itself."""
        return await self.counted("pricebot_updates_in_hand{")

    async def counted(self, beginning: str) -> float:
        """The sum of the figures that it tells of itself in lines that begin so."""
        async with (
            aiohttp.ClientSession() as session,
            session.get(f"http://127.0.0.1:{self._health_port}/metrics") as answer,
        ):
            lines = (await answer.text()).splitlines()
        return sum(float(line.split()[-1]) for line in lines if line.startswith(beginning))

    def memory(self) -> float:
        """Megabytes that it has in memory."""
        lines = (self._proc() / "status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def handles(self) -> int:
        """Files, connections and threads that it has open."""
        return sum(1 for kind in ("fd", "task") for _ in (self._proc() / kind).iterdir())

    def _proc(self) -> Path:
        assert self._process is not None
        return Path(f"/proc/{self._process.pid}")


class Stage:
    """A server with Telegram's limits, and the bot as a process."""

    def __init__(self, server: Server, bot: Bot) -> None:
        self.server = server
        self.bot = bot


@asynccontextmanager
async def stage(database: str | None = None) -> AsyncIterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        async with Server() as server:
            bot = Bot(server, folder, **({"DATABASE_URL": database} if database else {}))
            try:
                yield Stage(server, bot)
            finally:
                await bot.clear()


def _key(message: Json) -> tuple[int, int]:
    return message["chat"]["id"], message["message_id"]
