"""How fast the bot may send, so that Telegram has no reason to refuse."""

from __future__ import annotations

import asyncio
from collections import OrderedDict, deque
from collections.abc import Awaitable, Callable
from typing import Final

from telegram.constants import FloodLimit

_BURST: Final = 4
"""Messages that go to a chat at once, before its limit of one a second is kept on the average of as many."""

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
    """Spaces out messages: per chat, per minute in groups, and overall.

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
        self._all = Window(overall, 1.0)
        self._chats: OrderedDict[int, tuple[Window, ...]] = OrderedDict()

    async def turn(self, chat_id: int) -> None:
        """Wait until a message may go to this chat."""
        now = self._clock()
        windows = (self._all, *self._windows(chat_id))
        turn = max(window.earliest(now) for window in windows)
        for window in windows:
            window.take(turn)
        if turn > now:
            await self._sleep(turn - now)

    def _windows(self, chat_id: int) -> tuple[Window, ...]:
        """The chat's windows. Groups have negative ids, and a limit per minute beside the one per second."""
        windows = self._chats.get(chat_id)
        if windows is None:
            burst = Window(_BURST, (_BURST + 1) / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
            minute = (Window(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP - 1, 60.0),) if chat_id < 0 else ()
            windows = self._chats[chat_id] = (burst, *minute)
        self._chats.move_to_end(chat_id)
        if len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
        return windows
