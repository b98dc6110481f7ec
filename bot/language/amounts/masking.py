"""Blanks out what holds no amounts (names, links, addresses, code, raised figures, 一个字一个字), and restores ½.

The normal form of ½ is three characters, which after a digit look like another number (1½, 11/2).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.amounts.not_amounts import MASK
from bot.language.numbers.arabic_numbers import FILLER, VULGAR_FRACTIONS
from bot.language.numbers.chinese_sections import ONES
from bot.text import Normalized

_BLANKED: Final = re.compile(
    r"""
      ```.*?```
    | `[^`\n]{1,400}+`
    | (?<![a-z0-9+.\-])[a-z][a-z0-9+.\-]{0,15}+://[^\s\u3400-\u9fff，。；！？、]*+
    | (?<![a-z0-9])www\.[^\s\u3400-\u9fff，。；！？、]++
    | (?<![a-z0-9._%+\-])[a-z0-9._%+\-]{1,64}+@[a-z0-9.\-]{1,255}+
    """,
    re.VERBOSE | re.DOTALL,
)
_REDUPLICATED: Final = re.compile(r"(一[个条句步点篇次天页段行字张本封块篇件遍年月]字?)(?:[又接])?\1")
"""One after the other, which counts nothing: 一个字一个字, 一条一条."""
_HUNDRED: Final = re.compile(rf"(?<=[{ONES}几])白(?=[万亿元块]|[{ONES}]十)")
"""百 as it is often typed in haste, between the numerals that go with it."""
_RAISED: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⒈⒉⒊⒋⒌❶❷❸")


def masked(normalized: Normalized, blocked: Sequence[tuple[int, int]]) -> str:
    """The normalized text, as long as before, with :data:`MASK` where no amount can be."""
    text = normalized.text
    spans = list(blocked)
    if "://" in text or "www." in text or "@" in text or "`" in text:
        spans.extend(match.span() for match in _BLANKED.finditer(text))
    if not normalized.original.isascii() and not _RAISED.isdisjoint(normalized.original):
        original = normalized.original
        spans.extend((at, at + 1) for at in range(len(text)) if original[normalized.offsets[at]] in _RAISED)
    if text.count("一") > 1:
        spans.extend(match.span() for match in _REDUPLICATED.finditer(text))
    if "白" in text:
        text = _HUNDRED.sub("百", text)
    if "⁄" in text:
        text = _with_fractions(normalized)
    return _blank(text, spans) if spans else text


def _with_fractions(normalized: Normalized) -> str:
    """The text with ½ and its like as one character again, filled up to the length of their normal form."""
    characters = list(normalized.text)
    offsets, original = normalized.offsets, normalized.original
    for at in range(len(characters)):
        if original[offsets[at]] in VULGAR_FRACTIONS:
            first = at == 0 or offsets[at - 1] != offsets[at]
            characters[at] = original[offsets[at]] if first else FILLER
    return "".join(characters)


def _blank(text: str, spans: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    place = 0
    for start, end in sorted(spans):
        start, end = max(start, place), min(end, len(text))
        if start < end:
            pieces.append(text[place:start])
            pieces.append(MASK * (end - start))
            place = end
    pieces.append(text[place:])
    return "".join(pieces)
