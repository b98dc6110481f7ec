"""An update on its way to being finished."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Final

from telegram import Message, Update

from bot.telegram.sending.addressing import Ear, Heard

UNHEARD: Final = Heard(Ear.DEAF)


class Kind(StrEnum):
    """How an update is served."""

    ADDRESSED = "addressed"
    """Said to the bot: in the order of its chat, and within what one person and chat may ask."""
    OVERHEARD = "overheard"
    """Said into a group: looked at at once, and answered only where that holds up nobody who asked the bot."""
    PRESS = "press"
    INLINE = "inline"
    GUEST = "guest"
    MEMBERSHIP = "membership"
    """Something happened to the chat itself."""


SECONDS_OF_USE: Final = {
    Kind.ADDRESSED: 3600.0,
    Kind.OVERHEARD: 120.0,
    Kind.PRESS: 10.0,
    Kind.INLINE: 10.0,
    Kind.GUEST: 30.0,
    Kind.MEMBERSHIP: 3600.0,
}
"""How long after it came an update is still worth an answer; an overheard message: after it was written."""


class TakenError(Exception):
    """The update was answered before, or by another replica."""


@dataclass(slots=True, eq=False)
class Job:
    """An update in hand. ``until`` is of the loop's clock; ``late``: it waited for hours somewhere before it came."""

    number: int
    update: Update
    kind: Kind
    until: float
    chat_id: int | None = None
    person: int | None = None
    heard: Heard = UNHEARD
    late: bool = False
    waits: bool = False
    """Whether it waits for its turn: another one of its chat is before it, or others send."""
    kept: bool = False
    """Whether the database has it, so that its answer cannot get lost."""
    claimed: bool = False
    order: int = field(default_factory=count().__next__)
    """Later ones have higher numbers, which those of updates need not."""
    finished: asyncio.Future[bool] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    """Whether it is finished, as far as the one who handed it over has to know, or was left undone."""

    @property
    def message(self) -> Message | None:
        return self.update.message or self.update.edited_message

    def settle(self, finished: bool = True) -> None:
        """Tell who handed it over."""
        if not self.finished.done():
            self.finished.set_result(finished)
