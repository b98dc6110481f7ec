"""Calls to the Bot API that are tried again where that can help."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from enum import StrEnum
from typing import Final, TypeAlias, TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.telegram.network.checked import flood_wait
from bot.telegram.network.errors import AnswerLostError
from bot.telegram.network.pace import Pace

USUAL_SECONDS: Final = 30.0
"""How long a call is tried, where nobody says until when it is of use."""

_SENT_PACE: Final = Pace(first=0.5, longest=8.0)

_log = logging.getLogger(__name__)

T = TypeVar("T")


class Outcome(StrEnum):
    """What came of one try."""

    DONE = "done"
    REFUSED = "refused"
    """By the Bot API, in its own words."""
    FLOODED = "flooded"
    """By the Bot API, for now."""
    FAILED = "failed"
    """No answer, or one of something else."""


Told: TypeAlias = Callable[[Outcome, float, bool], None]
"""Is told of each try, after how many seconds another one could help, and whether there is another one."""


async def call(
    request: Callable[[], Awaitable[T]],
    *,
    repeatable: bool,
    until: float | None = None,
    pace: Pace = _SENT_PACE,
    told: Told = lambda _outcome, _wait, _again: None,
) -> T:
    """The result of a request, tried again after a flood wait and after failures of network and server.

    Args:
        repeatable: doing it twice is the same as doing it once (an edit, an answer to a query). A message is not: it
            is not sent again where the server said that it took it and only the rest of its answer was lost. Where the
            server said nothing, nobody knows, and it is sent again: at least once.
        until: time of the loop's clock after which no further try is begun; by default :data:`USUAL_SECONDS` from now.

    Raises:
        TelegramError: the last failure, where trying again did not help or was not allowed.
    """
    clock = asyncio.get_running_loop().time
    until = clock() + USUAL_SECONDS if until is None else until
    failures = 0
    while True:
        try:
            result = await request()
        except TelegramError as error:
            failures += 1
            outcome, wait = _judged(error, pace.wait(failures))
            lost = isinstance(error, AnswerLostError) and not repeatable
            again = outcome is not Outcome.REFUSED and not lost and clock() + wait <= until
            told(outcome, wait, again)
            if not again:
                raise
            _log.info("Trying a call again in %.1f seconds: %s", wait, error.message)
            await asyncio.sleep(wait)
        else:
            told(Outcome.DONE, 0.0, False)
            return result


def _judged(error: TelegramError, wait: float) -> tuple[Outcome, float]:
    """What an error means, and how many seconds to wait after it."""
    if isinstance(error, RetryAfter):
        return Outcome.FLOODED, flood_wait(error) + wait / 10
    if isinstance(error, NetworkError) and not isinstance(error, BadRequest):
        return Outcome.FAILED, wait
    return Outcome.REFUSED, 0.0
