"""The queue of updates: long polling as Telegram does it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence
from typing import Any, Final

from bot.playground.errors import conflict

Json = dict[str, Any]

_DEFAULT_OFF: Final = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
"""Updates that are delivered only to who names them."""


class UpdateQueue:
    """Updates that wait for the bot. What was polled with a higher offset is gone for good."""

    def __init__(self, first_id: int = 1000) -> None:
        self._next_id = first_id
        self._waiting: list[Json] = []
        self._allowed: frozenset[str] | None = None
        self._poll: asyncio.Future[None] | None = None
        self.webhook = ""
        self.secret = ""
        """What is sent along to the webhook."""
        self.connections = 0
        self.twice = 0
        """How many of the next updates are delivered twice."""
        self.shuffled = False
        """Whether batches are delivered out of order."""

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def add(self, kind: str, content: Json) -> int | None:
        """Queue an update; its id, or ``None`` where the bot did not ask for such updates."""
        wanted = kind not in _DEFAULT_OFF if self._allowed is None else kind in self._allowed
        if not wanted:
            return None
        number = self._next_id
        self._next_id += 1
        self._waiting.append({"update_id": number, kind: content})
        self._wake()
        return number

    async def poll(self, offset: int, limit: int, seconds: float, allowed: Sequence[str] | None) -> list[Json]:
        """getUpdates. A second poll ends the first one with a conflict."""
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.allow(allowed)
        self.abort("terminated by other getUpdates request; make sure that only one bot instance is running")
        self._confirm(offset)
        if not self._waiting and seconds > 0:
            await self._wait(seconds)
        batch = self._waiting[:limit]
        if self.twice and batch:
            self.twice -= 1
            batch = [batch[0], *batch]
        if self.shuffled:
            random.Random(len(batch)).shuffle(batch)  # noqa: S311 - any order but the right one will do
        return batch

    @property
    def allowed(self) -> list[str]:
        """The kinds of updates that the bot asked for; none where it leaves that to Telegram."""
        return sorted(self._allowed or ())

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Deliver these kinds from now on; ``None`` changes nothing."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    def take(self) -> list[Json]:
        """What waits, all of it, as it is delivered to a webhook."""
        batch, self._waiting = self._waiting, []
        return batch

    def clear(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def abort(self, reason: str) -> None:
        """End a poll that is being held open."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(reason))

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            self._waiting = self._waiting[offset:]
        elif offset:
            self._waiting = [update for update in self._waiting if update["update_id"] >= offset]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None

    def _wake(self) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
