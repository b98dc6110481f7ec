"""What the report on a difference says, in Chinese and English."""

from __future__ import annotations

from typing import Final

from bot.knowledge.entries import Wording

TITLE: Final = Wording(zh="改了什么：{before} → {after}", en="What changes: {before} → {after}")
DAY: Final = Wording(zh="按 {day} 这一天看。", en="As of {day}.")
NOTHING: Final = Wording(zh="用户看到的没有任何变化。", en="Nothing changes for those who ask.")

# --- what it comes to -------------------------------------------------------------------------------------------------

DOWN: Final = Wording(zh="降价 {n} 项", en="{n} down")
UP: Final = Wording(zh="涨价 {n} 项", en="{n} up")
ADDED_PRICES: Final = Wording(zh="新增 {n} 项", en="{n} new")
GONE: Final = Wording(zh="去掉 {n} 项", en="{n} gone")
OTHERWISE: Final = Wording(zh="其他变化 {n} 项", en="{n} changed otherwise")
COUNTED: Final = Wording(zh="{what} {n} 项", en="{n} {what}")
OF_ALL: Final = Wording(zh="{n} 个中的 {changed} 个", en="{changed} of {n}")

# --- headings ---------------------------------------------------------------------------------------------------------

NOW: Final = Wording(zh="现在的价格", en="Prices now")
LATER: Final = Wording(zh="预告的价格", en="Prices to come")
ONCE: Final = Wording(zh="过去价格的记录", en="The record of past prices")
TOPICS: Final = {
    "model": Wording(zh="模型", en="Models"),
    "vendor": Wording(zh="厂商和系列", en="Vendors and lines"),
    "promotion": Wording(zh="优惠", en="Promotions"),
    "plan": Wording(zh="套餐", en="Plans"),
    "quota": Wording(zh="免费额度", en="Free quotas"),
    "window": Wording(zh="高峰和低谷时段", en="Peak and off-peak hours"),
    "holidays": Wording(zh="法定节假日", en="Public holidays"),
    "fact": Wording(zh="事实", en="Facts"),
    "rate": Wording(zh="tokens 和字数的换算", en="Tokens to characters and words"),
    "work": Wording(zh="作品篇幅", en="Works and their lengths"),
    "word": Wording(zh="钱和单位的说法", en="Words for money and units"),
    "exchange": Wording(zh="汇率", en="Exchange rates"),
}
NAMES: Final = Wording(zh="名称", en="Names")
CHECKED: Final = Wording(zh="重新核对过", en="Checked anew")
FILES: Final = Wording(zh="内容有变化的文件", en="Files whose contents change")
QUESTIONS: Final = Wording(zh="回答变了的问题", en="Questions that are answered otherwise")

# --- tables -----------------------------------------------------------------------------------------------------------

PRICES: Final = Wording(zh="模型或套餐|卖家|哪一项|原来|之后|变化", en="Model or plan|Seller|What|Before|After|Change")
PAST: Final = Wording(
    zh="起始日|模型或套餐|卖家|哪一项|原来|之后|变化", en="From|Model or plan|Seller|What|Before|After|Change"
)
ANNOUNCED: Final = Wording(
    zh="起始日|模型或套餐|卖家|哪一项|此前|此后|涨跌|这次修改",
    en="From|Model or plan|Seller|What|Until then|Then|Change|In this edit",
)
ANSWERS: Final = Wording(zh="问题|原来|之后", en="Question|Before|After")
NOTHING_THERE: Final = "—"
NO_PRICE: Final = Wording(zh="不再有价", en="no price any more")
FREE: Final = Wording(zh="免费", en="free")
OFFER: Final = Wording(zh="（优惠价）", en=" (promotion)")
REPORTED: Final = Wording(zh="报道的价", en="as reported")

# --- changes of prices ------------------------------------------------------------------------------------------------

