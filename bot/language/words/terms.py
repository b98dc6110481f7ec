"""Words for the terms on which a price holds: how a request is made, how long the cache keeps it, at which hours."""

from __future__ import annotations

from typing import Final


def _table(words: dict[str, str]) -> dict[str, str]:
    return {word.replace("_", " "): term for term, listed in words.items() for word in listed.split()}


MODES: Final = _table(
    {
        "batch": """批处理 批量推理 批量接口 批量调用 批量api 批量模式 批量价 批量 batch batch_api batch_mode batch_processing batch_price batch_pricing
            batch_tier batch_rate batched""",
        "flex": "flex flex_tier flex_mode flex_processing flex_price",
        "priority": "priority priority_tier priority_processing 优先级 优先处理 优先模式",
        "fast": "fast_mode fast_tier 快速模式 极速模式 极速版",
        "thinking": "thinking_mode reasoning_mode 思考模式 深度思考模式 推理模式",
    }
)
"""How a request is made, by the words for it."""

WINDOWS: Final = _table(
    {
        "peak": "高峰 高峰期 高峰时段 峰时 繁忙时段 忙时 peak peak_hours peak_time peak_price on-peak on_peak",
        "off-peak": """非高峰 非高峰期 非高峰时段 低谷 低谷期 谷时 平峰 闲时 空闲时段 错峰 错峰时段 夜间优惠 优惠时段 off-peak off_peak offpeak
            off-peak_hours""",
    }
)
"""At which hours of a vendor that charges by them."""

PARTS_OF_WEEK: Final = tuple(
    word.replace("_", " ")
    for word in """半夜 深夜 夜里 夜间 晚上 凌晨 后半夜 半夜里 大半夜 夜晚 夜晚黑 周末 双休日 礼拜六 礼拜天 节假日 假期 国庆 春节 五一 at_night
    overnight night_time nighttime late_at_night weekend weekends on_weekends at_the_weekend holidays public_holidays""".split()
)
"""Hours and days that may lie in another window."""

LIVES: Final = _table(
    {
        "5m": "5分钟缓存 五分钟缓存 5m_cache 5-minute_cache 5_minute_cache",
        "1h": "1小时缓存 一小时缓存 1h_cache 1-hour_cache 1_hour_cache",
    }
)
"""How long a cache keeps what is written into it."""

LAUNCH: Final = tuple(
    word.replace("_", " ")
    for word in """首发价 首发 上市价 刚出的时候 刚出来的时候 刚出来 刚发布的时候 刚发布 刚上线的时候 刚上线 发布时 发布当时 上线时 刚推出 at_launch on_launch launch_price
    when_it_came_out when_it_launched when_it_was_released initial_price""".split()
)
"""The day on which a model came out."""
