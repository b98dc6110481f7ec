"""What does not have the form that it should: keys, and single values by themselves."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

_NUMBER: Final = (
    "write the number in plain digits, without quotes, e.g. 0.0008",
    "请写成普通的数字，不加引号，例如 0.0008",
)
_ISO_DATE: Final = ("write year-month-day, e.g. 2024-05-16", "请写成 年-月-日，例如 2024-05-16")

# --- keys and their values --------------------------------------------------------------------------------------------

EMPTY: Final = Message("is empty", "write the value, or remove the key", "没有写值", "请写上值，或者把这个键删掉")
MISSING: Final = Message("is missing", "add `{key}: …` here", "缺少这一项", "请在这里补上 `{key}: …`")
UNKNOWN_KEY: Final = Message(
    "unknown key `{key}`", "the keys here are {known}", "不认识的键 `{key}`", "这里可以用的键有 {known}"
)
UNKNOWN_KEY_ALIKE: Final = Message(
    "unknown key `{key}`", "did you mean `{known}`?", "不认识的键 `{key}`", "是不是想写 `{known}`？"
)
UNKNOWN_KEY_IN_BRACES: Final = Message(
    "unknown key `{key}`",
    "put a text that holds a comma inside braces in quotes",
    "不认识的键 `{key}`",
    "花括号里的文字如果带逗号，请加上引号",
)
MERGE: Final = Message(
    "`<<` repeats another part of the file",
    "write its keys out here",
    "`<<` 引用了文件里的另一处",
    "请在这里把那些键写出来",
)
NO_TEXT: Final = Message("is no text", "put it in quotes", "应该是文字", "请加上引号")
NO_NUMBER: Final = Message("is no number", _NUMBER[0], "应该是数字", _NUMBER[1])
TEXT_IS_NO_NUMBER: Final = Message("`{text}` is no number", _NUMBER[0], "`{text}` 不是数字", _NUMBER[1])
NUMBER_MEANT: Final = Message("`{text}` is no number", "write {plain} alone", "`{text}` 不是数字", "只写 {plain}")
SHARE_IS_NO_PRICE: Final = Message(
    "`{text}` is a share and no price",
    "work it out, and write what the vendor charges, e.g. 0.8",
    "`{text}` 是比例，不是价格",
    "请算出来，写厂商实际收的价，例如 0.8",
)
FREE_IS_NO_NUMBER: Final = Message(
    "`{text}` is no number",
    "write `free: true` in place of the price, without `currency` and `per`",
    "`{text}` 不是数字",
    "免费就不写价格，写 `free: true`，也不用写 `currency` 和 `per`",
)
NOT_TRUE_OR_FALSE: Final = Message(
    "is neither true nor false", "write true or false", "既不是 true 也不是 false", "请写 true 或 false"
)
NO_LIST: Final = Message(
    "is no list",
    "write [one, two], or one item a line that begins with `- `",
    "应该是列表",
    "请写成 [一, 二]，或者一行一项、每行以 `- ` 开头",
)
NO_MAPPING: Final = Message(
    "is no mapping",
    "write keys and values, one `key: value` a line",
    "应该是一组键和值",
    "请一行写一个 `键: 值`",
)
EMPTY_LIST: Final = Message("is an empty list", "write at least one item", "列表是空的", "请至少写一项")
OTHER_WORD: Final = Message(
    "`{text}` is not one of the words for this", "write {expected}", "这里不能写 `{text}`", "可以写的有 {expected}"
)
REFUSED: Final = Message("{reason}", "see the file's schema", "{reason}", "请对照这个文件的格式说明")

# --- ids, texts and names ---------------------------------------------------------------------------------------------

NO_ID: Final = Message(
    "`{text}` is no id",
    "use lower-case letters, digits and hyphens, e.g. glm-price",
    "`{text}` 不能作 id",
    "只用小写字母、数字和连字符，例如 glm-price",
)
NO_OWNED_ID: Final = Message(
    "`{text}` is no id of this kind",
    "write vendor/name in lower case, e.g. zhipu/glm-3-turbo",
    "`{text}` 不是这一类的 id",
    "请写成 厂商/名字，用小写字母，例如 zhipu/glm-3-turbo",
)
EMPTY_TEXT: Final = Message(
    "is an empty text", "write the text, or remove the key", "文字是空的", "请写上文字，或者把这个键删掉"
)
SPACE_AROUND: Final = Message("begins or ends with a space", "remove it", "开头或结尾有空格", "请删掉空格")
LONG_TEXT: Final = Message("is longer than {most} characters", "shorten it", "超过了 {most} 个字", "请写短一些")
ODD_IN_TEXT: Final = Message(
    "holds {character}", "delete it: it does not show", "里面有 {character}", "请删掉它，它看不见"
)
LONG_NAME: Final = Message(
    "is longer than {most} characters",
    "a name is what people type; a description goes into `note`",
    "超过了 {most} 个字",
    "名字是大家会打出来的词；说明请写进 `note`",
)
COMMA_IN_NAME: Final = Message(
    "`{text}` holds a Chinese comma",
    "separate names with `, `, each is an item of its own",
    "`{text}` 里有中文的逗号、顿号或分号",
    "名字之间写 `, `（英文逗号加空格），每个名字各是一项",
)
SPACE_IN_NAME: Final = Message(
    "`{text}` holds {character}",
    "write a plain space, or none",
    "`{text}` 里有 {character}",
    "请换成普通空格，或者不要空格",
)
ODD_IN_NAME: Final = Message(
    "`{text}` holds {character}", "delete it: nobody types it", "`{text}` 里有 {character}", "请删掉它，没有人会打出它"
)
QUOTED_NAME: Final = Message(
    "`{text}` is in Chinese quotation marks",
    "write {plain}, the name alone",
    "`{text}` 带着中文引号",
    "只写名字本身：{plain}",
)
NO_NAME: Final = Message(
    "`{text}` is nothing that people could ask by",
    "write a name in letters or digits",
    "没有人能用 `{text}` 来提问",
    "请写一个由文字、字母或数字组成的名字",
)
NO_ADDRESS: Final = Message(
    "`{text}` is no address",
    "write it whole, e.g. https://example.org/page",
    "`{text}` 不是网址",
    "请写完整，例如 https://example.org/page",
)
NO_CURRENCY: Final = Message(
    "`{text}` is no currency code",
    "write the ISO 4217 code, e.g. CNY",
    "`{text}` 不是货币代码",
    "请写三个字母的货币代码（ISO 4217），例如人民币是 CNY",
)
NO_COUNTRY: Final = Message(
    "`{text}` is no country code",
    "write the ISO 3166 code, e.g. CN",
    "`{text}` 不是国家代码",
    "请写两个字母的国家代码（ISO 3166），例如 CN",
)

# --- days and numbers -------------------------------------------------------------------------------------------------

NO_DATE: Final = Message("is no date", _ISO_DATE[0], "应该是日期", _ISO_DATE[1])
TEXT_IS_NO_DATE: Final = Message("`{text}` is no date", _ISO_DATE[0], "`{text}` 不是日期", _ISO_DATE[1])
DAY_MEANT: Final = Message("`{text}` is no date", "write {plain}", "`{text}` 不是日期", "请写成 {plain}")
NO_CALENDAR_DAY: Final = Message(
    "`{text}` is no day of the calendar", _ISO_DATE[0], "日历上没有 `{text}` 这一天", _ISO_DATE[1]
)
NEGATIVE: Final = Message(
    "must not be negative", "write the price as published, e.g. 0.0008", "不能是负数", "请照公布的价格写，例如 0.0008"
)
NOT_POSITIVE: Final = Message(
    "must be more than zero", "write the figure as published, e.g. 1000", "必须大于 0", "请照公布的数字写，例如 1000"
)
OUT_OF_BOUNDS: Final = Message("is too large or too small", "check the figure", "太大或者太小", "请核对这个数字")
