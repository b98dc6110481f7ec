"""Calls to the Bot API that are tried again where that can help and cannot do harm."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.telegram.network.checked import flood_wait
from bot.telegram.network.errors import AnswerLostError, UnsentError, UnsentTimeoutError
from bot.telegram.network.pace import Pace

_MOST_TRIES: Final = 6
_SENT_PACE: Final = Pace(first=0.5, longest=8.0)

_log = logging.getLogger(__name__)

T = TypeVar("T")


async def call(
    request: Callable[[], Awaitable[T]],
    *,
    repeatable: bool,
    pace: Pace = _SENT_PACE,
    tries: int = _MOST_TRIES,
) -> T:
    """The result of a request, tried again after a flood wait and after failures of network and server.

    Args:
        repeatable: doing it twice is the same as doing it once (an edit, an answer to a query). A message is not: it
            is not sent again where the server accepted it and only its answer was lost, nor where the server kept
            silent for so long that it has most likely accepted it.

    Raises:
        TelegramError: the last failure, where trying again did not help or was not allowed.
    """
    failures = 0
    while True:
        try:
            return await request()
        except RetryAfter as error:
            failures += 1
            wait = flood_wait(error)
            if failures >= tries:
                raise
            _log.info("Telegram asks to wait %.0f seconds before the next message", wait)
            await asyncio.sleep(wait + pace.wait(1) / 10)
        except NetworkError as error:
            failures += 1
            if failures >= tries or not _can_repeat(error, repeatable):
                raise
            _log.info("Trying a call again: %s", error.message)
            await asyncio.sleep(pace.wait(failures))


def _can_repeat(error: NetworkError, repeatable: bool) -> bool:
    if isinstance(error, BadRequest):
        return False
    if repeatable or isinstance(error, UnsentError | UnsentTimeoutError):
        return True
    return not isinstance(error, AnswerLostError | TimedOut)
