"""How many of a ranking are asked for, or which place of it: the cheapest three, the second cheapest."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.vocabulary import characters, either, words_under
from bot.language.numbers.chinese_sections import DIGITS, SMALL
from bot.language.numbers.english_words import PLACES
from bot.language.numbers.english_words import SMALL as ENGLISH
from bot.language.numbers.numbers import value_of

_MOST: Final = 10
_ONES: Final = f"[{''.join(sorted(characters('ranks', 'counters')))}]"
_SUPERLATIVE: Final = f"(?:{either(words_under('ranks', 'superlatives'))})"
_LAST_COMPARED: Final = f"(?:{either(words_under('ranks', 'compared'))})"
_EXTREME: Final = f"(?:{either(words_under('ranks', 'extremes'))})"
_NOT_RANKED: Final = rf"(?! (?:{either(words_under('ranks', 'not ranked'))}))"
_SEVERAL: Final = "".join(numeral for numeral, value in (DIGITS | SMALL).items() if 1 < value <= _MOST)
_NUMERAL: Final = rf"(?P<n>[{_SEVERAL}俩]|[1-9]\d?(?!\d|[.,]\d))"
_NUMBER: Final = rf"(?P<n>{either(word for word, value in ENGLISH.items() if 1 < value <= _MOST)}|[1-9]\d?)\b"
_ORDINAL: Final = (
    rf"\b(?P<n>{either(word for word, place in PLACES.items() if 1 < place <= _MOST)}|[2-5](?=nd|rd|th))(?:nd|rd|th)?"
)

_LIMITS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:前|头){_NUMERAL}(?:{_ONES}|强|$|[^\d万千百亿元块毛角分])",
        rf"{_SUPERLATIVE}(?:的|嘅|那|𠮶|啲)?(?:的|嘅)?{_NUMERAL}{_ONES}",
        rf"{_NUMERAL}{_ONES}{_SUPERLATIVE}",
        rf"\b(?:top|first) {_NUMBER}{_NOT_RANKED}",
        rf"\b{_NUMBER} {_EXTREME}",
        rf"\b{_EXTREME} {_NUMBER}{_NOT_RANKED}",
    )
)
_NTH: Final = (
    re.compile(rf"第{_NUMERAL}{_ONES}?的?最?{_LAST_COMPARED}"),
    re.compile(rf"{_ORDINAL}[ -](?:{_EXTREME}|lowest|highest)"),
)
_PLACE: Final = (re.compile(rf"第{_NUMERAL}"), re.compile(rf"{_ORDINAL}\b"))
_NEXT: Final = re.compile(rf"次{_LAST_COMPARED}(?!数)|\bnext cheapest\b|\brunner[ -]up\b")


def limit_in(text: str) -> int | None:
    """How many of a ranking a normalized text asks for; ``None`` where it does not say."""
    return _first(_LIMITS, text)


def limit_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where a normalized text says how many of a ranking it asks for."""
    match = next(filter(None, (pattern.search(text) for pattern in _LIMITS)), None)
    return () if match is None else (match.span(),)


def nth_in(text: str) -> int | None:
    """The one place of a ranking that a normalized text asks for, from 2 on."""
    place = _first(_NTH, text) or (2 if _NEXT.search(text) else None)
    return place if place is not None and place > 1 else None


def place_in(text: str) -> int | None:
    """The place, from 2 on, that a text names where a ranking is spoken of already: 第二呢, the 2nd one."""
    place = _first(_PLACE, text)
    return place if place is not None and place > 1 else None


def _first(patterns: tuple[re.Pattern[str], ...], text: str) -> int | None:
    for pattern in patterns:
        match = pattern.search(text)
        if match is not None:
            return PLACES.get(match["n"]) or int(value_of(match["n"]))
    return None
