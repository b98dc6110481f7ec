"""Words that say by themselves what a price is multiplied by: 翻倍, halved, 半价."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from bot.language.words.vocabulary import table


def _factors(section: str) -> dict[str, Decimal]:
    return {word: Decimal(factor) for word, factor in table("factors", section).items()}


OFFERS: Final = _factors("offers")
FACTORS: Final = _factors("changes") | OFFERS
