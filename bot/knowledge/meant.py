"""What a number or a day is meant to be that is not written as the files have it: 2元, 1M, 百万, 2026/3/1."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Final

from bot.knowledge.days import RoughDay
from bot.quantities import exact_text

_SIZES: Final = {
    "": 1, "k": 1_000, "m": 1_000_000, "b": 1_000_000_000,
    "千": 1_000, "万": 10_000, "百万": 1_000_000, "千万": 10_000_000, "亿": 100_000_000,
}  # fmt: skip
_NUMBER: Final = re.compile(
    r"(?:us)?[¥$€£]?([0-9]+(?:\.[0-9]+)?)?(千万|百万|[千万亿kmb]?)(?:元|块|美元|人民币|yuan|usd|cny|rmb|%|tokens?|字|次|,)?"
)
_FREE: Final = frozenset({"免费", "免費", "free"})
_DAY: Final = re.compile(r"([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2}))?[日号月]?")


def meant_number(text: str) -> str | None:
    """The number, in plain digits, that a text is plainly meant to be."""
    found = _NUMBER.fullmatch(_plain(text))
    if found is None or not (found[1] or found[2]):
        return None
    return exact_text(Decimal(found[1] or 1) * _SIZES[found[2]])


def means_free(text: str) -> bool:
    return _plain(text) in _FREE


def meant_day(text: str) -> str | None:
    """The day, or the month, that a text is plainly meant to be, with the year first."""
    found = _DAY.fullmatch(_plain(text))
    if found is None:
        return None
    try:
        return RoughDay.read("-".join(part.zfill(2) for part in found.groups() if part)).text
    except ValueError:
        return None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).replace(" ", "").lower()
