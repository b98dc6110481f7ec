"""Where the clauses of a message end."""

from __future__ import annotations

import re
from typing import Final

CLAUSE_END: Final = re.compile(r"[;?!。、…⋯\n]|[,.:](?![0-9])|\b(?:but|if|would|will|then)\b|但|如果|假如|要是")
"""A mark, or a word that opens another clause."""


def clause_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that a stretch of a text stands in."""
    before = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    behind = CLAUSE_END.search(text, end)
    return before, behind.start() if behind is not None else len(text)
