"""What a price is for, in words: sides, and what it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.knowledge.entries import Wording
from bot.knowledge.price_entries import Conditions, Side
from bot.quantities import TOKEN
from bot.replies.conditions import words_of
from bot.replies.speech import wording
from bot.text import Language

_ABROAD: Final = Wording(zh="{region} 价目", en="list of {region}")
_CACHE_LIFE: Final = Wording(zh="缓存 {life}", en="cached for {life}")
_PROMOTION: Final = Wording(zh="优惠", en="promotion")


def lane_words(sides: Sequence[Side | None], unit: str, conditions: Conditions, language: Language) -> str:
    """``输入、输出，高峰``, ``input, off-peak``; what is paid for by another unit than tokens is told by its price."""
    phrases = wording(language)
    parts = [
        phrases.comma.join(phrases.sides[side] for side in sides if side is not None),
        "" if unit == TOKEN or unit in phrases.market.by_unit else unit,
        words_of(conditions, phrases),
        _CACHE_LIFE.within(language).format(life=conditions.cache_life) if conditions.cache_life else "",
        _ABROAD.within(language).format(region=conditions.region) if conditions.region else "",
        _PROMOTION.within(language) if conditions.promotion else "",
    ]
    return phrases.clause.join(filter(None, parts))
