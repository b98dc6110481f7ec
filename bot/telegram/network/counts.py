"""What happened since the start, counted in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


class Counts:
    """Numbers by name and label: ``sends`` by outcome, ``shed`` by reason. Nothing in them is about a person."""

    def __init__(self) -> None:
        self._numbers: Counter[tuple[str, str]] = Counter()

    def add(self, name: str, label: str = "", by: int = 1) -> None:
        self._numbers[name, label] += by

    def of(self, name: str, label: str = "") -> int:
        return self._numbers[name, label]

    def all(self) -> Mapping[tuple[str, str], int]:
        """A copy, for whoever shows them."""
        return dict(self._numbers)