ADDED: Final = Wording(zh="新增", en="new")
REMOVED: Final = Wording(zh="去掉", en="gone")
BECOMES_FREE: Final = Wording(zh="改为免费", en="now free")
NO_LONGER_FREE: Final = Wording(zh="不再免费", en="no longer free")
OTHER_CURRENCY: Final = Wording(zh="换了币种", en="other currency")
NO_OFFER_NOW: Final = Wording(zh="价格不变，转为正式价", en="same price, no longer a promotion")
OFFER_NOW: Final = Wording(zh="价格不变，算作优惠", en="same price, now a promotion")
WAS: Final = Wording(zh="原为 {price}", en="was {price}")

# --- changes of things ------------------------------------------------------------------------------------------------

IS_NEW: Final = Wording(zh="新增", en="New")
IS_GONE: Final = Wording(zh="去掉", en="Gone")
IS_RETIRED: Final = Wording(zh="下线", en="Retired")
IS_BACK: Final = Wording(zh="恢复在售", en="Back on sale")
IS_OTHER: Final = Wording(zh="改动", en="Changed")
BEGINS: Final = Wording(zh="开始", en="Begun")
ENDS: Final = Wording(zh="结束", en="Ended")
NAME: Final = Wording(zh="名称", en="name")
NAME_KINDS: Final = {
    "alias": Wording(zh="", en=""),
    "weak": Wording(zh="（也是日常词）", en=" (an everyday word, too)"),
    "lookalike": Wording(zh="（不是它）", en=" (not it)"),
}
LABELS: Final = {
    "about": Wording(zh="约数", en="a round figure"),
    "caveat": Wording(zh="说明", en="caveat"),
    "change": Wording(zh="涨跌", en="change"),
    "claim": Wording(zh="厂商自称", en="the vendor's claim"),
    "day": Wording(zh="日期", en="day"),
    "days": Wording(zh="日子", en="days"),
    "figures": Wording(zh="数字", en="figures"),
    "generic": Wording(zh="不分国家", en="names no country"),
    "headline": Wording(zh="报道里指", en="in reports"),
    "holidays": Wording(zh="节假日除外", en="but public holidays of"),
    "hours": Wording(zh="时段", en="hours"),
    "includes": Wording(zh="包含", en="includes"),
    "inputs": Wording(zh="还能读", en="also reads"),
    "kind": Wording(zh="种类", en="kind"),
    "length": Wording(zh="长度", en="length"),
    "listed": Wording(zh="列表价", en="list price"),
    "means": Wording(zh="等于", en="means"),
    "models": Wording(zh="模型", en="models"),
    "note": Wording(zh="备注", en="note"),
    "of": Wording(zh="就是", en="is"),
    "open_weights": Wording(zh="开放权重", en="open weights"),
    "other_than": Wording(zh="其余时间，除了", en="all hours but"),
    "parent": Wording(zh="属于", en="part of"),
    "per_model": Wording(zh="每个模型各有", en="for each model"),
    "place": Wording(zh="位置", en="place"),
    "related": Wording(zh="相关", en="related"),
    "released": Wording(zh="发布", en="released"),
    "retired": Wording(zh="下线日", en="retired"),
    "since": Wording(zh="从", en="from"),
    "source": Wording(zh="来源", en="source"),
    "speaker": Wording(zh="谁说的", en="said by"),
    "stands_for": Wording(zh="由谁提供", en="served by"),
    "statement": Wording(zh="内容", en="says"),
    "status": Wording(zh="状态", en="status"),
    "subjects": Wording(zh="关于", en="about"),
    "successors": Wording(zh="后继", en="successors"),
    "superseded": Wording(zh="被取代", en="superseded"),
    "tiers": Wording(zh="档位", en="tiers"),
    "today": Wording(zh="现在指", en="stands for"),
    "tokens": Wording(zh="tokens", en="tokens"),
    "until": Wording(zh="到", en="until"),
    "weak": Wording(zh="只有一处提到", en="mentioned in one place only"),
    "whom": Wording(zh="给谁", en="for"),
    "window": Wording(zh="时段名", en="window"),
}

# --- questions --------------------------------------------------------------------------------------------------------

FIRST_LINES: Final = Wording(
    zh="列的是回答的首行；首行不变的，是第一个不同的行。",
    en="The first line of each answer; where that stays, the first line that differs.",
)
NO_LINE: Final = Wording(zh="（没有这一行）", en="(no such line)")
