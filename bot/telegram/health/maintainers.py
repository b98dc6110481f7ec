"""Words to those who maintain the knowledge: what is wrong with an edit, and that it is right again."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.answering.told import outcome_text
from bot.telegram.answering.upkeep import Outcome, Result
from bot.telegram.chats.ledger import Ledger
from bot.telegram.health.owner import HOUR, PATIENCE_SECONDS
from bot.telegram.network.limits import Limits
from bot.telegram.network.wire import Wire
from bot.text import Language

_CLAIMS: Final = 2**62
"""Numbers by which words are claimed lie below minus this: neither updates nor words to the owner have such."""

_log = logging.getLogger(__name__)


class Maintainers:
    """Their private chats. Of processes that share the ledger, one tells each of them of an edit."""

    def __init__(self, ids: Iterable[int], language: Language, wire: Wire, limits: Limits, ledger: Ledger) -> None:
        self._ids = tuple(ids)
        self._language = language
        self._wire = wire
        self._limits = limits
        self._ledger = ledger
        self._failed = False

    async def tell(self, outcome: Outcome) -> None:
        """Tell of an edit that was not taken, and of the next one that was. Nothing is raised."""
        failed = outcome.result is Result.FAILED
        if not (failed or self._failed):
            return
        self._failed = failed
        text = outcome_text(outcome, self._language)
        for person in self._ids:
            await self._say(person, text, _number(person, text))

    async def _say(self, person: int, text: str, number: int) -> None:
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                if not await self._ledger.claim(number):
                    return
                await self._limits.message(person)
                await self._wire.call("sendMessage", {"chat_id": person, "text": text})
                await self._ledger.finished(number)
        except (TimeoutError, TelegramError) as error:
            await self._ledger.left([number])
            if isinstance(error, BadRequest | Forbidden):
                _log.warning("PRICEBOT_MAINTAINERS names somebody whom the bot may not write to: %s", error.message)
            else:
                _log.warning("A maintainer was not told of an edit.")


def _number(person: int, text: str) -> int:
    """A number for the same words to the same person within the same hour, in whichever process."""
    what = f"{person} {int(time.time() // HOUR)} {text}".encode("utf-8", "surrogatepass")
    return -_CLAIMS - int.from_bytes(blake2b(what, digest_size=7).digest())
