"""What the bot says in English about plans, sellers and the history of prices."""

from __future__ import annotations

from typing import Final

from bot.replies.market_phrases import MarketPhrases

PHRASES: Final = MarketPhrases(
    by_unit={
        "month": "{money} per {n}month{s}",
        "year": "{money} per {n}year{s}",
        "hour": "{money} per {n}hour{s}",
        "minute": "{money} per {n}minute{s}",
        "image": "{money} per {n}image{s}",
        "page": "{money} per {n}page{s}",
        "request": "{money} per {n}request{s}",
        "search": "{money} per {n}search{es}",
        "character": "{money} per {n}character{s}",
    },
    plan_includes="Includes: {text}",
    checked="Last checked {day}",
)
