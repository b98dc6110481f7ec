"""Long polling that outlives whatever the network and the server do.

Updates are fetched as the JSON that they are, and each is handed on alone, so that one that nobody can read holds up no
other. An update counts as done by its own id, and only one that was seen can be: an answer that is none moves nothing.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from telegram.error import NetworkError, TelegramError

from bot.telegram.network.checked import whole
from bot.telegram.network.errors import TooLargeError
from bot.telegram.network.link import Link, persist
from bot.telegram.network.pace import pause
from bot.telegram.network.wire import Wire

POLL_SECONDS: Final = 30
"""How long Telegram may hold a poll open while nothing happens."""

EARLIEST_SECONDS: Final = 0.2
"""A server that does not hold polls open is not asked more often than this."""

MOST_UPDATES: Final = 100
"""In one answer, by the Bot API's own limit."""

Raw: TypeAlias = Mapping[str, Any]
"""An update as it came, of which nothing is certain but its number."""

_log = logging.getLogger(__name__)


class Poller:
    """Fetches updates and hands them on, until it is stopped.

    Args:
        take: takes an update in hand; it may wait where there is too much to do.
    """

    def __init__(
        self, wire: Wire, take: Callable[[Raw], Awaitable[object]], allowed_updates: Sequence[str], link: Link
    ) -> None:
        self._wire = wire
        self._take = take
        self._allowed = list(allowed_updates)
        self._link = link
        self._offset: int | None = None
        self._most = MOST_UPDATES

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set.

        Raises:
            RefusedError: the token was revoked.
        """
        clock = asyncio.get_running_loop().time
        while not stop.is_set():
            earliest = clock() + EARLIEST_SECONDS
            updates = await persist(self._fetch, self._link, stop)
            if not updates and clock() < earliest:
                await pause(earliest - clock(), stop)
            for update in updates or ():
                await self._take(update)
                self._offset = max(self._offset or 0, update["update_id"] + 1)

    async def acknowledge(self) -> None:
        """Tell Telegram that everything taken so far is done, so that it is not delivered again after a restart."""
        if self._offset is None:
            return
        try:
            await self._poll(limit=1, seconds=0)
        except TelegramError as error:
            _log.warning("Could not acknowledge the last updates, some may be answered again: %s", error.message)

    async def _fetch(self) -> list[Raw]:
        try:
            updates = _numbered(await self._poll(limit=self._most, seconds=POLL_SECONDS))
        except TooLargeError:
            self._most = max(1, self._most // 2)
            raise
        self._most = MOST_UPDATES
        return updates

    async def _poll(self, limit: int, seconds: int) -> Any:
        arguments = {"offset": self._offset, "limit": limit, "timeout": seconds, "allowed_updates": self._allowed}
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
