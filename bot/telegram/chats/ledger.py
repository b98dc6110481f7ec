"""Which updates were answered, and which wait: what a restart and other replicas have to know of them.

An update is claimed before the first message that answers it is sent, by one replica alone. One that has to wait is
kept with its content until it is answered, and only then is the content gone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

from bot.telegram.chats.memory import Bounded


class KeptUpdate(NamedTuple):
    """An update that waits: its number, its JSON, and the time (seconds since 1970) after which it is of no use."""

    number: int
    body: str
    expires: float


class Ledger(Protocol):
    """What is known about updates. Nothing here raises: where it cannot be known, the bot answers."""

    async def claim(self, number: int) -> bool:
        """Whether this update is to be answered here; waits while another replica is at it."""
        ...

    async def was_away(self) -> bool:
        """Whether nothing could be noted just now; waits until it can, where that is likely to be soon."""
        ...

    async def finished(self, number: int) -> None:
        """The update was answered: nobody answers it again for a day, and what was kept of it goes."""
        ...

    async def keep(self, updates: Sequence[KeptUpdate], /) -> Collection[int]:
        """Keep these until they are finished; the numbers of those that are kept."""
        ...

    async def left(self, numbers: Collection[int]) -> None:
        """These will not be finished here: others may take them at once."""
        ...

    async def adopt(self) -> Sequence[KeptUpdate]:
        """Kept updates that nobody works on; from now on they are worked on here."""
        ...


class MemoryLedger:
    """Knows what was answered as long as the process lasts, and so keeps nothing: Telegram does."""

    def __init__(self) -> None:
        self._answered: Bounded[int, bool] = Bounded()

    async def claim(self, number: int) -> bool:
        return self._answered.get(number) is None

    async def was_away(self) -> bool:
        return False

    async def finished(self, number: int) -> None:
        self._answered.put(number, True)

    async def keep(self, _updates: Sequence[KeptUpdate], /) -> Collection[int]:
        return ()

    async def left(self, numbers: Collection[int]) -> None:
        """Nothing is kept."""

    async def adopt(self) -> Sequence[KeptUpdate]:
        return ()
