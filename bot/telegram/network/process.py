"""What the process that runs the bot is given first: its event loop, and less work for the garbage collector."""

from __future__ import annotations

import asyncio
import gc
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar

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


def settle_memory() -> None:
    """Spare the garbage collector what lasts as long as the process: libraries and knowledge, most of all objects.

    Only young objects are looked through before: to look at all of them would hold up the loop.
    """
    gc.collect(1)
    gc.freeze()


def end_on_sigterm() -> None:
    """Until the bot listens for it, let SIGTERM end the process: nothing is in hand yet.

    As the first process of a container it would go on otherwise, since the kernel ignores signals that nobody handles.
    """
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(0))


@asynccontextmanager
async def stopped_by_signals() -> AsyncIterator[asyncio.Event]:
    """An event that the first signal sets; a second one, while the bot finishes its work, ends the process.

    SIGHUP counts as well: the terminal was closed, or somebody wants another configuration.
    """
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    # On Windows no loop takes handlers: there Ctrl-C ends the process as it ends any.
    numbers = () if sys.platform == "win32" else (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

    def release() -> None:
        for number in numbers:
            loop.remove_signal_handler(number)

    def ask_to_stop() -> None:
        stop.set()
        release()

    for number in numbers:
        loop.add_signal_handler(number, ask_to_stop)
    try:
        yield stop
    finally:
        release()
