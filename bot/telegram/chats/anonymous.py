"""Texts without what could tell who wrote them, as far as that can be seen in a text."""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 200
"""Characters that are kept of a text: a question is shorter, and what is longer tells of other things too."""

MASK: Final = "…"

_LINK: Final = re.compile(r"(?:https?://|www\.|t\.me/)\S+", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|@\w{2,64}")
_SECRET: Final = re.compile(r"(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{28,}", re.ASCII)
_NUMBER: Final = re.compile(r"(?<![\w.-])\+?\d[\d -]{6,}\d(?![\w-])", re.ASCII)
_DAY: Final = re.compile(r"(?:19|20)\d\d-?\d\d-?\d\d", re.ASCII)
_UNSEEN: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]+")


def anonymous(text: str) -> str:
    """The text on one line, with a mark in place of names of accounts, addresses, links, keys and numbers of people."""
    text = _UNSEEN.sub(" ", text[: 4 * LONGEST])
    for shape in (_LINK, _ADDRESS, _SECRET):
        text = shape.sub(MASK, text)
    text = " ".join(_NUMBER.sub(_masked, text).split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + MASK


def _masked(found: re.Match[str]) -> str:
    """A mark for what may be the number of a phone, an account or a person; sums and days stay."""
    text = found.group()
    digits = re.sub(r"\D", "", text)
    is_sum = digits == text and (digits.endswith("000") or len(digits) < 8)
    return text if is_sum or _DAY.fullmatch(text) or len(digits) < 8 else MASK
