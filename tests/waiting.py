"""Waiting in tests for what nothing tells of."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Final

_PAUSE: Final = 0.02


async def eventually(holds: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something holds.

    Raises:
        TimeoutError: it did not hold in time.
    """
    async with asyncio.timeout(seconds):
        while True:
            if holds():
                return
            await asyncio.sleep(_PAUSE)
