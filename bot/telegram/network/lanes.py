"""One thing at a time in each chat, in order; a few wait behind it, and no chat is in another's way.

Each chat has at most one piece of work that asks for the bot's overall turn to send, and those turns are given in the
order in which they were asked for: so chats take turns, however much waits in one of them.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Hashable
from contextlib import asynccontextmanager
from typing import Final, NamedTuple

MOST_WAITING: Final = 8
"""Pieces of work that wait in one chat."""


class _Waiting(NamedTuple):
    key: Hashable | None
    turn: asyncio.Future[bool]


class Lanes:
    """The lanes of all chats that have something to do."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self._most = most
        self._lanes: dict[int, deque[_Waiting]] = {}

    def is_busy(self, chat_id: int) -> bool:
        """Whether work for this chat would have to wait."""
        return chat_id in self._lanes

    def is_full(self, chat_id: int) -> bool:
        """Whether no more work should be put into this chat's lane."""
        return len(self._lanes.get(chat_id, ())) >= self._most

    @asynccontextmanager
    async def turn(self, chat_id: int, key: Hashable | None = None) -> AsyncIterator[bool]:
        """Wait for the chat's turn, and have it within the context.

        Args:
            key: where work with the same key waits already, this takes its place, and that one gets ``False``: it is
                not to be done.
        """
        mine = await self._enter(chat_id, key)
        try:
            yield mine
        finally:
            if mine:
                self._leave(chat_id)

    async def _enter(self, chat_id: int, key: Hashable | None) -> bool:
        lane = self._lanes.get(chat_id)
        if lane is None:
            self._lanes[chat_id] = deque()
            return True
        waiting = _Waiting(key, asyncio.get_running_loop().create_future())
        self._put(lane, waiting)
        try:
            return await waiting.turn
        except asyncio.CancelledError:
            if waiting.turn.done() and not waiting.turn.cancelled() and waiting.turn.result():
                self._leave(chat_id)
            elif waiting in lane:
                lane.remove(waiting)
            raise

    @staticmethod
    def _put(lane: deque[_Waiting], waiting: _Waiting) -> None:
        for place, earlier in enumerate(lane):
            if waiting.key is not None and earlier.key == waiting.key:
                lane[place] = waiting
                if not earlier.turn.done():
                    earlier.turn.set_result(False)
                return
        lane.append(waiting)

    def _leave(self, chat_id: int) -> None:
        lane = self._lanes[chat_id]
        while lane:
            following = lane.popleft()
            if not following.turn.done():
                following.turn.set_result(True)
                return
        del self._lanes[chat_id]
