"""The low-water mark of polling: the number below which every update is finished.

getUpdates confirms all updates below the offset that it is given, so the offset is the oldest update that is not
finished: what is only in hand is handed out again after a crash.
"""

from __future__ import annotations

import asyncio
from typing import Final

from bot.telegram.network.pace import pause

ENOUGH: Final = 50
"""Finished updates that make it worth to poll while others are still in hand."""


class Mark:
    """Updates that are in hand, by number."""

    def __init__(self) -> None:
        self._open: dict[int, asyncio.Future[bool]] = {}
        self._seen: set[int] = set()
        """Updates that are in hand, or finished but not confirmed yet, because an older one is in hand."""
        self._next: int | None = None
        self._moved = asyncio.Event()

    @property
    def offset(self) -> int | None:
        """The offset for the next poll; ``None`` before the first update. What lies below it is forgotten."""
        offset = min(self._open, default=self._next)
        if offset is not None:
            self._seen = {number for number in self._seen if number >= offset}
        return offset

    @property
    def open(self) -> int:
        """How many updates are in hand."""
        return len(self._open)

    def reset_for(self, highest: int) -> None:
        """A batch came whose highest number is this. After a quiet week Telegram may choose lower ones than before."""
        if self._next is not None and highest < self._next and not self._open:
            self._next = None

    def knows(self, number: int) -> bool:
        """Whether this update was seen, and is not confirmed yet."""
        return number in self._seen

    def add(self, number: int, finished: asyncio.Future[bool]) -> None:
        """Wait for this update, whose future tells whether it is finished or was left."""
        self._next = max(self._next or 0, number + 1)
        self._seen.add(number)
        if not finished.done() and number not in self._open:
            self._open[number] = finished
            finished.add_done_callback(lambda done: self._close(number, done))

    def give_up(self, number: int) -> None:
        """Count so many of the oldest updates as finished, so that others can be fetched."""
        for oldest in sorted(self._open)[:number]:
            del self._open[oldest]

    async def moved(self, seconds: float) -> None:
        """Wait until all are finished, or enough to poll for more, but no longer than this."""
        goal = max(0, len(self._open) - ENOUGH)
        loop = asyncio.get_running_loop()
        until = loop.time() + seconds
        while len(self._open) > goal and (left := until - loop.time()) > 0:
            self._moved.clear()
            await pause(left, self._moved)

    def _close(self, number: int, finished: asyncio.Future[bool]) -> None:
        if not finished.cancelled() and finished.exception() is None and finished.result():
            self._open.pop(number, None)
            self._moved.set()
