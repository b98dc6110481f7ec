"""Keeps the engine of a running bot up to date with its knowledge folder and with what is fetched."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.engine import Engine
from bot.live.refreshing import Refresher
from bot.live.reloading import Reloader
from bot.live.watching import LOOKED_AFTER, Seen, changes, look
from bot.settings import Refresh
from bot.telegram.answering.upkeep import Beside, Outcome, Result, Told


class KnowledgeUpkeep:
    """An :class:`~bot.telegram.answering.upkeep.Upkeep` of an engine.

    Args:
        folder: where its knowledge comes from; ``None`` where that cannot change.
        seen: the folder as it was before the engine's knowledge was read.
        refresher: what refreshes the rest.
    """

    def __init__(
        self,
        engine: Engine,
        folder: Path | None,
        seen: Seen | None = None,
        refresher: Refresher | None = None,
        looked_after: float = LOOKED_AFTER,
    ) -> None:
        self._refresher = refresher or Refresher(engine, Refresh(), Path())
        self._path = folder
        self._seen = seen
        self._looked_after = looked_after
        self._reloader = Reloader(engine, folder) if folder is not None else None
        self.last: Outcome | None = None

    @property
    def folder(self) -> str | None:
        return str(self._path) if self._path is not None else None

    async def reload(self) -> Outcome | None:
        if self._reloader is None:
            return None
        outcome = await asyncio.to_thread(self._reloader.reload)
        if outcome.result is not Result.SAME or (self.last is not None and self.last.result is Result.FAILED):
            self.last = outcome
        return outcome

    def beside(self) -> Sequence[Beside]:
        return self._refresher.beside()

    async def run(self, told: Told) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(self._refresher.run())
            group.create_task(self._follow(told))

    async def _follow(self, told: Told) -> None:
        """Take edits of the folder over, without end."""
        if self._path is None:
            return
        if self._seen is None:
            self._seen = await asyncio.to_thread(look, self._path)
        async for _ in changes(self._path, self._seen, self._looked_after):
            outcome = await self.reload()
            if outcome is not None and outcome is self.last:
                await told(outcome)
