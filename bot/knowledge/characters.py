"""Characters that nobody sees or that are taken for others: what they are called, and how messages show them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that look like the plain one, and are none to YAML."""

INVISIBLE: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff]")
"""What shows nothing by itself: of zero width, joining, turning the direction of writing. A variation selector that
only makes an emoji of a sign (U+FE0F) is left out."""

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What a terminal may act on, and what no text is made of."""


def called(character: str) -> str:
    """The number of a character with its name, which the Unicode standard gives: ``U+00A0 (no-break space)``."""
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'control character').lower()})"


def harmless(text: str, most: int | None = None) -> str:
    """The text with numbers in place of what is not seen or would be acted on (``\\x1b``), and cut to ``most``."""
    if most is not None and len(text) > most:
        text = f"{text[:most]}…"
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
