"""Spreads work over processes that are forks of this one."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeVar

Task = TypeVar("Task")
Found = TypeVar("Found")

_work: Final[list[Callable[[Any], Any]]] = []
"""The last is what the forks are to do; it need not be sent to them, for they are made after it is set."""


def spread(work: Callable[[Task], Found], tasks: Sequence[Task], jobs: int, together: int = 1) -> Iterator[Found]:
    """What the work makes of each task, in their order; ``together`` tasks are given out at once."""
    _work.append(work)
    if jobs == 1:
        yield from map(work, tasks)
        return
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        yield from pool.imap(_done, tasks, together)


def _done(task: Any) -> Any:
    return _work[-1](task)
