"""Two processes of the bot behind a proxy, with one PostgreSQL, to which updates are delivered as Telegram does it."""

from __future__ import annotations

import asyncio
import random
import signal
import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, Final

import aiohttp

from bot.telegram.receiving.requests import SECRET_HEADER
from tools.endurance.stage import QUESTION, Bot, Check, Server
from tools.haproxy import Proxy
from tools.loopback import free_port
from tools.postgresql import PostgreSQL

SECRET: Final = "a-secret-of-no-use-at-all"
PATH: Final = "/telegram"

CONNECTIONS: Final = 100
"""Requests that are open at once, as many as the bot asks for."""

AGAIN_SECONDS: Final = 0.5
"""How long after a failure an update is delivered again."""

AWAY_SECONDS: Final = 2.0
"""How long the database is away, and a killed process."""


class Deliverer:
    """Delivers updates in their order, several at once, each again until it is acknowledged."""

    def __init__(self, port: int) -> None:
        self._url = f"http://127.0.0.1:{port}{PATH}"
        self._open = asyncio.Semaphore(CONNECTIONS)
        self.again = 0
        """How often one had to be delivered again."""

    async def deliver(self, updates: Sequence[Mapping[str, Any]]) -> None:
        connections = aiohttp.TCPConnector(limit=CONNECTIONS)
        async with aiohttp.ClientSession(connector=connections) as session, asyncio.TaskGroup() as tasks:
            for update in updates:
                await self._open.acquire()
                tasks.create_task(self._one(session, update))

    async def _one(self, session: aiohttp.ClientSession, update: Mapping[str, Any]) -> None:
        try:
            while not await self._accepted(session, update):
                self.again += 1
                await asyncio.sleep(AGAIN_SECONDS)
        finally:
            self._open.release()

    async def _accepted(self, session: aiohttp.ClientSession, update: Mapping[str, Any]) -> bool:
        try:
            async with session.post(self._url, json=update, headers={SECRET_HEADER: SECRET}) as answer:
                return answer.status == 200
        except aiohttp.ClientError:
            return False


async def replicas(database: PostgreSQL, chats: int = 500, each: int = 4, per_second: int = 30) -> list[Check]:
    """2,000 updates of 500 chats to two processes, a third twice; the database restarts, and one process is killed.

    Args:
        each: questions of each chat.
        per_second: messages that both may send together; Telegram's 30 are kept by the server, too.
    """
    async with Server() as server, _two_bots(server, database, per_second) as (bots, port):
        server.methods.flood.active = per_second <= 30
        await asyncio.gather(*(bot.start() for bot in bots))
        people = server.people(chats)
        questions = [question for number in range(each) for question in server.ask(people, QUESTION.format(number + 1))]
        deliverer = Deliverer(port)
        delivering = asyncio.create_task(deliverer.deliver(_a_third_twice(server.methods.updates.take())))
        await server.answered(questions, 0.25)
        before = server.under_way()
        await _restarted(database)
        await server.answered(questions, 0.5)
        under_way = server.under_way()
        await bots[0].end(signal.SIGKILL)
        await asyncio.sleep(AWAY_SECONDS)
        await bots[0].start()
        await server.answered(questions, seconds=300)
        await asyncio.wait({delivering}, timeout=60)
        acknowledged = delivering.done() and delivering.exception() is None
        delivering.cancel()
        missing, twice = server.count(questions)
        ends = [await bot.end(signal.SIGTERM) for bot in bots]
    number = len(questions)
    return [
        Check(f"{number - missing} of {number} questions of {chats} chats answered", not missing),
        Check(
            f"{twice} twice ({before} were being sent when the database went, {under_way} at the kill)",
            twice <= before + under_way,
        ),
        Check(f"all acknowledged, {deliverer.again} deliveries again after a failure", acknowledged),
        Check(f"stopped with status {[status for status, _ in ends]}", all(status == 0 for status, _ in ends)),
    ]


@asynccontextmanager
async def _two_bots(server: Server, database: PostgreSQL, per_second: int) -> AsyncIterator[tuple[list[Bot], int]]:
    """Two bots, not started yet, and the port of the proxy before them."""
    ports = [free_port(), free_port()]
    address = await asyncio.to_thread(database.new_database, "replicas")
    with tempfile.TemporaryDirectory() as folder, Proxy(ports) as proxy:
        bots = [
            Bot(
                server,
                folder,
                DATABASE_URL=address,
                PRICEBOT_MESSAGES_PER_SECOND=str(per_second // len(ports)),
                PRICEBOT_WEBHOOK_URL=f"https://bot.example.org{PATH}",
                PRICEBOT_WEBHOOK_SECRET=SECRET,
                PRICEBOT_WEBHOOK_PORT=str(port),
            )
            for port in ports
        ]
        try:
            yield bots, proxy.port
        finally:
            for bot in bots:
                await bot.clear()


def _a_third_twice(updates: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The updates in their order; one in three comes once more, at once or some time later."""
    chance = random.Random(1)
    placed = [(float(place), update) for place, update in enumerate(updates)]
    placed += [(3 * place + chance.choice((0.5, 20.5, 200.5)), one) for place, one in enumerate(updates[::3])]
    return [update for _, update in sorted(placed, key=lambda item: item[0])]


async def _restarted(database: PostgreSQL) -> None:
    """The database goes as in a crash, and comes back."""
    database.stop()
    await asyncio.sleep(AWAY_SECONDS)
    await asyncio.to_thread(database.start)
