"""Idioms and names that hold a numeral which is no amount: 千万别, 五角大楼, 乱七八糟."""

from __future__ import annotations

from typing import Final

from bot.language.basics.vocabulary import words_under

_READ: Final = frozenset(words_under("idioms", "read"))
"""Longer words that are read, though a shorter one in them is an idiom."""
_NUMERALS: Final = frozenset("零〇一二两三四五六七八九十百千万亿半1")
_COUNTED: Final = frozenset("个位名次块元毛分角天年倍本篇字条份台种家万千百十亿点成折%")
"""After a name that ends in a numeral these make a number of it: 每周三次, 最高一万."""
_DIGITS: Final = frozenset("零〇一二三四五六七八九")
_Entry = tuple[str, int]


def _index() -> dict[str, tuple[_Entry, ...]]:
    """Each word with the place of its first numeral, by that numeral and a character beside it; the longest first."""
    index: dict[str, list[_Entry]] = {}
    for word in sorted({*words_under("idioms", "idioms"), *_READ}, key=lambda word: (-len(word), word)):
        place = next(at for at, character in enumerate(word) if character in _NUMERALS)
        key = word[place : place + 2] if place + 1 < len(word) else f"<{word[place - 1 : place + 1]}"
        index.setdefault(key, []).append((word, place))
    return {key: tuple(entries) for key, entries in index.items()}


_INDEX: Final = _index()


def idiom_end(text: str, pos: int) -> int | None:
    """The end of the idiom or name whose first numeral stands at ``pos``."""
    found = _longest(text, pos, text[pos : pos + 2])
    before = _longest(text, pos, f"<{text[pos - 1 : pos + 1]}") if pos else None
    if found is not None and (found in _READ or (found == "一点" and text[pos + 2 : pos + 3] in _DIGITS)):
        return None
    if found is not None:
        return pos + len(found) - found.index(text[pos])
    if before is None or (text[pos + 1 : pos + 2] in _COUNTED and text[pos] != "半"):
        return None
    return pos + 1


def _longest(text: str, pos: int, key: str) -> str | None:
    for word, place in _INDEX.get(key, ()):
        if place <= pos and text.startswith(word, pos - place):
            return word
    return None
