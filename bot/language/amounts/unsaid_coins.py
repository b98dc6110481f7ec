"""Sums in which the coin or its number goes without saying: 三个六 (3.6), 块把钱, 块八毛, 蚊半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.amounts.vocabulary import Term, Vocabulary, measured
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import is_han
from bot.language.basics.vocabulary import characters
from bot.language.numbers.arabic_numbers import Figure
from bot.language.numbers.chinese_sections import ASCII_DIGITS, DIGITS
from bot.quantities import ONE

_TENTHS: Final = re.compile(
    "个(?P<tenth>[二三四五六七八九])(?:毫子?(?P<hundredth>[一二三四五六七八九])?(?![㐀-鿿0-9]))?"
)
_FOR_ONE: Final = re.compile(f"一[{''.join(sorted(characters('measures', 'measures')))}]")
"""What a price is for: 十二个二一磅."""
_ONE_AND_HALF: Final = Decimal("1.5")
_TENTH: Final = Decimal("0.1")
_COIN_ABOUT: Final = re.compile(
    "(?<![一二三四五六七八九十百千万亿两几多半0-9.])(?:[块毛]把钱?|块儿?(?P<digit>[一二三四五六七八九])毛钱?)"
)
_COIN_AND_HALF: Final = re.compile("(?<![一二三四五六七八九十百千万亿两几多半0-9.个])[块蚊毛毫]半(?![天年个月夜路])")


def cantonese_price(text: str, pos: int, figure: Figure | None, vocabulary: Vocabulary) -> Term | None:
    """三个六 (3.6), 个二 (1.2), 四个三毫六 (4.36): a price in Cantonese, the coin unsaid; ``figure`` is the number before 个, if any."""
    at = pos if figure is None else figure.end
    match = _TENTHS.match(text, at)
    if vocabulary.coin is None or match is None or (figure is not None and not figure.exact):
        return None
    end = match.end()
    joined = is_han(text, end) or text[end : end + 1] in ASCII_DIGITS
    if match["hundredth"] is None and joined and _FOR_ONE.match(text, end) is None:
        return None
    value = (ONE if figure is None else figure.low) + _TENTH * DIGITS[match["tenth"]]
    if match["hundredth"]:
        value += _TENTH * _TENTH * DIGITS[match["hundredth"]]
    coin = vocabulary.coin
    return measured(EntityKind.MONEY, Figure(value, value, end), pos, end, coin.currency, ONE, coin.generic, after=True)


def coin_without_number(text: str, pos: int, vocabulary: Vocabulary) -> Term | None:
    """块把钱 (about one), 块八毛 (0.8 to 1), 毛把钱, 蚊半 (1.5)."""
    word = vocabulary.coin
    if word is not None and (half := _COIN_AND_HALF.match(text, pos)) is not None:
        value = _ONE_AND_HALF * (ONE if text[pos] in "块蚊" else _TENTH)
        figure = Figure(value, value, half.end())
        return measured(EntityKind.MONEY, figure, pos, half.end(), word.currency, ONE, word.generic, after=True)
    match = _COIN_ABOUT.match(text, pos) if word is not None and text[pos] in "块毛" else None
    if word is None or match is None:
        return None
    high = ONE if text[pos] == "块" else _TENTH
    digit = match.group("digit")
    low = high if digit is None else _TENTH * DIGITS[digit]
    figure = Figure(low, high, match.end(), True)
    return measured(EntityKind.MONEY, figure, pos, match.end(), word.currency, ONE, word.generic, after=True)
