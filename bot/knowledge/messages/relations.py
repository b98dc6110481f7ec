"""What is wrong between the parts: ids that lead nowhere, names that two things share, prices that overlap."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

_ONE_NAME: Final = ("one name leads to one thing: remove one of the two", "一个名字只能指一样东西：两个里面删一个")

UNKNOWN_ID: Final = Message(
    "no {kind} has the id `{id}`",
    "declare a {kind} with this id, or correct it",
    "没有 id 是 `{id}` 的{kind}",
    "请先写一个这个 id 的{kind}，或者把 id 改对",
)
UNKNOWN_ID_ALIKE: Final = Message(
    "no {kind} has the id `{id}`", "did you mean `{known}`?", "没有 id 是 `{id}` 的{kind}", "是不是想写 `{known}`？"
)
UNLISTED_VENDOR: Final = Message(
    "no vendor has the id `{id}`", "list it under `vendors`", "没有 id 是 `{id}` 的厂商", "请在 `vendors` 里写上它"
)
UNLISTED_LINE: Final = Message(
    "no line above has the id `{id}`",
    "list it under `lines`, the wider ones first",
    "上面没有 id 是 `{id}` 的产品线",
    "请在 `lines` 里写上它，大的产品线写在前面",
)
UNKNOWN_CURRENCY: Final = Message(
    "no currency has the code `{code}`",
    "write the ISO 4217 code, e.g. CNY",
    "没有代码是 `{code}` 的货币",
    "请写三个字母的货币代码（ISO 4217），例如人民币是 CNY",
)
ID_TAKEN: Final = Message(
    "the id `{id}` is taken already ({there})", "choose another id", "id `{id}` 已经用过了（{there}）", "请换一个 id"
)
NAME_TAKEN: Final = Message(
    "`{text}` already leads to {id} ({there})", _ONE_NAME[0], "`{text}` 已经指 {id} 了（{there}）", _ONE_NAME[1]
)
SPELLING_TAKEN: Final = Message(
    "`{text}` (as `{spelling}`) already leads to {id} ({there})",
    _ONE_NAME[0],
    "`{text}`（也写作 `{spelling}`）已经指 {id} 了（{there}）",
    _ONE_NAME[1],
)
FILE_NAME: Final = Message(
    "the file has another name than its vendor",
    "rename the file to {id}.yaml, or correct the id",
    "文件名和厂商的 id 不一样",
    "请把文件改名为 {id}.yaml，或者把 id 改对",
)
OTHER_OWNER: Final = Message(
    "`{id}` is not an id of this vendor",
    "begin it with `{vendor}/`",
    "`{id}` 不是这家厂商的 id",
    "请以 `{vendor}/` 开头",
)
NO_SOURCE: Final = Message(
    "`{id}` does not say its source",
    "add `source: …`, for the file has several",
    "`{id}` 没有写来源",
    "这个文件有好几个来源，请加上 `source: …`",
)
EARLIER_PRICE: Final = Message(
    "{day} is before the price above it",
    "list prices oldest first",
    "{day} 比上一条价格还早",
    "请按日期排列，早的写在上面",
)
OVERLAP: Final = Message(
    "overlaps the price above that holds from {day}",
    "let one end (`until`) before the other begins, or say what each is for: another side, mode, window or length",
    "和上面从 {day} 起的价格重叠",
    "请让前一条先结束（`until`），或者写明各管什么：方向、方式、时段或长度不一样",
)
UNKNOWN_WINDOW: Final = Message(
    "no window of this vendor has the id `{id}`",
    "declare it under `windows`, or correct it",
    "这家厂商没有 id 是 `{id}` 的时段",
    "请在 `windows` 里写上它，或者把 id 改对",
)
WINDOW_TWICE: Final = Message(
    "`{id}` has hours already",
    "add the day `from` which these hours hold; list them oldest first",
    "`{id}` 的时间已经写过了",
    "请加上从哪天起是这个时间（`from`），早的写在上面",
)
NO_OTHER_WINDOW: Final = Message(
    "no window with hours has the id `{id}`",
    "declare it beside this one, with its hours",
    "没有 id 是 `{id}`、写了时间的时段",
    "请在旁边写上那个时段和它的时间",
)
NO_HOLIDAYS: Final = Message(
    "no public holidays of `{country}` are listed",
    "list them in holidays.yaml, or correct it",
    "没有 `{country}` 的公共假日",
    "请在 holidays.yaml 里写上，或者把国家代码改对",
)
LISTED_OVERLAP: Final = Message(
    "overlaps the prices above that hold from {day}",
    "let one end (`until`) before the other begins; list them oldest first",
    "和上面从 {day} 起的价格重叠",
    "请让前一条先结束（`until`），早的写在上面",
)
ONLY_LONG: Final = Message(
    "says what long requests cost, and not what others do",
    "put a line without `above` and with the same days before it",
    "只写了长请求的价格，没有写其他请求的",
    "请在它前面加一条日期相同、不带 `above` 的价格",
)
RATE_TWICE: Final = Message(
    "the rate of {currency} on {day} is given twice (first on line {line})",
    "keep one of the two",
    "{currency} 在 {day} 的汇率写了两次（前一次在第 {line} 行）",
    "两个里面留一个",
)
RATE_OF_BASE: Final = Message(
    "{currency} is the base itself", "remove the line", "{currency} 就是基准货币", "请删掉这一行"
)
