"""Looks after the bot while it runs, and tells its owner where something is wrong for long."""

from __future__ import annotations

import asyncio
from typing import Final

from bot import __version__
from bot.knowledge.entries import last_checked
from bot.telegram.health.owner import Occasion, Owner
from bot.telegram.health.vitals import Problem, Vitals

LONG_SECONDS: Final = 120.0
"""A problem that lasts as long is told."""

LOOKED_AFTER: Final = 5.0
"""Seconds between looks."""

_LOST: Final = "lost"


class Watch:
    """Problems and when they began, by the loop's clock."""

    def __init__(self, vitals: Vitals, owner: Owner) -> None:
        self._vitals = vitals
        self._owner = owner
        self._since: dict[Problem, float] = {}
        self._told: set[Problem] = set()
        self._lost = 0

    async def run(self) -> None:
        """Tell that the bot runs, and then look; without end."""
        checked = last_checked(self._vitals.engine.knowledge)
        started = self._owner.words.started.format(version=__version__, checked=checked or "?")
        await self._owner.tell(Occasion.STARTED, started)
        while True:
            await asyncio.sleep(LOOKED_AFTER)
            await self.look(asyncio.get_running_loop().time())

    async def look(self, now: float) -> None:
        """See what is wrong at ``now``, and tell what is so for long, or was."""
        problems = self._vitals.problems()
        for problem in Problem:
            if problem in problems:
                await self._wrong(problem, now - self._since.setdefault(problem, now))
            elif problem in self._since:
                await self._right(problem, now - self._since.pop(problem))
        await self._count_lost()

    async def _wrong(self, problem: Problem, seconds: float) -> None:
        if seconds >= LONG_SECONDS and problem not in self._told:
            said = await self._tell(Occasion(problem.value), self._owner.words.problem, problem, seconds)
            if said:
                self._told.add(problem)

    async def _right(self, problem: Problem, seconds: float) -> None:
        self._told.discard(problem)
        if seconds >= LONG_SECONDS:
            await self._tell(Occasion(f"{problem} over"), self._owner.words.over, problem, seconds)

    async def _tell(self, occasion: Occasion, sentence: str, problem: Problem, seconds: float) -> bool:
        minutes = max(1, round(seconds / 60))
        what = self._owner.words.problems[problem]
        return await self._owner.tell(occasion, sentence.format(minutes=minutes, what=what))

    async def _count_lost(self) -> None:
        lost = sum(number for (name, _), number in self._vitals.counts.all().items() if name == _LOST)
        if lost > self._lost:
            said = await self._owner.tell(Occasion.LOST, self._owner.words.lost.format(number=lost - self._lost))
            self._lost = lost if said else self._lost
