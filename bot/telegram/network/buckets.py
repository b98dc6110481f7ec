"""Token buckets: how much one person or chat may ask of the bot before it slows them down."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

MOST_BUCKETS: Final = 10_000
"""Whoever was not heard of for the longest starts with a full bucket again."""


class Taken(Enum):
    """What came of asking for a token."""

    YES = auto()
    EMPTIED = auto()
    """No, and it is the first no since the bucket was half full: worth a word."""
    NO = auto()


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float
    told: bool = False


class Buckets:
    """A bucket for each key: ``burst`` tokens at most, and a new one every ``seconds``. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float], burst: int, seconds: float, most: int = MOST_BUCKETS) -> None:
        self._clock = clock
        self._burst = burst
        self._seconds = seconds
        self._most = most
        self._buckets: OrderedDict[Hashable, _Bucket] = OrderedDict()

    def take(self, key: Hashable) -> Taken:
        """Take a token of this key's bucket."""
        bucket = self._filled(key)
        if bucket.tokens < 1:
            return _refused(bucket)
        bucket.tokens -= 1
        return Taken.YES

    def empty(self, key: Hashable) -> Taken:
        """Take all tokens of this key's bucket: there is no room for what it asks."""
        bucket = self._filled(key)
        bucket.tokens = 0.0
        return _refused(bucket)

    def _filled(self, key: Hashable) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(key)
        if bucket is None:
            bucket = self._buckets[key] = _Bucket(float(self._burst), now)
            if len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
            return bucket
        self._buckets.move_to_end(key)
        bucket.tokens = min(float(self._burst), bucket.tokens + (now - bucket.at) / self._seconds)
        bucket.at = now
        if 2 * bucket.tokens >= self._burst:
            bucket.told = False
        return bucket


def _refused(bucket: _Bucket) -> Taken:
    told, bucket.told = bucket.told, True
    return Taken.NO if told else Taken.EMPTIED
