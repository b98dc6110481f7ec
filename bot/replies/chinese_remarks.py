"""What the bot remarks on its answers in Simplified Chinese: notes to figures, and what prices that are not known are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.answers import Remark
from bot.question import Unpriced

REMARKS: Final[Mapping[Remark, str]] = {
    Remark.UP_TO_CUT: "原文说「最高降{n}%」，降价前的价格是按降满{n}% 推算的。",
    Remark.BY_REPORT: "之前的价格是按报道的幅度（{n}%）推算的。",
    Remark.BORROWED_RATES: "{name}没有公布自己的换算比例，这里用的是{others}公布的比例。",
    Remark.LEFT_OUT: "没有算进去：{name}。",
    Remark.EXCHANGED: "汇率：{rate}，{day}",
    Remark.SELLER: "{name}：{note}",
    Remark.NOT_KNOWN_YET: "不知道{name}那时的价格，最早的记录是{day}的。",
    Remark.UNDATED: "不知道{name}那时的价格，最早的记录没有写明从哪天起（{day}有效）。",
    Remark.NO_SIDE: "没有查到{name}的{side}价。",
    Remark.AS_OUTPUT: "{name}的思考 tokens 按输出计价。",
    Remark.NO_PLAN: "没有查到{name}的会员或套餐价，知道的只是按 tokens 计的 API 价格。",
    Remark.NO_PRICE: "没有{name}的报价。",
    Remark.NO_EARLIER_PRICE: "没有{name}降价前的价格记录。",
    Remark.NO_CHANGE: "{day} 以来没有{name}调价的记录。",
    Remark.NO_VERSION: "没有「{name}」的价格。",
    Remark.ABOUT_LENGTH: "{work}按约{amount}计。",
    Remark.WITHIN_BUDGET: "够（{name}）。",
    Remark.OVER_BUDGET: "不够（{name}）。",
    Remark.OPEN_BUDGET: "够不够说不准（{name}）：费用只知道在什么范围，预算在这个范围里。",
    Remark.CONFIRMED: "是的。",
    Remark.DENIED: "不是。",
    Remark.UNKNOWN_CURRENCY: "不知道{currency}和{other}之间的汇率。",
    Remark.LONG_INPUT: "一次请求的输入超过 {n} tokens，{name}按长输入的价计。",
    Remark.SUPPOSED: "假设价格是公布价的{n}%（只是假设，没有这样的报价）：",
    Remark.SUPPOSED_OF: "假设{name}的价格是公布价的{n}%（只是假设，没有这样的报价）：",
    Remark.EARLIER: "按{name}{before}的价格：",
    Remark.NONE_MOVED: "没有{move}的记录，有的是：",
    Remark.SIDE_KEPT: "报道没有说{name}的{side}价变了，这里按现在的价格。",
    Remark.ONE_PRICE_BEFORE: "{name}之前输入、输出是同一个价。",
    Remark.ONE_PRICE_NOW: "{name}现在输入、输出是同一个价。",
    Remark.TWO_CURRENCIES: "{name}前后的价格不是同一种货币，所以没有算涨跌。",
    Remark.NOT_EARLIER: "没有{name}降价前的价格记录，用的是现在的价格：",
    Remark.NOT_SUPPOSED: "这个假设没有算进去，下面按公布的价格：",
    Remark.UNPRICED: "不知道{topic}的价格，知道的只是按 tokens 计的普通价格：",
    Remark.OFFER_RUNS: "还在：{name}现在是优惠价。",
    Remark.OFFER_ENDED: "没有了：{name}的优惠到 {day} 为止。",
    Remark.NO_OFFER: "没有{name}优惠的记录。",
    Remark.BLENDED: "按输入、输出 3:1 折算排序。",
    Remark.BY_INPUT: "分输入价和输出价的，按输入价比较。",
    Remark.OVERLAP: "范围有重叠的，分不出谁更便宜。",
    Remark.NO_BOUND: "「至少」或「最多」在这里得不出界限，所以按正好{amount}算。",
    Remark.VENDOR_CLAIM: "这是厂商自己的说法。",
    Remark.ONE_MENTION: "只见于一处，未得到印证。",
    Remark.NO_SPLIT: "{name}的输入和输出是同一个价。",
}
UNPRICED: Final[Mapping[Unpriced, str]] = {
    Unpriced.TUNING: "微调",
    Unpriced.TRAINING: "训练",
    Unpriced.SEARCH: "联网搜索",
    Unpriced.HOSTING: "部署或硬件",
    Unpriced.BATCH: "批处理",
    Unpriced.FLEX: " flex ",
    Unpriced.PRIORITY: "优先处理",
    Unpriced.FAST: "快速模式",
    Unpriced.LONG: "长上下文",
    Unpriced.IMAGES: "生成图片或视频",
    Unpriced.SPEECH: "语音",
    Unpriced.EMBEDDING: "向量化",
    Unpriced.SUBSCRIPTION: "包月、会员或套餐",
    Unpriced.SHARES: "股票",
    Unpriced.CACHE: "缓存命中",
    Unpriced.DISCOUNT: "打折后",
}
