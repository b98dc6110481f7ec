"""How fast the bot may call Telegram, so that Telegram has no reason to refuse.

A chat's turn is waited for first and the overall one last, when the chat could send at once: so a chat that has to wait
takes nothing from others.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Hashable
from typing import Final

from telegram.constants import FloodLimit

_BURST: Final = 4
"""Messages that go to a chat at once, before its limit of one a second is kept on the average of as many."""

_QUERIES: Final = 4
"""Answers to queries, which make no message, for each message that may be sent: Telegram names no limit for them."""

_QUERIES_OF_ONE: Final = (20, 10.0)
"""Answers to queries of one person within so many seconds: as many as somebody types letters."""

_SECOND: Final = 1.05
"""What the bot takes for a second: calls arrive a little closer together than they were made."""

_CHATS: Final = 10_000


class Window:
    """At most ``most`` turns within any ``seconds``."""

    __slots__ = ("_seconds", "_turns")

    def __init__(self, most: int, seconds: float) -> None:
        self._turns: deque[float] = deque(maxlen=most)
        self._seconds = seconds

    def earliest(self, now: float) -> float:
        """When the next turn can be."""
        full = len(self._turns) == self._turns.maxlen
        return max(now, self._turns[0] + self._seconds) if full else now

    def take(self, at: float) -> None:
        self._turns.append(at)


class Limits:
    """Spaces out calls: messages and changes of them by chat and overall, answers to queries by person and overall.

    Args:
        clock: seconds, of a clock that does not jump.
        sleep: waits that many seconds.
        overall: messages a second to all chats together.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        overall: int = FloodLimit.MESSAGES_PER_SECOND,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._messages = Window(overall, _SECOND)
        self._edits = Window(overall, _SECOND)
        self._queries = Window(_QUERIES * overall, _SECOND)
        self._windows: OrderedDict[Hashable, tuple[Window, ...]] = OrderedDict()

    async def message(self, chat_id: int) -> None:
        """Wait until a message may go to this chat, of which one at a time may wait."""
        windows = self._of(("message", chat_id), lambda: _chat_windows(chat_id))
        now = self._clock()
        await self._wait(max(window.earliest(now) for window in windows))
        await self._reserve(self._messages)
        now = self._clock()
        for window in windows:
            window.take(now)

    async def edit(self, place: Hashable) -> None:
        """Wait until a message of this chat, or this card, may be changed: a chat that is full takes changes still."""
        group = isinstance(place, int) and place < 0
        await self._reserve(*self._of(("edit", place), lambda: _chat_windows(-1 if group else 1)))
        await self._reserve(self._edits)

    async def query(self, person: int) -> None:
        """Wait until a query of this person may be answered."""
        await self._reserve(*self._of(("query", person), lambda: (Window(*_QUERIES_OF_ONE),)))
        await self._reserve(self._queries)

    async def _reserve(self, *windows: Window) -> None:
        now = self._clock()
        turn = max(window.earliest(now) for window in windows)
        for window in windows:
            window.take(turn)
        await self._wait(turn)

    async def _wait(self, turn: float) -> None:
        wait = turn - self._clock()
        if wait > 0:
            await self._sleep(wait)

    def _of(self, key: Hashable, make: Callable[[], tuple[Window, ...]]) -> tuple[Window, ...]:
        windows = self._windows.get(key)
        if windows is None:
            windows = self._windows[key] = make()
        self._windows.move_to_end(key)
        if len(self._windows) > _CHATS:
            self._windows.popitem(last=False)
        return windows


def _chat_windows(chat_id: int) -> tuple[Window, ...]:
    """A chat's windows. Groups have negative ids, and a limit per minute beside the one per second."""
    burst = Window(_BURST, (_BURST + 1) / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
    minute = (Window(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP - 1, 60.0),) if chat_id < 0 else ()
    return (burst, *minute)
