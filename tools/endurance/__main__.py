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
from tools.endurance.soak import soak
from tools.endurance.stage import QUESTION, Check, Stage, stage
from tools.postgresql import PostgreSQL, programs


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
        Check(f"{len(questions) - missing} of {len(questions)} answered", not missing),
        Check(f"{twice} twice ({under_way} were being sent at the kill)", twice <= under_way),
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
        Check(f"stopped with status {status} after {seconds:.1f} s, {left} updates left to Telegram", status == 0),
        Check(f"{len(questions) - missing} of {len(questions)} answered", not missing),
        Check(f"{twice} twice", not twice),
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
    return [Check(counts, not missing), Check(f"{twice} twice", not twice)]


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
    return [Check(f"{20 - missing} of 20 others answered, the last after {seconds:.2f} s", not missing and seconds < 2)]


SCENARIOS: Final[dict[str, Callable[[Stage], Awaitable[list[Check]]]]] = {
    "kill": kill,
    "stop": stop,
    "outage": outage,
    "flood": flood,
    "group": group,
    "groups": groups,
    "soak": soak,
}
ON_POSTGRESQL: Final = ("kill", "stop")
"""Scenarios that are played on both databases."""


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


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
