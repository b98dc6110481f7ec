"""Works on many updates at once, but on those of one chat one after the other, and on none twice."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from telegram import Update

MOST_AT_ONCE: Final = 256
"""Updates in hand at most; further ones stay with Telegram until there is room."""

_REMEMBERED: Final = 4096

_log = logging.getLogger(__name__)


class Dispatcher:
    """Hands updates to ``process``, each in a task of its own.

    Order holds within a chat, so that an edit is not worked on before the message that it edits.
    """

    def __init__(self, process: Callable[[Update], Awaitable[None]], most: int = MOST_AT_ONCE) -> None:
        self._process = process
        self._room = asyncio.Semaphore(most)
        self._tasks: set[asyncio.Task[None]] = set()
        self._last_of: dict[int, asyncio.Task[None]] = {}
        self._seen: OrderedDict[int, None] = OrderedDict()

    async def submit(self, update: Update) -> bool:
        """Take an update in hand; waits while there is no room. ``False``: it was seen before, and is dropped."""
        if update.update_id in self._seen:
            _log.debug("Dropped update %d, which came twice", update.update_id)
            return False
        self._seen[update.update_id] = None
        if len(self._seen) > _REMEMBERED:
            self._seen.popitem(last=False)
        await self._room.acquire()
        lane = _lane(update)
        task = asyncio.create_task(self._work(update, self._last_of.get(lane)), name=f"update {update.update_id}")
        self._tasks.add(task)
        self._last_of[lane] = task
        task.add_done_callback(lambda done: self._finished(done, lane))
        return True

    async def drain(self, grace: float) -> bool:
        """Finish the work in hand, for ``grace`` seconds at most; whether all of it was finished."""
        if not self._tasks:
            return True
        _, late = await asyncio.wait(self._tasks, timeout=grace)
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late)
        return not late

    async def _work(self, update: Update, earlier: asyncio.Task[None] | None) -> None:
        if earlier is not None:
            await asyncio.wait({earlier})
        try:
            await self._process(update)
        except Exception:  # noqa: BLE001 - one update must not stop the others
            _log.exception("Update %d could not be worked on", update.update_id)

    def _finished(self, task: asyncio.Task[None], lane: int) -> None:
        self._room.release()
        self._tasks.discard(task)
        if self._last_of.get(lane) is task:
            del self._last_of[lane]


def _lane(update: Update) -> int:
    """Chat of the update, or else its sender: updates with the same number are worked on in order."""
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else 0
