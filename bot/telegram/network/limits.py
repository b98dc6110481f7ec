"""How fast the bot may call Telegram, so that Telegram has no reason to refuse.

A chat's turn is waited for first and the overall one last, when the chat could send at once: so a chat that has to wait
takes nothing from others. Overall turns are given evenly, and sooner to chats that had fewer of late.
"""

from __future__ import annotations

import asyncio
import heapq
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable, Hashable
from itertools import count
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

_SLICES: Final = 10
"""Parts of a second over which messages are spread: few are under way at a time, and few are in doubt after a crash."""

_LATER: Final = 1.0
"""Seconds by which each message that a chat had of late puts it behind others."""

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

    def used(self, now: float) -> int:
        """How many turns were taken within the time."""
        return sum(turn > now - self._seconds for turn in self._turns)


class Turns:
    """At most ``most`` turns within any ``seconds``; whoever has waited longest comes first, but for a handicap."""

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float], sleep: Callable[[float], Awaitable[None]]
    ) -> None:
        self._window = Window(most, seconds)
        self._clock = clock
        self._sleep = sleep
        self._order = count()
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []
        self._giving: asyncio.Task[None] | None = None

    async def take(self, handicap: float = 0.0) -> None:
        """Wait for a turn, as if one had come so many seconds later."""
        now = self._clock()
        if not self._waiting and self._window.earliest(now) <= now:
            self._window.take(now)
            return
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (now + handicap, next(self._order), turn))
        if self._giving is None:
            self._giving = asyncio.create_task(self._give())
        await turn

    async def _give(self) -> None:
        while self._waiting:
            now = self._clock()
            wait = self._window.earliest(now) - now
            if wait > 0:
                await self._sleep(wait)
                continue
            _, _, turn = heapq.heappop(self._waiting)
            if not turn.done():
                self._window.take(now)
                turn.set_result(None)
        self._giving = None


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
        most = max(1, round(overall / _SLICES))
        self._messages = Turns(most, most * _SECOND / overall, clock, sleep)
        self._edits = Window(overall, _SECOND)
        self._queries = Window(_QUERIES * overall, _SECOND)
        self._windows: OrderedDict[Hashable, tuple[Window, ...]] = OrderedDict()

    async def message(self, chat_id: int) -> None:
        """Wait until a message may go to this chat, of which one at a time may wait."""
        windows = self._of(("message", chat_id), lambda: _chat_windows(chat_id))
        now = self._clock()
        await self._wait(max(window.earliest(now) for window in windows))
        now = self._clock()
        await self._messages.take(_LATER * max(window.used(now) for window in windows))
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
