"""The font file, and which characters it holds."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = Path(__file__).parent
FONT: Final = _HERE / "NotoSansSC-charts.otf"
CHARACTERS: Final = _HERE / "characters.txt"
"""All characters of the font, one after the other; written with it by ``tools/chart_font.py``."""

_MISSING: Final = "?"


@cache
def _held() -> frozenset[str]:
    return frozenset(CHARACTERS.read_text(encoding="utf-8"))


def is_written(text: str) -> bool:
    """Whether the font has all characters of a text."""
    return _held().issuperset(text)


def written(text: str) -> str:
    """The text with a question mark for each character that the font lacks, rather than an empty box."""
    held = _held()
    return text if held.issuperset(text) else "".join(each if each in held else _MISSING for each in text)
