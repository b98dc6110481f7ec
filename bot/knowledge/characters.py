"""Characters that nobody sees or that are taken for others: what they are called, and how messages show them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from bot.knowledge.messages.message import Term

ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that look like the plain one, and are none to YAML."""

INVISIBLE: Final = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0e\ufeff]")
"""What shows nothing by itself: of zero width, joining, turning the direction of writing. A variation selector that
only makes an emoji of a sign (U+FE0F) is left out."""

CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
"""What a terminal may act on, and what no text is made of."""


_CHINESE_NAMES: Final = {
    "\u00a0": "不换行空格",
    "\u00ad": "软连字符",
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字符",
    "\u200d": "零宽连字符",
    "\u202f": "窄的不换行空格",
    "\u2060": "零宽的词连接符",
    "\u3000": "全角空格",
    "\ufeff": "字节顺序标记",
}


def called(character: str) -> Term:
    """The number of a character with its name, in English that of the Unicode standard: ``U+00A0 (no-break space)``."""
    number = f"U+{ord(character):04X}"
    name = _CHINESE_NAMES.get(character) or next((name for kind, name in _KINDS if kind.fullmatch(character)), "字符")
    return Term(f"{number} ({unicodedata.name(character, 'control character').lower()})", f"{number}（{name}）")


_KINDS: Final = (
    (ODD_SPACE, "不是普通空格的空格"),
    (INVISIBLE, "看不见的字符"),
    (CONTROL, "控制字符"),
)


def harmless(text: str, most: int | None = None) -> str:
    """The text with numbers in place of what is not seen or would be acted on (``\\x1b``), and cut to ``most``."""
    if most is not None and len(text) > most:
        text = f"{text[:most]}…"
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)
