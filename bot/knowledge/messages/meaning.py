"""What has the right form and says nothing, or two things at once: prices, their conditions, figures, changes."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

_FORMS: Final = (
    "{amount: 0.0008, currency: CNY, per: 1000}",
    "{input: 2, output: 8, currency: CNY, per: 1000000}",
    "{buys: 2000000, for: 1, currency: CNY}",
)
_PRICE_FORMS: Final = (
    f"write one of {', '.join(_FORMS)} or {{free: true}}",
    f"请写成其中一种：{'、'.join(_FORMS)} 或 {{free: true}}",
)
_FIGURE: Final = ("write e.g. {value: 2.6, unit: times}", "写法例如 {value: 2.6, unit: times}")

# --- prices -----------------------------------------------------------------------------------------------------------

MIXED_FORMS: Final = Message("mixes {forms}", _PRICE_FORMS[0], "混用了 {forms}", _PRICE_FORMS[1])
NO_PRICE: Final = Message("says no price", _PRICE_FORMS[0], "没有写价格", _PRICE_FORMS[1])
INCOMPLETE_PRICE: Final = Message(
    "`{key}` is missing beside `{form}`", _PRICE_FORMS[0], "写了 `{form}`，还缺 `{key}`", _PRICE_FORMS[1]
)
KEY_OF_ANOTHER_FORM: Final = Message(
    "`{key}` does not go with `{form}`", _PRICE_FORMS[0], "`{key}` 不能和 `{form}` 一起写", _PRICE_FORMS[1]
)
NOT_FREE: Final = Message(
    "a price that is not free needs a figure", _PRICE_FORMS[0], "不免费的价格要写出数字", _PRICE_FORMS[1]
)
ZERO_PRICE: Final = Message(
    "zero is not a price", "write `free: true` where nothing is charged", "0 不是价格", "如果不收钱，请写 `free: true`"
)
ENDS_EARLY: Final = Message(
    "ends before it begins",
    "`until` is the first day on which the price no longer holds",
    "结束得比开始还早",
    "`until` 是这个价格不再有效的第一天",
)
LISTED_ENDS_EARLY: Final = Message(
    "ends before it begins",
    "`until` is the last day on which the price holds",
    "结束得比开始还早",
    "`until` 是这个价格有效的最后一天",
)
SIDES_TWICE: Final = Message(
    "names sides twice",
    "`side` goes with `amount`; `{side}` says it already",
    "输入输出写了两遍",
    "`side` 只和 `amount` 一起用；`{side}` 已经说明了是哪一边",
)
NOT_OF_TOKENS: Final = Message(
    "only tokens have sides and bundles, no `{unit}` does",
    "write {amount: 0.1, currency: CNY, per: 1, unit: {unit}}",
    "只有 token 才分输入输出、才有“一元买多少”，`{unit}` 没有",
    "请写成 {amount: 0.1, currency: CNY, per: 1, unit: {unit}}",
)
LIST_WITHOUT_OFFER: Final = Message(
    "goes with a promotion",
    "add `promotion: true`, or remove `list`",
    "只和优惠价一起用",
    "请加上 `promotion: true`，或者删掉 `list`",
)
LIST_OF_OTHERS: Final = Message(
    "`{side}` has no offer beside it",
    "list the prices of what the offer is for",
    "`{side}` 没有对应的优惠价",
    "`list` 里只写有优惠的那几项的原价",
)
TWO_LOWER_ENDS: Final = Message(
    "has two lower ends", "write either `above` or `at_least`", "下限写了两个", "`above` 和 `at_least` 只写一个"
)
TWO_UPPER_ENDS: Final = Message(
    "has two upper ends", "write either `up_to` or `below`", "上限写了两个", "`up_to` 和 `below` 只写一个"
)
NO_TOKENS: Final = Message(
    "names no number of tokens",
    "write e.g. {above: 32000, up_to: 128000}",
    "没有写 token 数",
    "写法例如 {above: 32000, up_to: 128000}",
)
TOKENS_UPSIDE_DOWN: Final = Message(
    "is upside down",
    "the smaller figure comes first, e.g. {above: 32000, up_to: 128000}",
    "上限比下限还小",
    "小的数在前，例如 {above: 32000, up_to: 128000}",
)
NO_LISTED_PRICE: Final = Message(
    "says no price",
    "write e.g. {input: 2.5, output: 10, from: 2026-11-09}",
    "没有写价格",
    "写法例如 {input: 2.5, output: 10, from: 2026-11-09}",
)
RATE_UNIT: Final = Message(
    "needs either `characters` or `words`",
    "write e.g. {tokens: 2, characters: 1}",
    "要写 `characters`（字）或 `words`（词）其中一个",
    "写法例如 {tokens: 2, characters: 1}",
)
RATE_ENDS: Final = Message(
    "is no larger figure beside the smaller one",
    "write e.g. {tokens: 1, characters: 1.5, up_to: 2}, without `at_least`",
    "不是比前面更大的数",
    "写法例如 {tokens: 1, characters: 1.5, up_to: 2}，不带 `at_least`",
)

# --- hours and days ---------------------------------------------------------------------------------------------------

NO_HOURS: Final = Message(
    "`{text}` is no stretch of a day",
    'write "09:00-12:00"; it may wrap midnight',
    "`{text}` 不是一天里的一段时间",
    '请写成 "09:00-12:00"；可以跨过半夜',
)
WINDOW_FORM: Final = Message(
    "needs either `hours` or `other_than`",
    'write e.g. hours: ["09:00-12:00"]',
    "要写 `hours` 或 `other_than` 其中一个",
    '写法例如 hours: ["09:00-12:00"]',
)
OTHER_THAN_ITSELF: Final = Message(
    "is other than itself",
    "name the window whose closed hours these are",
    "不能是自己以外的时段",
    "请写另一个时段的 id，这里指那个时段以外的时间",
)
NO_ZONE: Final = Message(
    "`{text}` is no time zone",
    "write its IANA name, e.g. Asia/Shanghai",
    "`{text}` 不是时区",
    "请写 IANA 的时区名，例如 Asia/Shanghai",
)
HOLIDAY_ENDS_EARLY: Final = Message(
    "ends before it begins", "`to` is its last day off", "结束得比开始还早", "`to` 是放假的最后一天"
)

# --- figures of facts -------------------------------------------------------------------------------------------------

NO_END: Final = Message(
    "has no end",
    "write {min: 30, max: 60}, {min: 40} or {max: 90}",
    "没有写范围的两头",
    "请写 {min: 30, max: 60}、{min: 40} 或 {max: 90}",
)
NOT_IN_ENGLISH: Final = Message(
    "is the same in Chinese and English",
    "write {zh: …, en: …}, each in its own language",
    "中文和英文写的是一样的",
    "请写成 {zh: …, en: …}，中文英文各写一句",
)
BEFORE_RELEASE: Final = Message(
    "{day} is before the model came out ({released})",
    "correct one of the two days",
    "{day} 比模型推出（{released}）还早",
    "两个日期里改对一个",
)
UPSIDE_DOWN: Final = Message("is upside down", "`min` is the smaller figure", "大小颠倒了", "`min` 是较小的那个数")
NO_UNIT: Final = Message(
    "`{text}` is no unit",
    "write one of {units}, or a currency code such as CNY",
    "`{text}` 不是单位",
    "可以写的有 {units}，或者货币代码，例如 CNY",
)
FIGURE_FORM: Final = Message(
    "needs exactly one of `value`, `range` and `date`",
    _FIGURE[0],
    "`value`、`range`、`date` 要写一个，也只能写一个",
    _FIGURE[1],
)
FIGURE_UNIT: Final = Message("has no unit", _FIGURE[0], "没有写单位", _FIGURE[1])
DATE_WITH_UNIT: Final = Message(
    "a date has no unit", "write {date: 2024-05-15}", "日期没有单位", "请写 {date: 2024-05-15}"
)
WHOLE_CUT: Final = Message(
    "a price cannot fall by 100% or more",
    "for a price that fell to nothing, give the model a price with `free: true`",
    "价格不可能降 100% 或更多",
    "如果降到了免费，请给这个模型加一条 `free: true` 的价格",
)
DAY_OF_DIFFERENCE: Final = Message(
    "a difference from the industry's price begins on no day",
    "remove `from`",
    "和行业价格的差距没有开始的日子",
    "请删掉 `from`",
)
OTHER_PERCENTAGE: Final = Message(
    "says another percentage than `figures`",
    "one of the figures must read {figure}, or the change be corrected",
    "和 `figures` 里的百分比不一样",
    "`figures` 里应有一项是 {figure}，不然就要改这里",
)
NOT_GENERIC: Final = Message(
    "`{text}` is none of the words",
    "list it under `before` or `after` too",
    "`{text}` 不在这些词里",
    "请在 `before` 或 `after` 里也写上它",
)
