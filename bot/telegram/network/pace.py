"""How long to wait before trying again."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Exponential back-off with jitter: many bots that lost one server must not come back in step.

    ``first`` and ``longest`` are seconds; the wait doubles from the one to the other.
    """

    first: float = 1.0
    longest: float = 60.0
    chance: Callable[[], float] = random.random

    def wait(self, failures: int) -> float:
        """Seconds to wait after that many failures in a row: between half of the step and all of it."""
        step = min(self.longest, self.first * 2.0 ** min(max(failures - 1, 0), 30))
        return step * (0.5 + self.chance() / 2)


async def pause(seconds: float, stop: asyncio.Event) -> None:
    """Wait, but no longer than until ``stop`` is set."""
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
