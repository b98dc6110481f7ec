"""What the bot says in Simplified Chinese about plans, sellers and the history of prices."""

from __future__ import annotations

from typing import Final

from bot.replies.market_phrases import MarketPhrases

PHRASES: Final = MarketPhrases(
    by_unit={
        "month": "{money} / {n}月",
        "year": "{money} / {n}年",
        "hour": "{money} / {n}小时",
        "minute": "{money} / {n}分钟",
        "image": "{money} / {n}张图",
        "page": "{money} / {n}页",
        "request": "{money} / {n}次请求",
        "search": "{money} / {n}次搜索",
        "character": "{money} / {n}字符",
    },
    plan_includes="包含：{text}",
    checked="最近核对 {day}",
)
