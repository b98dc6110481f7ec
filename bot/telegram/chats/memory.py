"""Small memories that forget: nothing here grows without bound, and nothing is needed to answer."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from typing import Final, Generic, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

MOST: Final = 10_000


class Bounded(Generic[K, V]):
    """A mapping that drops its oldest entry when it is full."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._entries: OrderedDict[K, V] = OrderedDict()

    @overload
    def get(self, key: K) -> V | None: ...
    @overload
    def get(self, key: K, default: V) -> V: ...
    def get(self, key: K, default: V | None = None) -> V | None:
        return self._entries.get(key, default)

    def put(self, key: K, value: V) -> None:
        self._entries.pop(key, None)
        self._entries[key] = value
        if len(self._entries) > self._most:
            self._entries.popitem(last=False)

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[K]:
        return iter(self._entries)

    def pop(self, key: K) -> V | None:
        return self._entries.pop(key, None)


class Recently:
    """What happened within the last ``seconds``. ``clock`` gives seconds."""

    def __init__(self, seconds: float, clock: Callable[[], float], most: int = MOST) -> None:
        self._seconds = seconds
        self._clock = clock
        self._times: Bounded[Hashable, float] = Bounded(most)

    def was(self, what: Hashable) -> bool:
        """Whether it happened recently."""
        before = self._times.get(what)
        return before is not None and self._clock() - before < self._seconds

    def again(self, what: Hashable) -> bool:
        """Whether it happened recently; from now on it did."""
        recently = self.was(what)
        if not recently:
            self._times.put(what, self._clock())
        return recently
