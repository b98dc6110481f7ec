"""How the bot is: what is known of it while it runs, and what is wrong with it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Final

from bot.telegram.answering.services import Answering, Services
from bot.telegram.chats.storage import State, Storage
from bot.telegram.network.counts import Counts
from bot.telegram.network.link import Link
from bot.telegram.updates.intake import Intake

SILENT_SECONDS: Final = 120.0
"""How long Telegram may not be heard from. A poll takes half a minute where nothing happens, and the longest wait
between two is as long."""

PULSE_SECONDS: Final = 0.5
"""How often it is felt whether the loop runs freely."""

MEMORY: Final = "memory"
"""The state of a database where there is none."""


class Problem(StrEnum):
    """What keeps the bot from working as it should."""

    TELEGRAM = "telegram"
    """Updates do not come: Telegram was not heard from for long."""
    SENDING = "sending"
    """Messages to several chats failed one after the other."""
    DATABASE = "database"
    """It cannot be used. Answers go on, but what is changed lasts only as long as the process."""


class Vitals:
    """What is known of a run, which ``stop`` ends. ``storage`` is its database, where it has one."""

    def __init__(
        self, engine: Answering, link: Link, counts: Counts, stop: asyncio.Event, storage: Storage | None = None
    ) -> None:
        self.engine = engine
        self.link = link
        self.counts = counts
        self._stop = stop
        self._lags: deque[float] = deque(maxlen=round(60.0 / PULSE_SECONDS))
        self._storage = storage
        self._services: Services | None = None
        self._intake: Intake | None = None

    def began(self, services: Services, intake: Intake) -> None:
        """Telegram knows the bot, and updates are taken in from now on."""
        self._services, self._intake = services, intake

    async def feel(self) -> None:
        """Feel whether the loop runs freely; without end."""
        clock = asyncio.get_running_loop().time
        while True:
            due = clock() + PULSE_SECONDS
            await asyncio.sleep(PULSE_SECONDS)
            self._lags.append(max(0.0, clock() - due))

    @property
    def lag(self) -> float:
        """Seconds for which the loop was held up at most within the last minute."""
        return max(self._lags, default=0.0)

    @property
    def stopping(self) -> bool:
        return self._stop.is_set()

    @property
    def database(self) -> str:
        return self._storage.state if self._storage is not None else MEMORY

    def in_hand(self) -> Mapping[tuple[str, str], int]:
        """How many updates are in hand, by kind and by what becomes of them."""
        return self._intake.in_hand() if self._intake is not None else {}

    def problems(self) -> Collection[Problem]:
        found = []
        if self.link.silence > SILENT_SECONDS:
            found.append(Problem.TELEGRAM)
        if self._services is not None and self._services.delivery.outage.lasts:
            found.append(Problem.SENDING)
        if self.database == State.GONE:
            found.append(Problem.DATABASE)
        return found

    def is_healthy(self) -> bool:
        """Whether the bot can do its work, or a restart could help: Telegram is heard from."""
        return Problem.TELEGRAM not in self.problems()

    def is_ready(self) -> bool:
        """Whether updates should be handed to this process: Telegram knows it, the database was looked for, and it stays.

        Without a database the bot goes on answering, so a database that is gone is a problem and no reason to turn away
        what comes.
        """
        return self._services is not None and not self.stopping and self.is_healthy() and self.database != State.OPENING
