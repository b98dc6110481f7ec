"""Buttons in rows that are read on a phone, without a label cut off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Final
from unicodedata import east_asian_width

from bot.answers import Button
from bot.question import Question

WIDEST: Final = (40, 17, 11)
"""Columns of a label that are shown where one, two or three buttons share a row; a Chinese character takes two."""


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def in_rows(
    ways: Iterable[tuple[str, Question]], code_of: Callable[[Question], str | None], most: int
) -> tuple[tuple[Button, ...], ...]:
    """A button for each label and the question behind it, in their order, as many as fit into ``most`` rows; what has no
    room left at their end joins an earlier row that has some. Left out is what has no code, or the same as another."""
    rows: list[list[Button]] = []
    codes: set[str] = set()
    for label, question in ways:
        row = _row_for(width(label), rows, most)
        code = code_of(question) if row is not None else None
        if row is None or code is None or code in codes:
            continue
        if not row:
            rows.append(row)
        row.append(Button(label, code))
        codes.add(code)
    return tuple(map(tuple, rows))


def _row_for(wide: int, rows: Sequence[list[Button]], most: int) -> list[Button] | None:
    """The row with room for so wide a label: the last, or else a new one, or else an earlier one."""
    for row in reversed(rows):
        if len(row) < len(WIDEST) and max(wide, *map(width, map(_LABEL, row))) <= WIDEST[len(row)]:
            return row
        if len(rows) < most:
            break
    return [] if len(rows) < most and wide <= WIDEST[0] else None


_LABEL: Final = attrgetter("label")
