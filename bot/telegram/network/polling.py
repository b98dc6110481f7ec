"""Long polling that outlives whatever the network and the server do.

Updates are fetched as the JSON that they are, and each is handed on alone, so that one that nobody can read holds up no
other. An update counts as done by its own number, and only one that was seen can be: an answer that is none moves nothing.

What is in hand is not confirmed yet, so Telegram hands it out again with the next poll. That is what keeps it safe, and
costs little, since an update is in hand for a second at most: what takes longer is kept elsewhere, and counts as finished.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, TypeAlias

from telegram.error import NetworkError, TelegramError

from bot.telegram.network.checked import whole
from bot.telegram.network.errors import TooLargeError
from bot.telegram.network.link import Link, or_stop, persist
from bot.telegram.network.marks import Mark
from bot.telegram.network.pace import pause
from bot.telegram.network.wire import Wire

POLL_SECONDS: Final = 30
"""How long Telegram may hold a poll open while nothing happens."""

EARLIEST_SECONDS: Final = 0.2
"""A server that does not hold polls open, or repeats what is in hand, is not asked more often than this."""

MOST_UPDATES: Final = 100
"""In one answer, by the Bot API's own limit."""

HELD_POLLS: Final = 25
"""Polls in a row that bring nothing but a whole batch in hand: the oldest are given up then, so that others get through."""

Raw: TypeAlias = Mapping[str, Any]
"""An update as it came, of which nothing is certain but its number."""

_log = logging.getLogger(__name__)


class Taker(Protocol):
    """Takes updates in hand."""

    def take(self, raw: Raw) -> asyncio.Future[bool]:
        """Take an update; the future tells whether it is finished (``True``) or was left undone."""
        ...

    async def ready(self) -> None:
        """Wait while no more updates should be fetched."""
        ...

    def hurry(self) -> None:
        """More updates wait, and cannot be fetched before those in hand are finished."""
        ...


class Poller:
    """Fetches updates and hands them on, until it is stopped."""

    def __init__(self, wire: Wire, taker: Taker, allowed_updates: Sequence[str], link: Link) -> None:
        self._wire = wire
        self._taker = taker
        self._allowed = list(allowed_updates)
        self._link = link
        self._mark = Mark()
        self._most = MOST_UPDATES
        self._held = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set.

        Raises:
            RefusedError: the token was revoked.
        """
        clock = asyncio.get_running_loop().time
        while not stop.is_set():
            await or_stop(self._taker.ready(), stop)
            earliest = clock() + EARLIEST_SECONDS
            updates = await persist(self._fetch, self._link, stop) or []
            fresh = await self._hand_on(updates, stop)
            self._hold(fresh)
            if self._mark.open:
                if len(updates) == self._most:
                    self._taker.hurry()
                await self._mark.moved(EARLIEST_SECONDS)
            elif not updates:
                await pause(earliest - clock(), stop)

    async def acknowledge(self) -> None:
        """Tell Telegram what is finished, so that it is not delivered again after a restart."""
        if self._mark.offset is None:
            return
        try:
            await self._poll(limit=1, seconds=0)
        except TelegramError as error:
            _log.warning("Could not acknowledge the last updates: %s", error.message)

    async def _hand_on(self, updates: Sequence[Raw], stop: asyncio.Event) -> int:
        """Hand on the updates, one that takes work in each round of the loop; how many were not in hand already."""
        if updates:
            self._mark.reset_for(max(update["update_id"] for update in updates))
        fresh = 0
        for update in updates:
            if stop.is_set():
                break
            fresh += not self._mark.knows(update["update_id"])
            finished = self._taker.take(update)
            self._mark.add(update["update_id"], finished)
            if not finished.done():
                await asyncio.sleep(0)
        return fresh

    def _hold(self, fresh: int) -> None:
        self._held = 0 if fresh or self._mark.open < MOST_UPDATES else self._held + 1
        if self._held >= HELD_POLLS:
            _log.error("Updates can be kept nowhere: the oldest ones are confirmed before they are finished")
            self._mark.give_up(MOST_UPDATES // 2)

    async def _fetch(self) -> list[Raw]:
        try:
            updates = _numbered(await self._poll(limit=self._most, seconds=POLL_SECONDS))
        except TooLargeError:
            self._most = max(1, self._most // 2)
            raise
        self._most = MOST_UPDATES
        return updates

    async def _poll(self, limit: int, seconds: int) -> Any:
        arguments = {
            "offset": self._mark.offset,
            "limit": limit,
            "timeout": seconds,
            "allowed_updates": self._allowed,
        }
        return await self._wire.call("getUpdates", arguments)


def _numbered(result: object) -> list[Raw]:
    """The updates of an answer, those without a number left out: no later poll could step over them.

    Raises:
        NetworkError: the answer holds something, but no update.
    """
    if not isinstance(result, list):
        raise NetworkError("What answered sends no updates")
    updates: list[Raw] = [
        item for item in result if isinstance(item, dict) and whole(item.get("update_id")) is not None
    ]
    if len(updates) < len(result):
        _log.error("Left out of what Telegram sent: %d without the number of an update", len(result) - len(updates))
        if not updates:
            raise NetworkError("What answered sends updates without numbers")
    return updates
