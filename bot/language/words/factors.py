"""Words that say by themselves what a price is multiplied by: 翻倍, halved, 半价."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

_WORDS: Final = {
    Decimal(
        2
    ): """翻倍 翻了倍 翻了一倍 翻一倍 翻番 翻一番 翻了一番 翻了番 加倍 to_double would_double should_double doubles doubled doubling twice_as_expensive twice_as_dear
        twice_as_much twice_the_price twice_its_price""",
    Decimal(3): "to_triple would_triple triples tripled tripling would_treble trebles trebled trebling",
    Decimal(4): "翻两番 翻了两番 would_quadruple quadruples quadrupled quadrupling",
    Decimal(
        "0.5"
    ): """减半 腰斩 砍半 降半 对半砍 would_halve to_halve halves halved halving half_as_expensive half_the_price half_its_price""",
}
_OFFERS: Final = {
    Decimal(
        "0.5"
    ): """半价 half_price half-price half_off buy_one_get_one buy_one_get_one_free buy_one,_get_one buy_one,_get_one_free
        bogo two-for-one 2-for-1 two_for_one 2_for_1""",
}


def _table(words: dict[Decimal, str]) -> dict[str, Decimal]:
    return {word.replace("_", " "): factor for factor, listed in words.items() for word in listed.split()}


OFFERS: Final = _table(_OFFERS)
FACTORS: Final = _table(_WORDS) | OFFERS
