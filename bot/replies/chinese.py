"""Simplified Chinese; Traditional Chinese is made of it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel.numbers import get_currency_name

from bot.answers import Remark
from bot.quantities import CALL, CHARACTER, COPY, DAY, PERCENT, TIMES, TOKEN, WORD
from bot.replies.figures import grouped, scaled, shortened
from bot.replies.phrases import Phrases

_STEPS: Final = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def number(value: Decimal) -> str:
    """200万, 1,500, 约 33.33万."""
    digits, word, rounded = scaled(value, _STEPS)
    return f"约 {digits}{word}" if rounded else f"{digits}{word}"


def money(value: Decimal, currency: str) -> str:
    """0.0008 元, 约 12.5 美元, 200万 元."""
    if value >= 10_000:
        return f"{number(value)} {_currency(currency)}"
    small, rounded = shortened(value)
    return f"{'约 ' if rounded else ''}{grouped(small)} {_currency(currency)}"


@lru_cache(maxsize=256)
def _currency(code: str) -> str:
    return "元" if code == "CNY" else get_currency_name(code, locale="zh_Hans")


PHRASES: Final = Phrases(
    number=number,
    money=money,
    units={
        TOKEN: "{n} tokens",
        CHARACTER: "{n}汉字",
        WORD: "{n}英文单词",
        CALL: "{n}次",
        COPY: "{n}本",
        DAY: "{n}天",
        PERCENT: "{n}%",
        TIMES: "{n}倍",
    },
    copies="{n}本{work}",
    at_least="至少{n}",
    at_most="最多{n}",
    between="{low} 到 {high}",
    about="约{n}",
    exact_figure="（{n}）",
    per="{money} / {per} tokens",
    per_names={Decimal(1000): "千", Decimal(1_000_000): "百万", Decimal(10_000): "万"},
    free="免费",
    sides={"input": "输入", "output": "输出", "cached_input": "缓存输入"},
    comma="、",
    colon="：",
    with_side="{name}（{side}）",
    buys="{money}能买{amount}，用{name}",
    buys_free="{name}免费，{money}一分都不用花，用量不限于钱",
    buys_several="{money}能买到：",
    costs="{amount}用{name}要{money}",
    costs_free="{name}免费，{amount}不花钱",
    costs_several="{amount}要花：",
    priced="{name}：{price}",
    price_free="{name}免费",
    priced_several="价格：",
    cheaper="{name}更便宜{differences}",
    dearer="{name}更贵{differences}",
    same_price="{names}一样的价",
    difference_percent="，比{other}便宜{n}%",
    difference_times="，{other}是它的{n}倍",
    difference_money="，差{money}",
    cheapest="最便宜的是{name}：{price}",
    cheapest_free="最便宜的是{name}，免费；要付费的里面最便宜的是{paid}：{price}",
    dearest="最贵的是{name}：{price}",
    in_order="从便宜到贵：",
    in_order_down="从贵到便宜：",
    free_ones="免费的有：{names}",
    none_found="已收录的模型里没有符合条件的。",
    below_industry="{name}比行业便宜{n}%",
    published_percent="公布的说法：便宜{n}%",
    computed_percent="按报道里的行业价 0.1 元 / 千 tokens 算：便宜{n}%",
    computed_times="也就是行业价的{n}分之一",
    below_before="{name}降价{n}%",
    price_before="{name}降价前{price}",
    converted="{given} = {amount}",
    equals="{given} = {amount}",
    price_equals="{given} = {price}",
    item="{name}：{text}",
    only_for="{text}，按{name}的比例",
    sum_example="算式（以{name}为例）：{steps}",
    sum="算式：{steps}",
    in_characters="约合{amount}",
    long_novel="大约一本长篇小说的篇幅",
    speaker="说这话的是{speaker}。",
    caveat="注意：{text}",
    source="来源：{publisher}《{title}》，{day}",
    source_undated="来源：{publisher}《{title}》",
    old_price="以上是{day}的价格，现在可能已经变了。",
    remarks={
        Remark.UP_TO_CUT: "原文说「最高降{n}%」，降价前的价格是按降满{n}% 推算的。",
        Remark.BORROWED_RATES: "{name}没有公布自己的换算比例；这里用{others}公布的比例给出范围。",
        Remark.EXCHANGED: "汇率：1 {currency} = {n} {other}，{day}",
        Remark.SELLER: "{name}：{note}",
        Remark.CORRECTED: "按「{name}」理解。",
        Remark.NOT_KNOWN_YET: "{name}在那一天的价格不知道，最早的记录从{day}开始。",
        Remark.NO_PRICE: "没有{name}的报价。",
        Remark.NO_EARLIER_PRICE: "没有{name}更早的价格记录。",
        Remark.NO_VERSION: "没有「{name}」的价格。",
        Remark.ABOUT_LENGTH: "{work}按约{amount}计。",
        Remark.WITHIN_BUDGET: "预算够用（{name}）。",
        Remark.OVER_BUDGET: "预算不够（{name}）。",
        Remark.UNKNOWN_CURRENCY: "不知道{currency}和{other}之间的汇率。",
        Remark.BY_INPUT: "{name}分输入价和输出价，这里按输入价比较。",
        Remark.VENDOR_CLAIM: "这是厂商自己的说法。",
        Remark.NO_SPLIT: "报道没有区分输入和输出。",
    },
    abilities="我回答大模型价格的问题：一笔钱能买多少 tokens 或汉字、一份工作要花多少钱、报价、比价、排名、降价、换算，还有报道里的事实。",
    try_asking="可以这样问：",
    models_known="有价格的模型：{names}",
    facts_known="另外知道报道里的{n}条事实。",
    sources_known="数据来自：",
    not_understood="这个我答不上来。我只懂大模型的价格和相关报道。",
    silent_hint="",
    no_price="没有{names}的报价。",
    no_version="没有「{written}」的价格，有的是：",
    known_about="关于{name}，知道的是：",
    ask_subject="想问哪个模型?",
    ask_size="一次（或一天、一本）要用多少 tokens 或字？比如加上「每次 500 tokens」。",
    ask_sum="想花多少钱？",
    ask_which="想问{names}的什么?",
    stale="这个按钮对应的内容已经不在了，请重新提问。",
    also_asked="{text}",
    button_price="{name}的价格",
    button_buys="1 元能买多少",
    button_characters="按汉字算",
    button_tokens="按 tokens 算",
    button_compare="所有模型对比",
    button_all="全部模型",
    button_facts="还知道什么",
)
