"""What the process that runs the bot is given first: its event loop, and less work for the garbage collector."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Coroutine
from typing import Any, Final, TypeVar

YOUNG_OBJECTS: Final = 20_000
"""Objects made and not dropped before the garbage collector looks for cycles among them: some megabytes.

By default it looks every few hundred, which is several times for each question.
"""

_log = logging.getLogger(__name__)

T = TypeVar("T")


def loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """What makes the event loop: libuv's where it is installed, else asyncio's own (``None``)."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


def run(work: Coroutine[Any, Any, T]) -> T:
    """The result of ``work``, as of ``asyncio.run``, but on the faster loop."""
    with asyncio.Runner(loop_factory=loop_factory()) as runner:
        _log.debug("The event loop is of %s", type(runner.get_loop()).__module__)
        return runner.run(work)


def collect_rarely() -> None:
    """Let the garbage collector look seldom; it would go through libraries and knowledge many times as they load."""
    gc.set_threshold(YOUNG_OBJECTS)


def settle_memory() -> None:
    """Spare the garbage collector what lasts as long as the process: libraries and knowledge, most of all objects."""
    gc.collect()
    gc.freeze()
