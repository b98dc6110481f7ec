"""How many of a ranking are asked for, or which place of it: the cheapest three, the second cheapest."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_WORDS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ORDINALS: Final = {"second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "fifth": 5, "5th": 5}
_VALUES: Final = _DIGITS | _WORDS | _ORDINALS

_NUMERAL: Final = rf"(?P<n>[{''.join(_DIGITS)}]|[1-9]\d?(?!\d|[.,]\d))"
_NUMBER: Final = rf"(?P<n>{'|'.join(_WORDS)}|[1-9]\d?)\b"
_ONES: Final = "[个款家名位种只间]"
_SUPERLATIVE: Final = "最(?:便宜|平|低|贵|高|抵|实惠|划算|省)"
_EXTREME: Final = r"(?:cheapest|dearest|priciest|costliest|most expensive|least expensive|most affordable)"

_LIMITS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:前|头){_NUMERAL}(?:{_ONES}|强|$|[^\d万千百亿元块毛角分])",
        rf"{_SUPERLATIVE}(?:的|嘅|那|𠮶|啲)?(?:的|嘅)?{_NUMERAL}{_ONES}",
        rf"{_NUMERAL}{_ONES}{_SUPERLATIVE}",
        rf"\b(?:top|first) {_NUMBER}(?! (?:yuan|rmb|dollars|million|tokens))",
        rf"\b{_NUMBER} {_EXTREME}",
        rf"\b{_EXTREME} {_NUMBER}(?! (?:yuan|rmb|dollars|million|tokens))",
    )
)
_NTH: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"第{_NUMERAL}{_ONES}?的?最?(?:便宜|平|低|贵|高|抵|划算)",
        rf"\b(?P<n>{'|'.join(_ORDINALS)})[ -](?:{_EXTREME}|lowest|highest)",
    )
)
_PLACE: Final = (
    re.compile(rf"第{_NUMERAL}"),
    re.compile(rf"\b(?P<n>{'|'.join(_ORDINALS)})\b"),
)
_NEXT: Final = re.compile(r"次(?:便宜|平|低|贵|高)(?!数)|\bnext cheapest\b|\brunner[ -]up\b")


def limit_in(text: str) -> int | None:
    """How many of a ranking a normalized text asks for; ``None`` where it does not say."""
    return _first(_LIMITS, text)


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
            return _VALUES.get(match["n"]) or int(match["n"])
    return None
