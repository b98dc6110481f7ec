"""Things that go wrong on the way, to be injected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Trouble(StrEnum):
    """What goes wrong with a call."""

    DELAY = "delay"
    """The answer takes ``seconds`` longer."""
    RESET = "reset"
    """The connection is dropped before the call is carried out."""
    LATE_RESET = "late reset"
    """The call is carried out, then the connection is dropped."""
    TRUNCATE = "truncate"
    """The call is carried out, and half of the answer arrives."""
    STATUS = "status"
    """The gateway answers with the HTTP status ``status`` and a page that is no JSON; nothing is carried out."""
    FLOOD = "flood"
    """429, with ``seconds`` as retry_after."""


@dataclass(slots=True)
class Fault:
    """A trouble for the next ``times`` calls of ``method`` (``*``: of any)."""

    method: str
    trouble: Trouble
    times: int = 1
    seconds: float = 1.0
    status: int = 502

    def concerns(self, method: str) -> bool:
        return self.times > 0 and self.method.casefold() in ("*", method.casefold())
