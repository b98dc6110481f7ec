"""Simplified Chinese; Traditional Chinese is made of it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Final

from babel.numbers import get_currency_name

from bot.answers import Remark, Unpriced
from bot.quantities import CALL, CHARACTER, COPY, DAY, PERCENT, TIMES, TOKEN, WORD
from bot.replies.figures import grouped, scaled, shortened
from bot.replies.phrases import PIECE, Phrases

_ABOUT: Final = "约 "
_STEPS: Final = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))


def number(value: Decimal) -> str:
    """200万, 1,500, 约 33.33万."""
    digits, word, rounded = scaled(value, _STEPS)
    digits = digits.replace(",", "") if word else digits
    return f"{_ABOUT}{digits}{word}" if rounded else f"{digits}{word}"


def money(value: Decimal, currency: str) -> str:
    """0.0008 元, 约 12.5 美元, 200万 元."""
    if value >= 10_000:
        return f"{number(value)} {_currency(currency)}"
    small, rounded = shortened(value)
    return f"{_ABOUT if rounded else ''}{grouped(small)} {_currency(currency)}"


@lru_cache(maxsize=256)
def _currency(code: str) -> str:
    return "元" if code == "CNY" else get_currency_name(code, locale="zh_Hans")


PHRASES: Final = Phrases(
    number=number,
    money=money,
    currency=_currency,
    small_money=((Decimal("0.1"), "角"), (Decimal("0.01"), "分"), (Decimal("0.001"), "厘")),
    units={
        TOKEN: "{n} tokens",
        CHARACTER: "{n}汉字",
        WORD: "{n}英文单词",
        CALL: "{n}次",
        PIECE: "{n}份",
        COPY: "{n}本",
        DAY: "{n}天",
        PERCENT: "{n}%",
        TIMES: "{n}倍",
    },
    units_one={},
    copies="{n}本{work}",
    copies_one="{n}本{work}",
    at_least="至少{n}",
    at_most="最多{n}",
    between="{low}到{high}",
    about=_ABOUT,
    exact_figure="（{n}）",
    per="{money} / {per} tokens",
    per_names={Decimal(1000): "千", Decimal(1_000_000): "百万", Decimal(10_000): "万"},
    free="免费",
    sides={"input": "输入", "output": "输出", "cached_input": "缓存输入"},
    comma="、",
    last_comma="、",
    clause="，",
    with_side="{name}（{side}）",
    of_side="{side} {price}",
    buy_verbs={
        TOKEN: "能买",
        CHARACTER: "能写",
        WORD: "能写",
        CALL: "能调用",
        PIECE: "能处理",
        COPY: "能写",
        DAY: "能用",
    },
    buys="用{name}，{money}{verb}{amount}",
    buys_daily="用{name}，{money}平均每天{verb}{amount}",
    buys_by_side="用{name}，{money}{verb}：{amounts}",
    buys_by_side_daily="用{name}，{money}平均每天{verb}：{amounts}",
    buys_free="{name}免费，这{money}用不着花",
    buys_several="{money}{verb}多少：用{name}最多，{amount}",
    costs="用{name}，{amount}要{money}",
    costs_bounded="用{name}，{amount}的费用：{money}",
    costs_free="{name}免费，{amount}不花钱",
    costs_several="{amount}要花多少：用{name}最便宜，{price}",
    costs_by_side="用{name}，{amount}要花：{prices}",
    costs_in_all="一共{money}：",
    as_side="作为{side}{price}",
    priced="{name}：{price}",
    not_free="不，{name}不免费：{price}",
    indeed_free="是的，{name}免费",
    also_priced="{price}（{other}）",
    price_free="{name}免费",
    priced_several="{names}的价格：",
    named_price="你说的价",
    cheaper="{name}更便宜：{differences}",
    cheapest_of="{name}最便宜：{differences}",
    dearer="{name}更贵：{differences}",
    dearest_of="{name}最贵：{differences}",
    same_price="{names}价格一样",
    tied_cheapest="{names}并列最便宜：{differences}",
    tied_dearest="{names}并列最贵：{differences}",
    less_percent="比{other}便宜{n}%",
    more_percent="比{other}贵{n}%",
    other_less_percent="{other}比它便宜{n}%",
    other_times="{other}是它的{n}倍",
    times_other="是{other}的{n}倍",
    ratio_percent="{name}的价格是{other}的{n}%",
    ratio_times="{name}的价格是{other}的{n}倍",
    difference_money="相差{money}",
    cheapest="最便宜的是{name}：{price}",
    cheapest_free="最便宜的是{name}，免费；要付费的里面最便宜的是{paid}：{price}",
    dearest="最贵的是{name}：{price}",
    cheapest_tied="并列最便宜的是{name}：{price}",
    dearest_tied="并列最贵的是{name}：{price}",
    undecided="{names}的范围有重叠，分不出先后：",
    nth_cheapest="第 {n} 便宜的是{name}：{price}",
    nth_dearest="第 {n} 贵的是{name}：{price}",
    in_order="从便宜到贵：{names}",
    in_order_down="从贵到便宜：{names}",
    cheaper_ones="比{name}便宜的有：",
    dearer_ones="比{name}贵的有：",
    free_ones="免费的有：{names}",
    none_found="已收录的模型中没有符合条件的。",
    more="另外还有{n}个",
    below_industry="{name}比行业便宜{n}%",
    above_industry="{name}比行业贵{n}%",
    computed_percent="按报道给出的行业价{level}算：便宜{n}%",
    computed_times="也就是行业价的{n}分之一",
    below_before="{name}降价{n}%",
    below_before_up_to="{name}最多降价{n}%",
    above_before="{name}涨价{n}%",
    price_before="{name}降价前：{price}",
    price_now="{name}现在：{price}",
    equals="{given} = {amount}",
    is_about="{given} ≈ {amount}",
    item="{name}：{text}",
    only_for="{text}，按{name}的比例",
    sum_example="算式（以{name}为例）：{steps}",
    sum="算式：{steps}",
    in_characters="也就是{amount}",
    novel="，大约一本长篇小说的篇幅",
    novels="，大约{n}本长篇小说的篇幅",
    speaker="说法出自{speaker}。",
    figure_by="数字由{speaker}公布。",
    figure_of="{name}的数字由{speaker}公布。",
    caveat="注意：{text}",
    sourced="来源：{source}",
    source="{publisher}《{title}》，{day}",
    source_undated="{publisher}《{title}》",
    old_price="以上是{day}的价格，现在可能已经变了。",
    old_prices="{names}是{day}的价格，现在可能已经变了。",
    remarks={
        Remark.UP_TO_CUT: "原文说「最高降{n}%」，降价前的价格是按降满{n}% 推算的。",
        Remark.BORROWED_RATES: "{name}没有公布自己的换算比例，这里用的是{others}公布的比例。",
        Remark.EXCHANGED: "汇率：{rate}，{day}",
        Remark.SELLER: "{name}：{note}",
        Remark.CORRECTED: "按「{name}」理解。",
        Remark.NOT_KNOWN_YET: "不知道{name}那时的价格，最早的记录是{day}的。",
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
        Remark.EARLIER: "按{name}降价前的价格：",
        Remark.NOT_EARLIER: "没有{name}降价前的价格记录，用的是现在的价格：",
        Remark.NOT_SUPPOSED: "这个假设没有算进去，下面按公布的价格：",
        Remark.UNPRICED: "不知道{topic}的价格，知道的只是按 tokens 计的普通价格：",
        Remark.BY_INPUT: "分输入价和输出价的，按输入价比较。",
        Remark.OVERLAP: "范围有重叠的，分不出谁更便宜。",
        Remark.NO_BOUND: "「至少」或「最多」在这里得不出界限，所以按正好{amount}算。",
        Remark.VENDOR_CLAIM: "这是厂商自己的说法。",
        Remark.NO_SPLIT: "报道没有区分输入和输出。",
    },
    unpriced={
        Unpriced.TUNING: "微调",
        Unpriced.BATCH: "批处理",
        Unpriced.LONG: "长上下文",
        Unpriced.IMAGES: "生成图片或视频",
        Unpriced.SPEECH: "语音",
        Unpriced.EMBEDDING: "向量化",
        Unpriced.SUBSCRIPTION: "包月、会员或套餐",
        Unpriced.CACHE: "缓存命中",
        Unpriced.DISCOUNT: "打折后",
    },
    borrowed_rates="没有指定模型，这里用的是{others}公布的比例。",
    exact_length="{work}按{amount}计。",
    abilities="我回答大模型价格的问题：一笔钱能买多少 tokens 或汉字、一份工作要花多少钱、报价、比价、排名、降价、换算，还有报道中的事实。",
    try_asking="可以这样问：",
    models_known="有价格的模型：{names}",
    facts_known="另外还知道报道中的{n}条事实。",
    sources_known="数据来自：",
    not_understood="这个我答不上来。我只懂大模型的价格和相关报道。",
    beyond="这个我不知道：我只懂大模型的价格和相关报道。已知的价格：",
    greeting="你好！我回答大模型价格的问题，比如「{example}」。",
    welcome="不客气！还想知道什么价格，直接问就行，比如「{example}」。",
    no_version="没有「{written}」的价格，有的是：",
    known_about="关于{name}，知道的是：",
    ask_subject="想问哪个模型？",
    ask_size="{each}要用多少 tokens 或字？比如加上「{each} 500 tokens」。",
    sizes={CALL: "每次", DAY: "每天"},
    ask_amount="大概要用多少 tokens 或字？比如加上「500万 tokens」。",
    ask_work="想问哪一本？",
    ask_sum="想花多少钱？",
    ask_which="想问{names}的什么？",
    stale="这个按钮对应的内容已经不在了，请重新提问。",
    button_price="{name}的价格",
    button_buys="1 元能买多少",
    button_characters="按汉字算",
    button_tokens="按 tokens 算",
    button_compare="所有模型对比",
    button_all="全部模型",
    button_facts="还知道什么",
)
