"""Long polling that outlives whatever the network and the server do."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Final, TypeVar

from telegram import Bot, Update
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram.network.dispatch import Dispatcher
from bot.telegram.network.pace import Pace, pause

POLL_SECONDS: Final = 30
"""How long Telegram may hold a poll open while nothing happens."""

EARLIEST_SECONDS: Final = 0.2
"""A server that does not hold polls open is not asked more often than this."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class RefusedError(Exception):
    """The server does not accept the token; trying again cannot help."""


class Link:
    """Says once when the connection is lost and once when it is back, and knows how long to wait in between."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._failures = 0
        self._said = ""

    def up(self) -> None:
        if self._failures:
            _log.warning("The connection to Telegram is back.")
        self._failures = 0
        self._said = ""

    def down(self, error: TelegramError) -> float:
        """Report the error, where that is news; seconds to wait before the next try."""
        self._failures += 1
        sentence = _sentence(error)
        if sentence != self._said:
            self._said = sentence
            _log.warning("%s", sentence)
        wait = self._pace.wait(self._failures)
        return max(wait, _asked_to_wait(error)) if isinstance(error, RetryAfter) else wait


async def persist(call: Callable[[], Awaitable[T]], link: Link, stop: asyncio.Event) -> T | None:
    """The result of a call that is tried until it succeeds; ``None`` where ``stop`` came first.

    Raises:
        RefusedError: the server does not accept the token.
    """
    while not stop.is_set():
        try:
            result = await or_stop(call(), stop)
        except InvalidToken as error:
            raise RefusedError(_sentence(error)) from None
        except TelegramError as error:
            await pause(link.down(error), stop)
        else:
            if result is not None:
                link.up()
            return result
    return None


class Poller:
    """Fetches updates and hands them to a dispatcher, until it is stopped."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, allowed_updates: Sequence[str], link: Link) -> None:
        self._bot = bot
        self._dispatcher = dispatcher
        self._allowed = list(allowed_updates)
        self._link = link
        self._offset: int | None = None
        self._unreadable = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Poll until ``stop`` is set.

        Raises:
            RefusedError: the token was revoked.
        """
        clock = asyncio.get_running_loop().time
        while not stop.is_set():
            earliest = clock() + EARLIEST_SECONDS
            updates = await persist(self._fetch, self._link, stop)
            if self._unreadable:
                await pause(float(min(self._unreadable, POLL_SECONDS)), stop)
            elif not updates and clock() < earliest:
                await pause(earliest - clock(), stop)
            for update in updates or ():
                await self._dispatcher.submit(update)
                self._offset = max(self._offset or 0, update.update_id + 1)

    async def acknowledge(self) -> None:
        """Tell Telegram that everything taken so far is done, so that it is not delivered again after a restart."""
        if self._offset is None:
            return
        try:
            await self._bot.get_updates(offset=self._offset, limit=1, timeout=0, allowed_updates=self._allowed)
        except TelegramError as error:
            _log.warning("Could not acknowledge the last updates, some may be answered again: %s", error.message)

    async def _fetch(self) -> Sequence[Update]:
        try:
            updates = await self._bot.get_updates(
                offset=self._offset,
                limit=1 if self._unreadable else None,
                timeout=timedelta(seconds=POLL_SECONDS),
                allowed_updates=self._allowed,
            )
        except TelegramError:
            raise
        except Exception:  # noqa: BLE001 - whatever parsing raises, polling goes on
            return self._step_over()
        self._unreadable = 0
        return updates

    def _step_over(self) -> Sequence[Update]:
        """One update that the library cannot read must not hold up all later ones.

        After a batch that failed, updates are fetched singly; the one that fails again is stepped over.
        """
        _log.exception("Telegram sent an update that cannot be read")
        self._unreadable += 1
        if self._unreadable > 1:
            self._offset = (self._offset or 0) + 1
        return ()


async def or_stop(work: Awaitable[T], stop: asyncio.Event) -> T | None:
    """The result of ``work``; ``None``, and the work cancelled, where ``stop`` is set before it is done."""
    task = asyncio.ensure_future(work)
    stopping = asyncio.ensure_future(stop.wait())
    try:
        await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        stopping.cancel()
        if not task.done():
            task.cancel()
            await asyncio.wait({task})


def _asked_to_wait(error: RetryAfter) -> float:
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def _sentence(error: TelegramError) -> str:
    """What went wrong and what happens now, in one sentence."""
    if isinstance(error, InvalidToken):
        return (
            "Telegram does not accept the token in TELEGRAM_BOT_TOKEN: copy it again from @BotFather "
            "(/mybots, API Token), or set TELEGRAM_API_BASE_URL if the bot lives on another server."
        )
    if isinstance(error, Conflict):
        return (
            "Another instance of this bot is polling Telegram, and only one can: stop the other one; "
            "this one keeps trying, at growing intervals."
        )
    if isinstance(error, RetryAfter):
        return "Telegram asks to slow down; polling goes on after the pause that it asks for."
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return f"Cannot reach Telegram ({error.message}); trying again, at growing intervals."
    return f"Telegram refuses to hand out updates ({error.message}); trying again, at growing intervals."
