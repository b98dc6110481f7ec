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
    changed_when="{name} {day}{moves}：{prices}",
    indeed="是的，",
    denied="没有：",
    not_so="没有：{name} {since}{prices}",
    none_to_come="没有查到已公布的调价：{name}现在{prices}",
    so_often="{name}{moves} {n} 次",
    moved={"cut": "降价", "rise": "涨价", "change": "调价"},
    course="{name}的历次价格：",
    at_launch="{name}首发价（{day}）：{prices}",
    first_seen="{name}最早的记录（{day} 所见）：{prices}",
    first_undated="{name}最早的记录（{day} 之前）：{prices}",
    first_held="{name}最早的记录（起始日期不详）：{prices}",
    now="现在：{prices}",
    from_day="{day} 起",
    by_day="最晚 {day} 起",
    before_day="{day} 之前",
    since_always="有记录以来一直是",
    on_day="{day} 起",
    kept_from="{day} 起一直是",
    in_hours="以上是{window}价",
    first_sighting="{day} 是第一次见到新价的日子，哪天改的没有查到",
)
