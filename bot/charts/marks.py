"""What stands for a vendor in a small picture: a colour and a few letters, both of our own making."""

from __future__ import annotations

import hashlib
import re
from typing import Final, NamedTuple, TypeAlias

Colour: TypeAlias = tuple[int, int, int]

SIDE: Final = 160
"""Pixels of the picture's sides."""

MOST_MARKED: Final = 2
"""Vendors that share one picture."""

_VENDOR: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")

_COLOURS: Final = (
    (38, 109, 211), (200, 92, 20), (18, 130, 118), (136, 96, 208), (186, 56, 96), (72, 112, 40), (120, 84, 60), (60, 92, 120),
)  # fmt: skip
"""Grounds on which white letters are read."""


class Mark(NamedTuple):
    """A few letters on a ground."""

    letters: str
    ground: Colour


_KNOWN: Final = {
    "alibaba": Mark("Qwen", (102, 76, 196)),
    "anthropic": Mark("Claude", (190, 96, 62)),
    "baidu": Mark("文心", (44, 78, 200)),
    "bytedance": Mark("豆包", (38, 109, 211)),
    "deepseek": Mark("DS", (58, 84, 220)),
    "google": Mark("Gem", (30, 118, 190)),
    "iflytek": Mark("星火", (16, 116, 188)),
    "minimax": Mark("MM", (196, 52, 88)),
    "moonshot": Mark("Kimi", (36, 42, 56)),
    "openai": Mark("GPT", (16, 126, 104)),
    "tencent": Mark("混元", (20, 96, 190)),
    "x-ai": Mark("Grok", (44, 46, 52)),
    "zhipu": Mark("GLM", (46, 86, 200)),
}


def mark_of(vendor: str) -> Mark:
    """The mark of a vendor by its id: that of a known one, or else its first letters on one of a few grounds."""
    known = _KNOWN.get(vendor)
    if known is not None:
        return known
    ground = _COLOURS[hashlib.sha256(vendor.encode()).digest()[0] % len(_COLOURS)]
    return Mark(vendor[:2].upper(), ground)


def vendors_in(text: str) -> tuple[str, ...]:
    """The vendors that an address names, with blanks between them; none where it names anything else, or too many."""
    found = tuple(text.split(" "))
    return found if len(found) <= MOST_MARKED and all(map(_VENDOR.fullmatch, found)) else ()
