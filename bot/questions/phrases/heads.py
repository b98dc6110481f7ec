"""People, and groups of them, that a number counts (5个同学, 12 developers), and the words for each of them (每人, per head)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from bot.language.basics.vocabulary import listed
from bot.language.numbers.chinese_sections import ONES, TENS

Span = tuple[int, int]

_NUMERALS: Final = f"{ONES}{TENS}0-9"


_TOGETHER: Final = re.compile(
    r"(?:我们|我哋|我地|咱们|咱|我|你们|他们|她们|佢哋)([俩仨两二三四五六七八九十])(?:个人?|人|姐妹|兄弟)?(?![多少几块元蚊毛万千百十亿天日月年次本])"
)
"""Some of us, without a word for people: 我们仨, 我哋四个."""
_SMALL: Final = {"俩": 2, "仨": 3, "两": 2, "十": 10} | {
    digit: value for value, digit in enumerate("二三四五六七八九", 2)
}


class _Vocabulary(NamedTuple):
    counted: re.Pattern[str]
    groups: tuple[str, ...]
    each: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    words: dict[str, list[str]] = {}
    for heading, word in listed("people"):
        words.setdefault(heading, []).append(word)
    chinese, english, everyone = (_any_of(words[heading]) for heading in ("people", "person", "everyone"))
    plurals = _any_of([*words["persons"], *(f"{noun}s" for noun in words["person"])])
    counted = rf" ?(?:多?[个名位条]|家)?小?(?:{chinese})| (?:[a-z]+ )?(?:{plurals})(?![a-z])"
    each = (
        rf"(?:每一?[个位名]?(?:{chinese})|每[个位名]|人均(?!分)|(?<![{_NUMERALS}])一[个位名]?(?:{chinese})|各自|各(?!种|类|位|家|大|厂))"
        rf"|\b(?:{everyone}|(?:per|a|every|for each|for every|/) ?(?:{english}|capita))\b|/ ?(?:{english})\b|/ ?人"
    )
    groups = tuple(f"{noun} of " for noun in words["person"])
    return _Vocabulary(re.compile(counted), groups, re.compile(each))


def _any_of(words: list[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def heads_behind(text: str, end: int) -> Span | None:
    """Where people or groups of them stand right behind a number that ends there."""
    match = _vocabulary().counted.match(text, end)
    return match.span() if match is not None else None


def is_of_group(text: str, start: int) -> bool:
    """Whether the number that begins there says how many a group is of: team of 5."""
    return text.endswith(_vocabulary().groups, 0, start)


def each_of_them(text: str) -> tuple[Span, ...]:
    """Where each of some people is spoken of, in the order of the text."""
    return tuple(match.span() for match in _vocabulary().each.finditer(text))


def together_in(text: str) -> tuple[Span, Decimal] | None:
    """Where some of us are spoken of without a word for people, and how many they are: 我们仨."""
    match = _TOGETHER.search(text)
    return (match.span(), Decimal(_SMALL[match[1]])) if match is not None else None
