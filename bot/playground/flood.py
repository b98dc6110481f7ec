"""Telegram's limits on how much a bot may send."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from telegram.constants import FloodLimit

from bot.playground.errors import too_many_requests

_BURST: Final = 5
"""Messages that a chat takes at once before its limit of one a second is felt."""


@dataclass(slots=True)
class FloodControl:
    """Counts messages and refuses those that come too fast. ``clock`` gives seconds."""

    clock: Callable[[], float]
    active: bool = False
    _chats: dict[int, deque[float]] = field(default_factory=dict)
    _all: deque[float] = field(default_factory=deque)

    def check(self, chat_id: int) -> None:
        """Refuse a message to this chat, or count it.

        Raises:
            ApiError: 429, with the seconds to wait.
        """
        if not self.active:
            return
        now = self.clock()
        chat = self._chats.setdefault(chat_id, deque())
        waits = [_wait(chat, now, _BURST, _BURST / FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)]
        if chat_id < 0:
            waits.append(_wait(chat, now, FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP, 60.0))
        waits.append(_wait(self._all, now, FloodLimit.MESSAGES_PER_SECOND, 1.0))
        if max(waits) > 0:
            raise too_many_requests(math.ceil(max(waits)))
        for sent in (chat, self._all):
            sent.append(now)
            while sent and sent[0] < now - 60:
                sent.popleft()


def _wait(sent: deque[float], now: float, most: int, seconds: float) -> float:
    """Seconds until another message fits into "``most`` in ``seconds``"; 0 where it fits now."""
    if len(sent) < most:
        return 0.0
    return max(0.0, sent[-most] + seconds - now)
