"""Text as people type it, made comparable, with a way back to the original offsets."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

MAX_TEXT_LENGTH: Final = 4096
"""Longest text that is read, in characters: the longest message that Telegram delivers."""


class Language(StrEnum):
    """The languages of replies."""

    ZH_HANS = "zh-Hans"
    ZH_HANT = "zh-Hant"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text with its normal form: NFKC, simplified, case folded, without invisible characters.

    ``offsets[i]`` is the place in ``original`` of the character that became ``text[i]``; one more entry marks the end.
    """

    original: str
    text: str
    offsets: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``original`` that became ``text[start:end]``, end exclusive."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


def normalize(text: str, start: int = 0) -> Normalized:
    """The normal form of a text from ``start`` on; time and memory are linear in what is read."""
    heard = text[start:] if start else text
    normal = heard.translate(_NORMAL)
    if _IRREGULAR.isdisjoint(heard):
        return Normalized(text, normal, range(start, len(text) + 1))
    pieces: list[str] = []
    offsets: list[int] = []
    for place, character in enumerate(heard, start):
        piece = _NORMAL[ord(character)]
        pieces.append(piece)
        offsets.extend([place] * len(piece))
    offsets.append(len(text))
    return Normalized(text, "".join(pieces), offsets)


def normal_form(text: str) -> str:
    """The normal form alone, for names and words that are looked up."""
    return text.translate(_NORMAL)


class _NormalTable(dict[int, str]):
    """Maps a code point to its normal form, worked out the first time that it is met."""

    def __missing__(self, code: int) -> str:
        normal = self[code] = _normal_character(chr(code))
        if len(normal) != 1:
            _IRREGULAR.add(chr(code))
        return normal


_PLAIN: Final = {"\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"} | {
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
}
_INVISIBLE: Final = ("Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn")


def _normal_character(character: str) -> str:
    if character == "\n":
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", character).casefold()
    return "".join(_simplified().get(part, part) for part in plain if unicodedata.category(part) not in _INVISIBLE)


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Traditional characters and the simplified ones that stand for them, character by character."""
    from opencc import OpenCC

    han = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last)]
    simple = OpenCC("t2s").convert("\n".join(han)).split("\n")
    return {traditional: plain for traditional, plain in zip(han, simple, strict=True) if len(plain) == 1} | _VARIANTS


_HAN_BLOCKS: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_VARIANTS: Final = {"円": "圆"}


_IRREGULAR: Final[set[str]] = set()
"""Characters met so far whose normal form is not one character: only with these do offsets shift."""

_NORMAL: Final = _NormalTable()
