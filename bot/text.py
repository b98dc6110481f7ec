"""Text as people type it, made comparable, with a way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
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
    """A text in its normal form: NFKC, simplified, case folded, without what nobody sees or means.

    Blanks of any kind and number are one, and none at the ends of lines or between Chinese and Latin letters or digits;
    dashes of any kind are hyphens where they join like one. ``offsets[i]`` is the place in ``original`` of the
    character that became ``text[i]``; one more entry marks the end.
    """

    original: str
    text: str
    offsets: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``original`` that became ``text[start:end]``, end exclusive."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1

    def source(self, start: int, end: int) -> str:
        """What stands in ``original`` for ``text[start:end]``."""
        first, last = self.source_span(start, end)
        return self.original[first:last]

    def part(self, start: int, end: int) -> Normalized:
        """The stretch ``text[start:end]`` as a text of its own."""
        start, end = _trimmed(self.text, start, end)
        first, last = self.source_span(start, end)
        offsets = [place - first for place in self.offsets[start:end]]
        return Normalized(self.original[first:last], self.text[start:end], [*offsets, last - first])

    def is_dash(self, place: int) -> bool:
        """Whether the hyphen at ``text[place]`` was written as a long dash, which may set words apart as well."""
        return self.original[self.offsets[place]] in LONG_DASHES

    def until(self, end: int) -> Normalized:
        """The text up to ``end``, as it stands in the same original."""
        return Normalized(self.original, self.text[:end], self.offsets[: end + 1])

    def is_apart(self, at: int) -> bool:
        """Whether something that is no part of ``text`` (a blank beside Chinese) stood before the place ``at`` of it."""
        return 0 < at < len(self.text) and self.offsets[at] - self.offsets[at - 1] > 1

    def gaps(self) -> Iterator[int]:
        """The places of ``text`` before which blanks or pictures stood that set words apart: 大家好 GLM多少钱, 大家好😂GLM.

        Where blanks stand at every border of Chinese and Latin letters, they are a way of typesetting.
        """
        if isinstance(self.offsets, range):
            return
        blanks, pictures = [], []
        for at in range(1, len(self.text)):
            left_out = self.original[self.offsets[at - 1] + 1 : self.offsets[at]]
            if not left_out:
                continue
            if any(map(is_picture, left_out)):
                pictures.append(at)
            elif left_out.isspace() and _BESIDE_HAN.match(self.text, at - 1):
                blanks.append(at)
        if len(blanks) == sum(1 for _ in _BESIDE_HAN.finditer(self.text)):
            blanks = []
        yield from sorted(blanks + pictures)


def normalize(text: str, start: int = 0) -> Normalized:
    """The normal form of a text from ``start`` on; time and memory are linear in what is read."""
    heard = _clauses_apart(text[start:] if start else text)
    normal = heard.translate(_NORMAL)
    offsets: Sequence[int] = range(start, len(text) + 1)
    if not _IRREGULAR.isdisjoint(heard):
        offsets = [place for place, character in enumerate(heard, start) for _ in _NORMAL[ord(character)]]
        offsets.append(len(text))
    if normal and (normal[0] in _BLANK or normal[-1] in _BLANK):
        first, last = _trimmed(normal, 0, len(normal))
        normal, offsets = normal[first:last], offsets[first : last + 1]
    if _LOOSE.search(normal) is None:
        return Normalized(text, normal, offsets)
    return Normalized(text, *_joined(normal, offsets))


def _clauses_apart(text: str) -> str:
    """The text with a mark between clauses for each Chinese comma that only looks as if it grouped digits: 输出500，100人."""
    return _NO_GROUPING.sub("；", text) if "，" in text else text


_NO_GROUPING: Final = re.compile(
    r"(?<=[0-9])(?<![，,.][0-9]{3})(?<![$¥€£][0-9])(?<![$¥€£][0-9]{2})(?<![$¥€£][0-9]{3})"
    r"，(?=(?!000)[0-9]{3}(?![0-9,，.]| ?(?:[元块刀美欧港日英]|rmb|usd)))(?:(?<=[0-9]{3}，)|(?![0-9]{3} ?(?:tok|字|词|万|亿)))"
)
"""A Chinese comma before three digits that are no round thousand, no end of a longer number and no sum of money."""


def normal_form(text: str) -> str:
    """The normal form alone, for names and words that are looked up."""
    return _LOOSE.sub(_replacement, text.translate(_NORMAL).strip(_BLANK))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the blanks at its ends."""
    while start < end and text[start] in _BLANK:
        start += 1
    while start < end and text[end - 1] in _BLANK:
        end -= 1
    return start, end


