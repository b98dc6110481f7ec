"""What the server sends is checked here, before anything is done with it: numbers and descriptions."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from telegram.error import RetryAfter

LONGEST_WAIT: Final = 300.0
"""Seconds: nobody is waited for longer before the next try, whatever the server asks."""

_LARGEST: Final = 2**63 - 1

_QUOTED: Final = re.compile(r"\"[^\"]*\"|«[^»]*»|“[^”]*”|`[^`]*`|[^ -~]+|[0-9]{5,}")
"""What a description may have from a message or a person: what is quoted, what is not ASCII, and ids."""

_LONGEST_DESCRIPTION: Final = 200


def whole(value: object, least: int = 1, most: int = _LARGEST) -> int | None:
    """The value where it is a whole number within these bounds; ``None`` for anything else."""
    return value if type(value) is int and least <= value <= most else None


def seconds_to_wait(value: object) -> float | None:
    """A wait that the server asks for, at most :data:`LONGEST_WAIT`; ``None`` where it is no time to wait."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return None
    return float(min(value, LONGEST_WAIT))


def flood_wait(error: RetryAfter) -> float:
    """Seconds that a refusal asks to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def description(value: object) -> str:
    """A description without what it quotes, fit for a log."""
    return _QUOTED.sub("…", str(value)[:_LONGEST_DESCRIPTION]) if isinstance(value, str) else ""
