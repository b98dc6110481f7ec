"""Days that are known only by their month or year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_SHAPE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class RoughDay:
    """A day, or the month or year that it lies in, as ``text``: ``2024-05-16``, ``2024-05``, ``2024``."""

    text: str

    @classmethod
    def read(cls, text: str) -> RoughDay:
        """Raises:
        ValueError: it is no day, month or year of the calendar.
        """
        if not _SHAPE.fullmatch(text):
            raise ValueError(text)
        day = cls(text)
        _ = day.first
        return day

    @property
    def exact(self) -> date | None:
        """The day itself, where it is known."""
        return date.fromisoformat(self.text) if self.text.count("-") == 2 else None

    @property
    def first(self) -> date:
        """The first day that it may be."""
        return date.fromisoformat((self.text + "-01-01")[:10])

    @property
    def last(self) -> date:
        """The last day that it may be."""
        first = self.first
        if self.text.count("-") == 2:
            return first
        if self.text.count("-") == 0 or first.month == 12:
            return date(first.year, 12, 31)
        return date(first.year, first.month + 1, 1) - _ONE_DAY