def _joined(normal: str, offsets: Sequence[int]) -> tuple[str, list[int]]:
    """A text with what is loose in it replaced, and where its characters come from."""
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for match in _LOOSE.finditer(normal):
        replaced = _replacement(match)
        pieces += (normal[end : match.start()], replaced)
        places += offsets[end : match.start() + len(replaced)]
        end = match.end()
    pieces.append(normal[end:])
    places += offsets[end:]
    return "".join(pieces), places


_BLANK: Final = " \n"
_HAN: Final = "[\u3400-\u9fff]"
_NUMERALS: Final = "一二两三四五六七八九十百千万亿几半"
_LEFT_OUT: Final = (
    rf"(?:(?<={_HAN}[ ])(?=[a-z0-9])|(?<=[a-z0-9][ ])(?={_HAN})|(?<=[{_NUMERALS}][ ])(?=[十百千万亿]|分之)"
    rf"|(?<=[百千万亿][ ])(?=[{_NUMERALS}][ ]?[十百千万亿]))"
)
_BLANK_LEFT_OUT: Final = re.compile(rf"[ ]{_LEFT_OUT}")
"""A blank between Chinese and Latin letters or digits, or within a numeral."""
_LONGEST_AHEAD: Final = 3
_LOOSE: Final = re.compile(rf"[ ](?:[ \n]+|{_LEFT_OUT})|\n[ \n]+|[—―](?<=[a-z0-9].)(?=[a-z0-9])")
"""Blanks that are left out, runs of others, and long dashes within a word."""
_BESIDE_HAN: Final = re.compile(rf"{_HAN}(?=[a-z0-9])|[a-z0-9](?={_HAN})")


def _replacement(match: re.Match[str]) -> str:
    loose = match[0]
    if loose[0] in LONG_DASHES:
        return "-"
    if "\n" in loose:
        return "\n"
    beside = match.string[match.start() - 1], match.string[match.end() : match.end() + _LONGEST_AHEAD]
    return "" if _BLANK_LEFT_OUT.match(" ".join(beside), 1) else " "


class _NormalTable(dict[int, str]):
    """Maps a code point to its normal form, worked out the first time that it is met."""

    def __missing__(self, code: int) -> str:
        normal = self[code] = _normal_character(chr(code))
        if len(normal) != 1:
            _IRREGULAR.add(chr(code))
        return normal


_HYPHENS: Final = "\u2010\u2011\u2012\u2013\u2043\u2212\u02d7\ufe63\uff0d"
"""What keyboards, editors and pages put for a hyphen or minus; longer dashes are hyphens only within a word."""
_PLAIN: Final = (
    {"\t": " ", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"}
    | {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"'}
    | dict.fromkeys(_HYPHENS, "-")
)
LONG_DASHES: Final = "—―"
_PICTURES: Final = ((0x1F000, 0x1FB00), (0x2600, 0x27C0), (0x2B00, 0x2C00), (0x2300, 0x2400))
"""Where the code points of emoji lie; between arrows and brackets there are a few more."""
_INVISIBLE: Final = ("Cf", "Cc", "Mn", "Me", "Cs", "Co", "Cn")


def _normal_character(character: str) -> str:
    if character == "\n":
        return character
    if character in _PLAIN:
        return _PLAIN[character]
    if is_picture(character) or unicodedata.category(character) == "Zs":
        return " "
    if unicodedata.category(character) in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKC", character).casefold()
    return "".join(_simplified().get(part, part) for part in plain if unicodedata.category(part) not in _INVISIBLE)


def is_picture(character: str) -> bool:
    """Whether a character is an emoji or another picture that may stand between words."""
    return unicodedata.category(character) in ("So", "Sk") and any(
        first <= ord(character) < last for first, last in _PICTURES
    )


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """Traditional characters and the simplified ones that stand for them, character by character."""
    from opencc import OpenCC

    han = [chr(code) for first, last in _HAN_BLOCKS for code in range(first, last)]
    simple = OpenCC("t2s").convert("\n".join(han)).split("\n")
    return {traditional: plain for traditional, plain in zip(han, simple, strict=True) if len(plain) == 1} | _VARIANTS


def to_traditional(text: str) -> str:
    """Simplified Chinese in traditional characters."""
    return _from_simplified()(text)


@lru_cache(maxsize=1)
def _from_simplified() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2tw").convert
    return convert


_HAN_BLOCKS: Final = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
_VARIANTS: Final = {"円": "圆"}


_IRREGULAR: Final[set[str]] = set()
"""Characters met so far whose normal form is not one character: only with these do offsets shift."""

_NORMAL: Final = _NormalTable()
