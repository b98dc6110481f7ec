"""Cue phrases that are put together from parts: whom one asks, what for, and how the phrase ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

from bot.language.basics.cues import Cue

_NOTHING: Final = "-"
_COUNTERS: Final = "笔 封 单 条 篇 份 题 道 张 通 段 则 页 帖 句 首"
"""What counts things that hold text, each of which is worked on once: 每封300字 is so much a call."""
_PHRASES: Final[tuple[tuple[Cue, str, tuple[str, ...]], ...]] = (
    (
        Cue.ASK,
        "",
        (
            "有人 有没有人 有冇人 有谁 有没有谁 谁 哪位 有大佬 有没有大佬 有大大 有大神 边个 边位 有无人 有懂的 谁能 有人能",
            "知道 晓得 知 识 懂 记得 清楚 了解 说说 讲讲 解释 告诉我 帮算 帮忙算 帮我算 算过 用过 试过 查过 整理过 比较过 换算过",
            "- 一下 下 吗 么 嘛 没 不 呀 啊 呢 㗎",
        ),
    ),
    (
        Cue.ASK,
        "_",
        (
            "anyone anybody someone somebody does_anyone does_anybody can_anyone can_someone could_someone anyone_here who",
            "know knows remember remembers have_prices help explain tell_me",
            "- please",
        ),
    ),
    (
        Cue.DESCENDING,
        "",
        ("从 由 -", "贵 高 高价 最贵 最高", "排 列 数 -", "到 至", "便宜 平 低 低价 最便宜 最平 最低 免费"),
    ),
    (
        Cue.DESCENDING,
        "_",
        (
            "- from",
            "most_expensive dearest priciest highest expensive dear",
            "to",
            "cheapest lowest cheap least_expensive",
        ),
    ),
    (
        Cue.SOURCE,
        "",
        (
            "哪里 哪儿 边度 哪 喺边度 从哪里 从哪儿 从哪 打哪",
            "找 揾 抄 拿 查 看 弄 听 来 嚟 攞 收集 整理 搞",
            "到 来 返嚟 嚟 - 出来",
            "的 㗎 噶 -",
        ),
    ),
    (Cue.KNOW, "", ("都 也 -", "认 识 晓 懂", "得")),
    (Cue.WHAT, "", ("干 做 拿来干 用来干 用来做", "啥 嘛 什么 咩 乜", "使 用", "- 的")),
    (Cue.CHEAPEST, "", ("第", "二 三 四 五 2 3 4 5", "便宜 平 低 抵 划算")),
    (Cue.DEAREST, "", ("第", "二 三 四 五 2 3 4 5", "贵 高")),
    (Cue.WHICH, "", ("哪 边 有边", "几", "个 家 间 款 只 种 位")),
    (
        Cue.HOW_MUCH_MONEY,
        "",
        (
            "- 卖 收 扣 出 开 报",
            "多少 几多 好多 几",
            "钱 元 块 块钱 人民币 rmb 毛 毛钱 角 分钱 厘 蚊 文 美元 美金 刀 银子",
        ),
    ),
    (Cue.HOW_MUCH_MONEY, "", ("么子 啥子 啷个 么 咩 乜 什么 啥 嘛", "价 价格 价钱 价位 价儿 行情")),
    (Cue.CALL, "", ("多少 几多 好多 几", _COUNTERS)),
    (Cue.ASK, "", ("帮我 帮忙 帮 帮我们 麻烦 麻烦你 请 -", "核 核对 核算", "一下 下 吓 一遍")),
    (Cue.EACH, "", ("每 每一 平均每 平均一", _COUNTERS)),
    (Cue.BEFORE, "", ("降价 减价 砍价 跌价 劈价 打折 调价 降 减 砍 劈", "- 了 咗", "前 之前 以前")),
    (Cue.DIFFERENCE, "", ("差 争 相差 相距", "多少 几多 几 几远 好远 几大 多远", "- 钱 倍 蚊 块 元")),
)
"""The cue, what joins the parts, and the parts: alternatives of each, ``-`` for none."""


def cue_phrases() -> Iterator[tuple[Cue, str]]:
    """Every phrase with its cue: 有没有人知道吗, does anyone remember, 从便宜排到贵."""
    for cue, joint, parts in _PHRASES:
        for chosen in product(*(part.split() for part in parts)):
            yield cue, joint.join(word for word in chosen if word != _NOTHING)
