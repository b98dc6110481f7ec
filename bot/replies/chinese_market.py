"""What the bot says in Simplified Chinese about plans, sellers and the history of prices."""

from __future__ import annotations

from typing import Final

from bot.replies.market_phrases import MarketPhrases

PHRASES: Final = MarketPhrases(
    by_period={"month": "{money} / 月", "year": "{money} / 年"},
    plan_includes="包含：{text}",
    checked="最近核对 {day}",
)
