"""What the lines of the log are about: the number of the update that is worked on, the same in all lines of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_update: ContextVar[int | None] = ContextVar("update", default=None)


@contextmanager
def about(number: int) -> Iterator[None]:
    """Lines that are written within, and in tasks begun within, are about this update."""
    before = _update.set(number)
    try:
        yield
    finally:
        _update.reset(before)


def update_in_hand() -> int | None:
    """The number of the update that is worked on; ``None`` where there is none."""
    return _update.get()
