"""A part of the bot that can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

Note = Callable[[str], None]
"""Told the key of a part that has a say in what is being asked."""

Wanted = Callable[[str], bool]
"""Whether a part is looked at, by its key."""


def any_part(_key: str) -> bool:
    """All parts are looked at."""
    return True


@dataclass(frozen=True)
class Part:
    """A pattern, one of its alternatives, a word or a rule; ``off`` switches it off for a while.

    ``text`` is set for the entry of a list, which has a say in texts that hold it.
    """

    kind: str
    name: str
    off: Callable[[], AbstractContextManager[None]]
    text: str | None = None

    @property
    def key(self) -> str:
        return f"{self.kind} {self.name}"
