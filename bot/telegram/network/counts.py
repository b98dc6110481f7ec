"""What happened since the start, counted in one place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

STEPS: Final = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 120.0, 600.0, 3600.0)
"""Seconds up to which times are told apart."""

MOST: Final = 2_000
"""Different labels of which the numbers are kept apart, far more than there are; further ones are counted together."""

OTHER: Final = "other"

Labels: TypeAlias = tuple[str, ...]


@dataclass(slots=True)
class Times:
    """How often something took up to each of :data:`STEPS` seconds, and longer; and how long all of it took."""

    steps: list[int] = field(default_factory=lambda: [0] * (len(STEPS) + 1))
    seconds: float = 0.0


class Counts:
    """Numbers by name and labels: ``sends`` by outcome, ``shed`` by reason. Nothing in them is about a person."""

    def __init__(self) -> None:
        self._numbers: Counter[tuple[str, Labels]] = Counter()
        self._times: dict[tuple[str, Labels], Times] = {}

    def add(self, name: str, *labels: str, by: int = 1) -> None:
        self._numbers[self._key(self._numbers, name, labels)] += by

    def took(self, name: str, seconds: float, *labels: str) -> None:
        times = self._times.setdefault(self._key(self._times, name, labels), Times())
        times.steps[bisect_left(STEPS, seconds)] += 1
        times.seconds += seconds

    def of(self, name: str, *labels: str) -> int:
        return self._numbers[name, labels]

    def all(self) -> Mapping[tuple[str, Labels], int]:
        """A copy, for whoever shows them."""
        return dict(self._numbers)

    def times(self) -> Mapping[tuple[str, Labels], Times]:
        return dict(self._times)

    @staticmethod
    def _key(known: Mapping[tuple[str, Labels], object], name: str, labels: Labels) -> tuple[str, Labels]:
        key = name, labels
        return key if key in known or len(known) < MOST else (name, (OTHER,) * len(labels))
