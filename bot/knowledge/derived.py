"""What is worked out once for each knowledge base, however often it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

Source = TypeVar("Source")
Derived = TypeVar("Derived")
Other = TypeVar("Other")

_KEPT: Final = 4
"""Results kept of each function: the knowledge base in use, and those of tests and of reloads around it."""


_caches: list[Callable[[object], None]] = []


def forget(source: object) -> None:
    """Drop what was worked out for a value that is not in use any more, and holds much memory."""
    for drop in _caches:
        drop(source)


def derived(make: Callable[[Source], Derived]) -> Callable[[Source], Derived]:
    """A function of one immutable value that keeps its latest results.

    It knows a value by identity: to hash a whole knowledge base takes longer than to answer a question.
    """
    kept: tuple[tuple[Source, Derived], ...] = ()
    """The one used last comes first, so that others that are only tried do not drive out the one in use."""

    def get(source: Source) -> Derived:
        nonlocal kept
        before = kept
        for place, (known, result) in enumerate(before):
            if known is source:
                if place:
                    kept = (before[place], *before[:place], *before[place + 1 :])
                return result
        result = make(source)
        kept = ((source, result), *kept[: _KEPT - 1])
        return result

    def drop(source: object) -> None:
        nonlocal kept
        kept = tuple(pair for pair in kept if pair[0] is not source)

    _caches.append(drop)
    get.__doc__ = make.__doc__
    return get


def derived_with(make: Callable[[Source, Other], Derived]) -> Callable[[Source, Other], Derived]:
    """The same of a value together with another that seldom changes: of each value the latest result is kept."""

    @derived
    def kept(_: Source) -> list[tuple[Other, Derived]]:
        return []

    def get(source: Source, other: Other) -> Derived:
        latest = kept(source)
        found = latest[0] if latest else None
        if found is None or found[0] is not other:
            found = (other, make(source, other))
            latest[:] = [found]
        return found[1]

    get.__doc__ = make.__doc__
    return get
