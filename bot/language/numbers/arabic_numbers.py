"""The value type of the number grammar, and numbers in Arabic digits."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import IntEnum
from typing import Final, NamedTuple

from bot.quantities import ARITHMETIC, ONE

MAX_DIGITS: Final = 40
"""Longest run of digits that is read as a number; longer ones are no amounts."""
MAX_EXPONENT: Final = 40


class Standing(IntEnum):
    """How much a number needs beside it to count as an amount."""

    FIRM = 0
    """Counts wherever it stands (23, 一百二)."""
    LONE = 1
    """Counts before a measure word, or where nothing touches it (三)."""
    BARE = 2
    """Counts with money or a unit alone (千 tokens, 百元)."""
    NEVER = 3
    """Names something else (a year, an ordinal)."""


class Figure(NamedTuple):
    """A number read from a text, up to ``end``; ``high`` is ``None`` where it is open ("100+").

    ``mantissa`` and ``scale`` are what "三到五百万" shares out: 5 and 1,000,000. ``plain`` marks digits alone.
    """

    low: Decimal
    high: Decimal | None
    end: int
    rough: bool = False
    mantissa: Decimal | None = None
    scale: Decimal = ONE
    standing: Standing = Standing.FIRM
    plain: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high


def exact_figure(value: Decimal | int, end: int, standing: Standing = Standing.FIRM) -> Figure:
    value = Decimal(value)
    return Figure(value, value, end, False, value, ONE, standing)


def last_place(value: Decimal) -> Decimal:
    """The place of the last figure that is not zero: 100 of 1500."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else ONE


_ARABIC: Final = re.compile(
    r"""
    (?: [1-9][0-9]{0,2}(?:[. '][0-9]{3})++,[0-9]{1,2}(?![,.]?[0-9])  # 1.000,50
      | [1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}+(?![0-9]|\.[0-9])         # 1.000.000
      | 0,[0-9]++(?![,.][0-9])                                      # 0,5
      | (?<![0-9],)[1-9][0-9]*+,(?:[0-9]{1,2}|[0-9]{3,}[1-9])(?![,.]?[0-9])  # 12,5
        (?![ ](?:or|and)[ ][0-9]|[ ]?(?:tok|call|word|char|request))
      | (?: [0-9]{1,3}(?:,[0-9]{3})++(?![0-9])                    # 1,000,000
          | [0-9]{1,2}(?:,[0-9]{2}(?=,))++,[0-9]{3}(?![0-9])      # 12,34,567
          | [0-9]{1,4}(?:,0000)++(?![0-9])                        # 1,0000
          | [0-9]{1,3}(?:['_][0-9]{3})++(?![0-9])                 # 1'000'000
          | [0-9]{1,3}(?:(?:[ ][0-9]{3}){2,}+|[ ]000)(?![0-9]|[ ][0-9])  # 1 000 000
          | [0-9]++
        )?
        (?:\.[0-9]++)?
        (?: e[+-]?[0-9]{1,3}(?![0-9a-z.])                           # 1e6
          | [ ]?[x×*][ ]?10\^[+-]?[0-9]{1,2}(?![0-9])               # 1.5×10^6
          | \^[+-]?[0-9]{1,2}(?![0-9])                              # 10^6
        )?
    )
    """,
    re.VERBOSE,
)
_SPACED: Final = re.compile("(?<![0-9] )[0-9](?: [0-9])+(?= ?[%元块万亿])")
"""Digits set apart one by one before their unit: 1 0 %, 2 0 0 元."""
_SEPARATORS: Final = {ord(character): None for character in ",'_ "}
_GROUPING: Final = _SEPARATORS | {ord("."): None}
_GROUP: Final = 3
_GROUP_OF_FOUR: Final = "0000"
_POWER: Final = re.compile(r"( ?[x×*] ?10\^|\^|e)")


FILLER: Final = "\x01"
"""Fills up the places after a fraction that is one character."""
VULGAR_FRACTIONS: Final = {
    character: ARITHMETIC.divide(Decimal(top), Decimal(bottom))
    for characters, bottom in (
        ("½", 2), ("⅓⅔", 3), ("¼-¾", 4), ("⅕⅖⅗⅘", 5), ("⅙---⅚", 6), ("⅐", 7), ("⅛-⅜-⅝-⅞", 8), ("⅑", 9), ("⅒", 10),
    )
    for top, character in enumerate(characters, 1)
    if character != "-"
}  # fmt: skip


def vulgar(text: str, pos: int, whole: Decimal) -> Figure:
    """½, or 1½ where ``whole`` stands before it."""
    value = whole + VULGAR_FRACTIONS[text[pos]]
    end = pos + 1
    while end < len(text) and text[end] == FILLER:
        end += 1
    return Figure(value, value, end, False, value)


def arabic(text: str, pos: int) -> Figure | None:
    """A number in Arabic digits: 1,000,000 | 1 000 000 | 0.001 | .5 | 1e6 | 1.5×10^6."""
    spaced = _SPACED.match(text, pos) if text.startswith(" ", pos + 1) else None
    match = spaced or _ARABIC.match(text, pos)
    if match is None or match.end() == pos:
        return None
    written, end = match.group(), match.end()
    if "," in written and _is_list(text, written, end):
        written, end = written.partition(",")[0], pos + written.index(",")
    if len(written) > MAX_DIGITS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    if written.isdigit():
        value = Decimal(written)
        return Figure(value, value, end, False, value, ONE, Standing.FIRM, True)
    value = _value(written)
    if value.adjusted() > MAX_DIGITS:
        return Figure(ONE, ONE, end, standing=Standing.NEVER)
    return Figure(value, value, end, False, value, ONE, Standing.FIRM)


def _is_list(text: str, written: str, end: int) -> bool:
    """Whether a comma stands between two numbers that rise and share a Chinese word behind them: 10,20元, but 12,5欧元."""
    one, _, other = written.partition(",")
    decimal = one.isdigit() and other.isdigit() and one != "0" and len(other) != _GROUP and other != _GROUP_OF_FOUR
    return decimal and _UNIT_IN_CHINESE.match(text, end) is not None and Decimal(one) < Decimal(other)


_UNIT_IN_CHINESE: Final = re.compile("(?![百千万亿折成倍])[\u3400-\u9fff]")


def _value(written: str) -> Decimal:
    parts = _POWER.split(written)
    if len(parts) == 1:
        return _without_separators(written)
    base, operator, exponent = _without_separators(parts[0]), parts[1], max(-MAX_EXPONENT, int(parts[2]))
    if operator == "^":
        return base**exponent if base else base
    return base.scaleb(min(exponent, MAX_DIGITS + 1))


def _without_separators(digits: str) -> Decimal:
    whole, _, fraction = digits.rpartition(",")
    grouped = len(fraction) == _GROUP or fraction == _GROUP_OF_FOUR or not fraction.isdigit()
    if whole == "0" or (whole and not grouped):
        return Decimal(f"{whole.translate(_GROUPING)}.{fraction}")
    if digits.count(".") > 1:
        return Decimal(digits.replace(".", ""))
    return Decimal(digits.translate(_SEPARATORS))
