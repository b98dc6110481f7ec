"""Sentences of a message that may each hold a question of its own."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(
    r"[?？!！。;；\n]+|\.(?=\s)"
    r"|(?<![,，、 ])[,，、 ]*+(?=另外|还有|還有|再问|再問|再请问|再請問|顺便|順便|同埋想問|仲有)"
    r"|(?<![,.， ])[,.， ]++(?=(?:and )?also[ ,]|and (?:what|how|who|when|why|which)\b|plus[ ,])",
    re.IGNORECASE,
)
_COMMA: Final = re.compile(r"[,，]")
_MOST: Final = 4


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a message, at most four; one alone where nothing divides it."""
    found = tuple(part for part in (piece.strip() for piece in _END.split(text)) if len(part) > 1)
    return found if 1 < len(found) <= _MOST else (text,)


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a message between commas, at most four; none where no comma divides it."""
    found = tuple(part for part in (piece.strip() for piece in _COMMA.split(text)) if len(part) > 1)
    return found if 1 < len(found) <= _MOST else ()


_BACK: Final = re.compile(r"\b(?:it|its|they|them|their)\b|它|佢|该模型|該模型", re.IGNORECASE)


def points_back(text: str) -> bool:
    """Whether a sentence speaks of something that the one before named."""
    return _BACK.search(text) is not None
