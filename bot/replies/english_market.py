"""What the bot says in English about plans, sellers and the history of prices."""

from __future__ import annotations

from typing import Final

from bot.replies.market_phrases import MarketPhrases

PHRASES: Final = MarketPhrases(
    by_period={"month": "{money} a month", "year": "{money} a year"},
    plan_includes="Includes: {text}",
    checked="Last checked {day}",
)
