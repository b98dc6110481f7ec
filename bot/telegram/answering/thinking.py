"""Keeps the engine from holding up the loop: what takes long is thought about in a thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import Final, TypeVar

SHORT: Final = 200
"""Characters of a text that is read in a millisecond or two, whatever it says: reading takes time linear in its length."""

MANY: Final = SHORT + 1
"""The size of what takes several questions."""

_THREADS: Final = 2

T = TypeVar("T")


class Thinking:
    """Runs what the engine works out, here or in a thread.

    Until the engine is warm everything goes into a thread, since any question may be the one that loads something.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="thinking")
        self._warm = False

    async def of(self, work: Callable[[], T], size: int = 0) -> T:
        """The result of ``work``, which has to do with a text of this many characters."""
        if self._warm and size <= SHORT:
            return work()
        return await self.apart(work)

    async def apart(self, work: Callable[[], T]) -> T:
        """The result of ``work`` in a thread, as for what may take long whatever it is about."""
        here = copy_context()  # so that what the work logs is about the same update
        return await asyncio.get_running_loop().run_in_executor(self._threads, here.run, work)

    async def warm(self, load: Callable[[], object]) -> None:
        """Load in a thread what questions would otherwise wait for."""
        await asyncio.get_running_loop().run_in_executor(self._threads, load)
        self._warm = True

    def close(self) -> None:
        """Take on nothing more; what runs is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)
