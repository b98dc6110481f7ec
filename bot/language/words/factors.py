"""Words that say by themselves what a price is multiplied by: 翻倍, halved, 半价."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from bot.language.basics.vocabulary import table


def _factors(section: str) -> dict[str, Decimal]:
    return {word: Decimal(factor) for word, factor in table("factors", section).items()}


@cache
def offers() -> dict[str, Decimal]:
    """Those that speak of an offer rather than of a change."""
    return _factors("offers")


@cache
def factors() -> dict[str, Decimal]:
    """All of them, with what they multiply by."""
    return _factors("changes") | offers()
