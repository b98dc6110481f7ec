"""What the bot endures, counted: ``make endure``.

The real program runs as a process of its own, against the playground's server with Telegram's limits. It is killed,
stopped, cut off and flooded, and then the questions are counted: answered, not answered, answered twice. Arguments
choose scenarios by their names. Exit status 1 where a count is not what it should be.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.playground.faults import Trouble
from bot.playground.server import TOKEN, PlaygroundServer
from bot.playground.world import Json, User
from tools.postgresql import PostgreSQL, programs

QUESTION: Final = "{}元能买多少GLM tokens"
MOMENT: Final = 0.1
"""Seconds."""

SETTLED: Final = 4.0
"""Seconds after which a bot that was started has loaded what it needs."""

_ROOT: Final = Path(__file__).parents[1]

Check = tuple[str, bool]
"""What was counted, and whether it is as it should be."""


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


class Stage:
    """A server with Telegram's limits, and the bot as a process."""

    def __init__(self, server: Server, folder: str, database: str | None = None) -> None:
        self.server = server
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "PRICEBOT_"))},
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_API_BASE_URL": server.base_url,
            "PRICEBOT_LOG_LEVEL": "ERROR",
            "XDG_STATE_HOME": folder,
            **({"DATABASE_URL": database} if database else {}),
        }
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the bot, and wait until it polls."""
        polls = self._polls()
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run"), env=self._environment, cwd=_ROOT
        )
        await self.server.wait_for(lambda: self._polls() > polls, 60)
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

    def ask(self, people: Iterable[User], text: str = QUESTION.format(1)) -> list[Json]:
        return [self.server.private_message(person, text) for person in people]

    def people(self, number: int) -> list[User]:
        return [self.server.user(f"Person {place}") for place in range(number)]

    def answers(self) -> Counter[tuple[int, int]]:
        """How often each message was answered, by chat and number."""
        return Counter(
            (sent.chat_id, sent.result["reply_to_message"]["message_id"])
            for sent in self.server.sent
            if sent.method == "sendMessage" and "reply_to_message" in sent.result
        )

    async def answered(self, questions: list[Json], share: float = 1.0, seconds: float = 180.0) -> None:
        """Wait until so many of these were answered; a pity where that never comes, which the counts then tell."""
        wanted = {_key(question) for question in questions}
        try:
            await self.server.wait_for(lambda: len(wanted & self.answers().keys()) >= share * len(wanted), seconds)
        except TimeoutError:
            return

    def count(self, questions: list[Json]) -> tuple[int, int]:
        """Of these questions, how many were not answered, and how many more than once."""
        answers = self.answers()
        keys = [_key(question) for question in questions]
        return sum(not answers[key] for key in keys), sum(answers[key] > 1 for key in keys)

    def _polls(self) -> int:
        return sum(method == "getUpdates" for method, _ in self.server.calls)


async def kill(stage: Stage) -> list[Check]:
    """SIGKILL in the middle of 500 questions of 500 chats, and a new start."""
    await stage.start()
    questions = stage.ask(stage.people(500))
    await stage.answered(questions, 0.4)
    under_way = stage.server.under_way()
    await stage.end(signal.SIGKILL)
    await stage.start()
    await stage.answered(questions)
    await stage.server.settled()
    missing, twice = stage.count(questions)
    await stage.end(signal.SIGTERM)
    return [
        (f"{len(questions) - missing} of {len(questions)} answered", not missing),
        (f"{twice} twice ({under_way} were being sent at the kill)", twice <= under_way),
    ]


async def stop(stage: Stage) -> list[Check]:
    """SIGTERM with a backlog: 100 people with five questions each, and a new start."""
    await stage.start()
    people = stage.people(100)
    questions = [question for number in range(5) for question in stage.ask(people, QUESTION.format(number + 1))]
    await stage.answered(questions, 0.2)
    status, seconds = await stage.end(signal.SIGTERM)
    left = stage.server.methods.updates.waiting
    await stage.start()
    await stage.answered(questions)
    missing, twice = stage.count(questions)
    await stage.end(signal.SIGTERM)
    return [
        (f"stopped with status {status} after {seconds:.1f} s, {left} updates left to Telegram", status == 0),
        (f"{len(questions) - missing} of {len(questions)} answered", not missing),
        (f"{twice} twice", not twice),
    ]


async def outage(stage: Stage) -> list[Check]:
    """sendMessage fails for 60 seconds, in which 40 people ask."""
    await stage.start()
    fault = stage.server.fault("sendMessage", Trouble.STATUS, times=10**9)
    questions = stage.ask(stage.people(40))
    await asyncio.sleep(60)
    fault.times = 0
    back = time.monotonic()
    await stage.answered(questions)
    seconds = time.monotonic() - back
    missing, twice = stage.count(questions)
    await stage.end(signal.SIGTERM)
    counts = f"{len(questions) - missing} of {len(questions)} answered, {seconds:.1f} s after the server was back"
    return [(counts, not missing), (f"{twice} twice", not twice)]


async def flood(stage: Stage) -> list[Check]:
    """One person sends 1,000 messages while 20 others ask one each."""
    await stage.start()
    flooder = stage.server.user("Flooder")
    for number in range(1000):
        stage.server.private_message(flooder, QUESTION.format(number + 1))
    return await _others(stage)


async def group(stage: Stage) -> list[Check]:
    """A group is at its limit while 20 others ask one each."""
    return await _groups(stage, 1)


async def groups(stage: Stage) -> list[Check]:
    """32 groups are at their limit while 20 others ask one each."""
    return await _groups(stage, 32)


async def _groups(stage: Stage, number: int) -> list[Check]:
    await stage.start()
    for _ in range(number):
        busy, asker = stage.server.group(), stage.server.user()
        for place in range(25):
            stage.server.group_message(busy, asker, f"@price_bot {QUESTION.format(place + 1)}")
            stage.server.group_message(busy, stage.server.user(), "今天吃什么")
    return await _others(stage)


async def _others(stage: Stage) -> list[Check]:
    asked = time.monotonic()
    questions = stage.ask(stage.people(20))
    await stage.answered(questions, seconds=60)
    seconds = time.monotonic() - asked
    missing, _ = stage.count(questions)
    await stage.end(signal.SIGTERM)
    return [(f"{20 - missing} of 20 others answered, the last after {seconds:.2f} s", not missing and seconds < 2)]


SCENARIOS: Final[dict[str, Callable[[Stage], Awaitable[list[Check]]]]] = {
    "kill": kill,
    "stop": stop,
    "outage": outage,
    "flood": flood,
    "group": group,
    "groups": groups,
}
ON_POSTGRESQL: Final = ("kill", "stop")
"""Scenarios that are played on both databases."""


@asynccontextmanager
async def stage(database: str | None = None) -> AsyncIterator[Stage]:
    with tempfile.TemporaryDirectory() as folder:
        async with Server() as server:
            made = Stage(server, folder, database)
            try:
                yield made
            finally:
                await made.clear()


async def play(name: str, database: str | None = None) -> bool:
    """Play a scenario, and print what was counted; whether all of it is as it should be."""
    async with stage(database) as made:
        checks = await SCENARIOS[name](made)
    title = (SCENARIOS[name].__doc__ or "").partition("\n")[0].rstrip(".")
    _say(f"{title}{', on PostgreSQL' if database else ''}:")
    for counted, right in checks:
        _say(f"    {'' if right else 'NOT RIGHT: '}{counted}")
    return all(right for _, right in checks)


async def main(names: list[str]) -> int:
    chosen = [name for name in SCENARIOS if not names or name in names]
    right = [await play(name) for name in chosen]
    shared = [name for name in chosen if name in ON_POSTGRESQL]
    if shared and programs() is None:
        _say("PostgreSQL is not installed, so nothing was played on it.")
    elif shared:
        with PostgreSQL() as server:
            right += [await play(name, server.new_database(name)) for name in shared]
    return 0 if all(right) else 1


def _key(message: Json) -> tuple[int, int]:
    return message["chat"]["id"], message["message_id"]


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
