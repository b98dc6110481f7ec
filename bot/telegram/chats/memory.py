"""Small memories that forget: nothing here grows without bound, and nothing is needed to answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST: Final = 10_000


class Bounded(Generic[K, V]):
    """A mapping that drops its oldest entry when it is full."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._entries: OrderedDict[K, V] = OrderedDict()

    def get(self, key: K) -> V | None:
        return self._entries.get(key)

    def put(self, key: K, value: V) -> None:
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def pop(self, key: K) -> V | None:
        return self._entries.pop(key, None)


class Recently:
    """What happened within the last ``seconds``. ``clock`` gives seconds."""

    def __init__(self, seconds: float, clock: Callable[[], float], most: int = MOST) -> None:
        self._seconds = seconds
        self._clock = clock
        self._times: Bounded[Hashable, float] = Bounded(most)

    def again(self, what: Hashable) -> bool:
        """Whether it happened recently; from now on it did."""
        now = self._clock()
        before = self._times.get(what)
        if before is not None and now - before < self._seconds:
            return True
        self._times.put(what, now)
        return False
