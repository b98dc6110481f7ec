"""What the bot endures, counted: ``make endure``.

The real program runs as a process of its own, against the playground's server with Telegram's limits. It is killed,
stopped, cut off and flooded, and then the questions are counted: answered, not answered, answered twice. Arguments
choose scenarios by their names. Exit status 1 where a count is not what it should be.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Final

from bot.playground.faults import Trouble
from tools import haproxy
from tools.endurance.reloads import reloads
from tools.endurance.replicas import replicas
from tools.endurance.soak import soak
from tools.endurance.stage import QUESTION, Check, Stage, stage
from tools.postgresql import PostgreSQL, programs


async def kill(stage: Stage) -> list[Check]:
    """SIGKILL in the middle of 500 questions of 500 chats, and a new start."""
    await stage.bot.start()
    questions = stage.server.ask(stage.server.people(500))
    await stage.server.answered(questions, 0.4)
    under_way = stage.server.under_way()
    await stage.bot.end(signal.SIGKILL)
    await stage.bot.start()
    await stage.server.answered(questions)
    await stage.server.settled()
    missing, twice = stage.server.count(questions)
    await stage.bot.end(signal.SIGTERM)
    return [
        Check(f"{len(questions) - missing} of {len(questions)} answered", not missing),
        Check(f"{twice} twice ({under_way} were being sent at the kill)", twice <= under_way),
    ]


async def stop(stage: Stage) -> list[Check]:
    """SIGTERM with a backlog: 100 people with five questions each, and a new start."""
    await stage.bot.start()
    people = stage.server.people(100)
    questions = [question for number in range(5) for question in stage.server.ask(people, QUESTION.format(number + 1))]
    await stage.server.answered(questions, 0.2)
    status, seconds = await stage.bot.end(signal.SIGTERM)
    left = stage.server.methods.updates.waiting
    await stage.bot.start()
    await stage.server.answered(questions)
    missing, twice = stage.server.count(questions)
    await stage.bot.end(signal.SIGTERM)
    return [
        Check(f"stopped with status {status} after {seconds:.1f} s, {left} updates left to Telegram", status == 0),
        Check(f"{len(questions) - missing} of {len(questions)} answered", not missing),
        Check(f"{twice} twice", not twice),
    ]


async def outage(stage: Stage) -> list[Check]:
    """sendMessage fails for 60 seconds, in which 40 people ask."""
    await stage.bot.start()
    fault = stage.server.fault("sendMessage", Trouble.STATUS, times=10**9)
    questions = stage.server.ask(stage.server.people(40))
    await asyncio.sleep(60)
    fault.times = 0
    back = time.monotonic()
    await stage.server.answered(questions)
    seconds = time.monotonic() - back
    missing, twice = stage.server.count(questions)
    await stage.bot.end(signal.SIGTERM)
    counts = f"{len(questions) - missing} of {len(questions)} answered, {seconds:.1f} s after the server was back"
    return [Check(counts, not missing), Check(f"{twice} twice", not twice)]


async def flood(stage: Stage) -> list[Check]:
    """One person sends 1,000 messages while 20 others ask one each."""
    await stage.bot.start()
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
    await stage.bot.start()
    for _ in range(number):
        busy, asker = stage.server.group(), stage.server.user()
        for place in range(25):
            stage.server.group_message(busy, asker, f"@price_bot {QUESTION.format(place + 1)}")
            stage.server.group_message(busy, stage.server.user(), "今天吃什么")
    return await _others(stage)


async def _others(stage: Stage) -> list[Check]:
    asked = time.monotonic()
    questions = stage.server.ask(stage.server.people(20))
    await stage.server.answered(questions, seconds=60)
    seconds = time.monotonic() - asked
    missing, _ = stage.server.count(questions)
    await stage.bot.end(signal.SIGTERM)
    return [Check(f"{20 - missing} of 20 others answered, the last after {seconds:.2f} s", not missing and seconds < 2)]


SCENARIOS: Final[dict[str, Callable[[Stage], Awaitable[list[Check]]]]] = {
    "kill": kill,
    "stop": stop,
    "outage": outage,
    "flood": flood,
    "group": group,
    "groups": groups,
    "soak": soak,
    "reloads": reloads,
}
ON_POSTGRESQL: Final = ("kill", "stop")
"""Scenarios that are played on both databases."""

BEHIND_A_PROXY: Final[dict[str, Callable[[PostgreSQL], Awaitable[list[Check]]]]] = {"replicas": replicas}
"""Scenarios of several processes that share a database."""


async def play(name: str, database: str | None = None) -> bool:
    """Play a scenario of one process, and print what was counted; whether all of it is as it should be."""
    async with stage(database) as made:
        checks = await SCENARIOS[name](made)
    return _told(SCENARIOS[name], checks, ", on PostgreSQL" if database else "")


async def play_shared(names: list[str]) -> list[bool]:
    """Play those of the scenarios that need PostgreSQL."""
    one, several = ([name for name in names if name in known] for known in (ON_POSTGRESQL, BEHIND_A_PROXY))
    if (one or several) and programs() is None:
        _say("PostgreSQL is not installed, so nothing was played on it.")
        return []
    if several and haproxy.program() is None:
        _say("HAProxy is not installed, so nothing was played behind it.")
        several = []
    if not one and not several:
        return []
    with PostgreSQL() as server:
        right = [await play(name, server.new_database(name)) for name in one]
        return right + [_told(BEHIND_A_PROXY[name], await BEHIND_A_PROXY[name](server)) for name in several]


async def main(names: list[str]) -> int:
    chosen = [name for name in (*SCENARIOS, *BEHIND_A_PROXY) if not names or name in names]
    right = [await play(name) for name in chosen if name in SCENARIOS]
    right += await play_shared(chosen)
    return 0 if right and all(right) else 1


def _told(scenario: Callable[..., object], checks: list[Check], more: str = "") -> bool:
    title = (scenario.__doc__ or "").partition("\n")[0].rstrip(".")
    _say(f"{title}{more}:")
    for counted, right in checks:
        _say(f"    {'' if right else 'NOT RIGHT: '}{counted}")
    return all(right for _, right in checks)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
