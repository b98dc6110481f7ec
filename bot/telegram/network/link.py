"""The connection to Telegram: whether it is there, and calls that wait until it is."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.telegram.network.checked import flood_wait
from bot.telegram.network.counts import Counts
from bot.telegram.network.errors import NotFoundError
from bot.telegram.network.pace import Pace, pause

_NOT_FOUND_ENOUGH: Final = 2
"""404 in a row that mean that the token is wrong; one alone may be a server that is just starting."""

_log = logging.getLogger(__name__)

T = TypeVar("T")


class RefusedError(Exception):
    """The server does not accept the token; trying again cannot help."""


class Link:
    """Says once when the connection is lost and once when it is back, and knows how long to wait in between."""

    def __init__(self, pace: Pace, counts: Counts | None = None) -> None:
        self._pace = pace
        self._counts = counts or Counts()
        self._failures = 0
        self._not_found = 0
        self._said = ""
        self._heard_at = time.monotonic()

    @property
    def silence(self) -> float:
        """Seconds since Telegram was heard from, or since the start."""
        return time.monotonic() - self._heard_at

    def heard(self) -> None:
        """Telegram answered, or delivered something."""
        self._heard_at = time.monotonic()

    def up(self) -> None:
        self.heard()
        self._counts.add("polls", "done")
        if self._failures:
            _log.warning("The connection to Telegram is back.")
        self._failures = self._not_found = 0
        self._said = ""

    def down(self, error: TelegramError) -> float:
        """Report the error, where that is news; seconds to wait before the next try.

        Raises:
            RefusedError: the server does not accept the token.
        """
        self._failures += 1
        self._counts.add("polls", type(error).__name__)
        self._not_found = self._not_found + 1 if isinstance(error, NotFoundError) else 0
        if isinstance(error, InvalidToken) or self._not_found >= _NOT_FOUND_ENOUGH:
            raise RefusedError(_WRONG_TOKEN)
        sentence = _sentence(error)
        if sentence != self._said:
            self._said = sentence
            _log.warning("%s", sentence)
        wait = self._pace.wait(self._failures)
        if not isinstance(error, RetryAfter):
            return wait
        self._counts.add("flood seconds", "polls", by=round(flood_wait(error)))
        return max(wait, flood_wait(error))


async def persist(call: Callable[[], Awaitable[T]], link: Link, stop: asyncio.Event) -> T | None:
    """The result of a call that is tried until it succeeds; ``None`` where ``stop`` came first.

    Raises:
        RefusedError: the server does not accept the token.
    """
    while not stop.is_set():
        try:
            result = await or_stop(call(), stop)
        except TelegramError as error:
            await pause(link.down(error), stop)
        else:
            if result is not None:
                link.up()
            return result
    return None


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


_WRONG_TOKEN: Final = (
    "Telegram does not accept the token in TELEGRAM_BOT_TOKEN: copy it again from @BotFather "
    "(/mybots, API Token), or set TELEGRAM_API_BASE_URL if the bot lives on another server."
)


def _sentence(error: TelegramError) -> str:
    """What went wrong and what happens now, in one sentence."""
    if isinstance(error, Conflict):
        return (
            "Another instance of this bot is polling Telegram, and only one can: stop the other one; "
            "this one keeps trying, at growing intervals."
        )
    if isinstance(error, RetryAfter):
        return f"Telegram asks to slow down; polling goes on in {flood_wait(error):.0f} seconds."
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return f"Cannot reach Telegram ({error.message}); trying again, at growing intervals."
    return f"Telegram refuses to hand out updates ({error.message}); trying again, at growing intervals."
