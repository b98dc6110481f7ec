"""Words to the owner of the bot, in a chat that the settings name: few of them, and nothing in them about people."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from typing import Final

from telegram.error import BadRequest, Forbidden, TelegramError

from bot.telegram.chats.ledger import Ledger
from bot.telegram.logs.redact import TokenFilter
from bot.telegram.network.limits import Limits
from bot.telegram.network.link import RefusedError
from bot.telegram.network.wire import Wire
from bot.telegram.receiving.errors import UnusableError
from bot.telegram.texts.owner import OWNER_WORDS, OwnerWords
from bot.text import Language

HOUR: Final = 3600

PATIENCE_SECONDS: Final = 5.0
"""How long a word may take; it is not tried again."""

_LONGEST: Final = 1_000

_log = logging.getLogger(__name__)


class Occasion(StrEnum):
    """What the owner is told of."""

    STARTED = "started"
    REFUSED = "refused"
    FAILED = "failed"
    LOST = "lost"
    TELEGRAM = "telegram"
    TELEGRAM_OVER = "telegram over"
    SENDING = "sending"
    SENDING_OVER = "sending over"
    DATABASE = "database"
    DATABASE_OVER = "database over"


class Owner:
    """The chat of the owner; ``None`` where the settings name none, and then nothing is said.

    On each occasion one word an hour is said, by all processes that share the ledger together: however often a
    supervisor starts the bot again, the owner is not buried. The hour is claimed as updates are, by a number below zero.
    """

    def __init__(self, chat_id: int | None, language: Language, wire: Wire, limits: Limits, ledger: Ledger) -> None:
        self._chat_id = chat_id
        self.words: OwnerWords = OWNER_WORDS[language]
        self._wire = wire
        self._limits = limits
        self._ledger = ledger
        self._clean = TokenFilter().clean
        self._said: dict[Occasion, int] = {}

    async def tell(self, occasion: Occasion, text: str) -> bool:
        """Say a word; whether it was said, which it is not twice within the hour. Nothing is raised."""
        number = _number(occasion, time.time())
        if self._chat_id is None or self._said.get(occasion) == number:
            return False
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                mine = await self._ledger.claim(number)
                if mine:
                    await self._limits.message(self._chat_id)
                    said = {"chat_id": self._chat_id, "text": self._clean(text)[:_LONGEST]}
                    await self._wire.call("sendMessage", said)
                    await self._ledger.finished(number)
        except (TimeoutError, TelegramError) as error:
            await self._ledger.left([number])
            self._note(error)
            return False
        self._said[occasion] = number
        return mine

    @asynccontextmanager
    async def told_of_the_end(self) -> AsyncIterator[None]:
        """Within the context, the owner is told where the bot ends because it cannot run, or fails."""
        try:
            yield
        except UnusableError as error:
            await self.tell(Occasion.REFUSED, self.words.refused.format(reason=error))
            raise
        except RefusedError:  # nothing can be said with a token that is not accepted
            raise
        except Exception as error:
            await self.tell(Occasion.FAILED, self.words.failed.format(reason=type(error).__name__))
            raise

    def _note(self, error: TimeoutError | TelegramError) -> None:
        """Where Telegram refuses, it does so always: the owner has to write to the bot first."""
        if isinstance(error, BadRequest | Forbidden):
            self._chat_id = None
            _log.warning("PRICEBOT_OWNER names a chat that the bot may not write to: %s", error.message)


def _number(occasion: Occasion, now: float) -> int:
    occasions = list(Occasion)
    return -(int(now // HOUR) * len(occasions) + occasions.index(occasion) + 1)
