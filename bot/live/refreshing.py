"""Refreshes what nobody here curates: prices of other models, and exchange rates.

What was fetched is checked, kept in a folder, and taken over. Where anything fails, the last good ones go on to serve.
"""

from __future__ import annotations

import asyncio
import logging
import os
import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from bot.engine import Engine
from bot.live.daily_rates import MOST_BYTES as MOST_BYTES_OF_RATES
from bot.live.daily_rates import MOST_DAYS, USUAL_ADDRESS, as_rows, check_against, read_daily, read_rows, with_newer
from bot.live.errors import RefreshError
from bot.live.fetching import SECONDS, fetched
from bot.live.newer_prices import MOST_BYTES, newer_catalogue, usual_address
from bot.settings.refresh import Refresh
from bot.telegram.answering.upkeep import Beside

CATALOGUE: Final = "genai-prices"
RATES: Final = "ECB"

EVERY_SECONDS: Final = 6 * 3600.0
AGAIN_SECONDS: Final = 1800.0
"""After a failure."""

_APART: Final = random.SystemRandom()
"""So that replicas do not ask all at once."""

_log = logging.getLogger(__name__)


@dataclass
class _Kind:
    """One thing that is refreshed."""

    name: str
    file: Path
    url: str
    most_bytes: int
    take: Callable[[bytes], None]
    """Check what was fetched and take it over; raises RefreshError where it cannot be used."""
    wrong: str = ""
    taken: bytes = field(default=b"", repr=False)


class Refresher:
    """Refreshes an engine's catalogue and exchange rates, as far as the settings allow.

    Args:
        folder: where the last good ones are kept.
    """

    def __init__(
        self,
        engine: Engine,
        settings: Refresh,
        folder: Path,
        *,
        every: float = EVERY_SECONDS,
        again: float = AGAIN_SECONDS,
        seconds: float = SECONDS,
    ) -> None:
        self._engine = engine
        self._every, self._again, self._seconds = every, again, seconds
        self._rates = folder / "rates.csv"
        self._kinds: list[_Kind] = []
        if settings.prices:
            url = settings.prices_url or usual_address()
            self._kinds.append(_Kind(CATALOGUE, folder / "prices.json", url, MOST_BYTES, self._take_prices))
        if settings.rates:
            url = settings.rates_url or USUAL_ADDRESS
            self._kinds.append(_Kind(RATES, self._rates, url, MOST_BYTES_OF_RATES, self._take_rates))

    def beside(self) -> Sequence[Beside]:
        """What serves beside the knowledge, its day, and why it could not be refreshed last."""
        wrong = {kind.name: kind.wrong for kind in self._kinds}
        known = ((CATALOGUE, self._engine.catalogue.source()), (RATES, self._engine.exchange.source()))
        return [Beside(name, source.date, wrong.get(name, "")) for name, source in known if source is not None]

    async def run(self) -> None:
        """Take over what was kept, and then fetch what is newer, without end."""
        if not self._kinds:
            return
        await asyncio.to_thread(self.restore)
        while True:
            good = [await self.refresh(kind.name) for kind in self._kinds]
            wait = self._every if all(good) else self._again
            await asyncio.sleep(wait * _APART.uniform(0.9, 1.1))

    def restore(self) -> None:
        """Take over what was kept, where it is newer than what came with the program."""
        for kind in self._kinds:
            try:
                with kind.file.open("rb") as file:
                    kept = file.read(kind.most_bytes + 1)
                if kind.name == RATES:
                    self._engine.replace(exchange=with_newer(read_rows(kept.decode("ascii"))))
                else:
                    kind.take(kept)
            except FileNotFoundError:
                continue
            except (OSError, ValueError, RefreshError) as error:
                _log.warning("What was kept of %s is left out: %s", kind.name, error)

    async def refresh(self, name: str) -> bool:
        """Fetch one of both now; whether that worked."""
        kind = next(kind for kind in self._kinds if kind.name == name)
        try:
            await self._refreshed(kind)
        except RefreshError as error:
            kind.wrong = f"{error} ({_now()})"
        else:
            kind.wrong = ""
            return True
        _log.warning("%s could not be refreshed, and stays as it is: %s", kind.name, kind.wrong)
        return False

    async def _refreshed(self, kind: _Kind) -> None:
        body = await fetched(kind.url, kind.most_bytes, self._seconds)
        if body != kind.taken:
            try:
                await asyncio.to_thread(kind.take, body)
            except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError) as error:
                raise RefreshError(f"it could not be used ({type(error).__name__})") from None
            kind.taken = body
            _log.info("%s was refreshed.", kind.name)

    def _take_prices(self, body: bytes) -> None:
        self._engine.replace(catalogue=newer_catalogue(body, self._engine.catalogue, _today()))
        file = next(kind.file for kind in self._kinds if kind.name == CATALOGUE)
        _keep(file, body)

    def _take_rates(self, body: bytes) -> None:
        new = read_daily(body)
        check_against(new, self._engine.exchange, _today())
        try:
            kept = read_rows(self._rates.read_text("ascii"))
        except (OSError, ValueError):
            kept = {}
        kept = {day: kept[day] for day in sorted(kept)[-MOST_DAYS:]} | {new.day: dict(new.rates)}
        self._engine.replace(exchange=with_newer(kept))
        _keep(self._rates, as_rows(kept).encode("ascii"))


def _keep(file: Path, content: bytes) -> None:
    """Write a file whole or not at all; where that is not possible, what was fetched lasts as long as the process."""
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(file)
    except OSError as error:
        _log.warning("%s could not be kept: %s", file.name, error.strerror or error)
        with suppress(OSError):
            beside.unlink()


def _today() -> date:
    return datetime.now(UTC).date()


def _now() -> str:
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
