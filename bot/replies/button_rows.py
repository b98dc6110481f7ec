"""Buttons in rows that are read on a phone, without a label cut off."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final
from unicodedata import east_asian_width

from bot.answers import Button

WIDEST: Final = (40, 17, 11)
"""Columns of a label that are shown where one, two or three buttons share a row; a Chinese character takes two."""


@lru_cache(maxsize=4096)
def width(text: str) -> int:
    """The columns that a text takes."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def in_rows(buttons: Iterable[Button], most: int) -> tuple[tuple[Button, ...], ...]:
    """The buttons in their order, as many as fit into ``most`` rows; what has no room left at their end joins an earlier
    row that has some."""
    rows: list[list[Button]] = []
    asked: set[str] = set()
    for button in buttons:
        if button.code in asked or width(button.label) > WIDEST[0]:
            continue
        begins = len(rows) < most and not (rows and _fits(rows[-1], button))
        row = [] if begins else next((row for row in reversed(rows) if _fits(row, button)), None)
        if row is None:
            continue
        if begins:
            rows.append(row)
        row.append(button)
        asked.add(button.code)
    return tuple(map(tuple, rows))


def _fits(row: list[Button], button: Button) -> bool:
    if len(row) == len(WIDEST):
        return False
    return max([width(each.label) for each in (*row, button)]) <= WIDEST[len(row)]
