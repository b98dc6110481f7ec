"""What maintainers are told when their names, questions and prices are tried out (see ``bot.knowledge.messages``)."""

from __future__ import annotations

from typing import Final

from bot.knowledge.messages.message import Message

_OTHER_NAME: Final = (
    "choose a name that means nothing else; a longer one may hold the word",
    "请换一个没有别的意思的名字；名字长一些、里面带着这个词也可以",
)
_WEAK: Final = (
    "list it under `weak_aliases`, or choose a longer name",
    "请写在 `weak_aliases` 里，或者换一个长一些的名字",
)
_HIDDEN: Final = (
    "remove it, or the longer or stronger word that hides it",
    "请删掉它，或者删掉盖住它的那个更长或更强的词",
)
_KEYWORDS: Final = (
    "add the words it is asked with to this fact's keywords, or make the other's narrower",
    "请把提问用的词加进这条事实的 `keywords`，或者把另一条事实的收窄",
)
_NO_SUM: Final = (
    "ask it in words that ask for no price or sum, or let the price that is given name it (`fact: {fact}`)",
    "请换一种不像在问价格或要计算的问法，或者在答出来的那条价格上写 `fact: {fact}`",
)
_FIGURES: Final = (
    "check the figure, the currency and `per`, and that no figure stands under the key of another side",
    "请核对数字、货币和 `per`，并看看几个方向的数字有没有写反",
)
_DAY: Final = (
    "check the day, or name the source that tells of this price",
    "请核对日期，或者写上真正讲到这个价格的来源",
)
_PAST: Final = (
    "keep it, for it stays true for its time, and add a new line with its own `from`; change it only where it was never true",
    "请保留原来那一行（它在当时一直是对的），新价格另加一行、写上自己的 `from`；只有原来就写错了才改它",
)

NO_SUCH_FILE: Final = Message(
    "is no YAML file of the knowledge folder {folder}",
    "name one that is, or another folder with --knowledge",
    "不是知识文件夹 {folder} 里的 YAML 文件",
    "请写里面的文件，或者用 --knowledge 指定别的文件夹",
)

NOTHING_BEFORE: Final = Message(
    "cannot be compared with `{against}` ({reason})",
    "name a git revision of this folder, such as HEAD or main, or another folder",
    "没法和 `{against}` 比较（{reason}）",
    "请写这个文件夹的一个 git 版本，例如 HEAD 或 main，或者另一个文件夹",
)

# --- names ------------------------------------------------------------------------------------------------------------

SINGLE_CHARACTER: Final = Message(
    "`{text}` is a single character, which stands in many other words",
    _OTHER_NAME[0],
    "`{text}` 只有一个字，很多别的词里都有它",
    _OTHER_NAME[1],
)
MEASURE: Final = Message(
    "`{text}` is a word for money or amounts", _OTHER_NAME[0], "`{text}` 是说钱或数量的词", _OTHER_NAME[1]
)
AMOUNT: Final = Message("`{text}` is read as an amount", _OTHER_NAME[0], "`{text}` 会被读成数量", _OTHER_NAME[1])
QUESTION_WORD: Final = Message(
    "`{text}` is a word that questions are asked with ({meaning})",
    _OTHER_NAME[0],
    "`{text}` 是提问时用的词",
    _OTHER_NAME[1],
)
EVERY_QUESTION: Final = Message(
    "`{text}` is an everyday word that any question may hold",
    _OTHER_NAME[0],
    "`{text}` 是日常用词，什么问题里都可能有",
    _OTHER_NAME[1],
)
SHARED: Final = Message(
    "`{text}` is a part of the names of models of {vendors} vendors",
    _WEAK[0],
    "`{text}` 出现在 {vendors} 家厂商的模型名字里",
    _WEAK[1],
)
EVERYDAY: Final = Message("`{text}` is an everyday word, too", _WEAK[0], "`{text}` 也是日常用词", _WEAK[1])
LEADS_ELSEWHERE: Final = Message(
    "`{text}` leads to {others} instead of {id}", _HIDDEN[0], "`{text}` 指到了 {others}，而不是 {id}", _HIDDEN[1]
)
LEADS_NOWHERE: Final = Message(
    "`{text}` leads nowhere instead of {id}", _HIDDEN[0], "`{text}` 指不到 {id}，什么也没有认出来", _HIDDEN[1]
)
STILL_READ: Final = Message(
    "`{text}` is still read as {id}",
    "write the whole of the word, or remove it",
    "`{text}` 还是会被读成 {id}",
    "请写完整的词，或者把它删掉",
)
VENDOR_ELSEWHERE: Final = Message(
    "`{text}` is the vendor `{id}` in the wider catalogue, with {models} models there",
    "give the vendor the id `{id}`, so that there is one, or take the name away",
    "在更大的模型目录里，`{text}` 是厂商 `{id}`，那里有它的 {models} 个模型",
    "请把这家厂商的 id 改成 `{id}`，两边就是同一家；不然请去掉这个名字",
)
OTHER_VENDORS: Final = Message(
    "`{text}` is `{id}` in the wider catalogue, of another vendor",
    "if it is the same, list it under a vendor with the id `{vendor}`; else take the name away",
    "在更大的模型目录里，`{text}` 是另一家厂商的 `{id}`",
    "如果是同一个，请写到 id 为 `{vendor}` 的厂商下面；不然请去掉这个名字",
)
MODEL_ELSEWHERE: Final = Message(
    "`{text}` is `{id}` in the wider catalogue, where `{name}` still leads",
    "give the model the id `{id}`, or add that name to its aliases",
    "在更大的模型目录里，`{text}` 是 `{id}`，而 `{name}` 仍然指到那里",
    "请把这个模型的 id 改成 `{id}`，或者把那个名字加进它的 `aliases`",
)

# --- questions --------------------------------------------------------------------------------------------------------

ASKED_TWICE: Final = Message(
    "`{text}` is asked of {other} already ({there})",
    "one question leads to one fact: remove one of the two",
    "`{text}` 已经是 {other} 的问法了（{there}）",
    "一个问题只能指一条事实：两个里面删一个",
)
NOT_UNDERSTOOD: Final = Message(
    "`{text}` is not understood, though it is asked of {fact}",
    _KEYWORDS[0],
    "`{text}` 是 {fact} 的问法，却没有听懂",
    _KEYWORDS[1],
)
OTHER_FACTS: Final = Message(
    "`{text}` is answered with {others}, not with {fact}",
    _KEYWORDS[0],
    "问 `{text}` 答的是 {others}，而不是 {fact}",
    _KEYWORDS[1],
)
COMPUTED: Final = Message(
    "`{text}` is answered as a {kind} question, not with {fact}",
    _NO_SUM[0],
    "`{text}` 被当成了 {kind} 类的问题来算，没有答 {fact}",
    _NO_SUM[1],
)

WITHOUT_IT: Final = Message(
    "were `{text}` not written here, it would be {answer}, and {fact} would come {where}",
    "add ways of asking to `asks:` with the words that people use; a word that neither they nor the statement have may go "
    "into `keywords:`",
    "如果这里没有写 `{text}`，它会{answer}，{fact} {where}",
    "请在 `asks:` 里多写几种大家会用的问法；事实和问法里都没有的词，可以写进 `keywords:`",
)

# --- prices -----------------------------------------------------------------------------------------------------------

DEARER_THAN_BEFORE: Final = Message(
    "{price} is {times} times dearer than the price before it, {other}",
    _FIGURES[0],
    "{price}，是它上一个价格（{other}）的 {times} 倍",
    _FIGURES[1],
)
CHEAPER_THAN_BEFORE: Final = Message(
    "{price} is {times} times cheaper than the price before it, {other}",
    _FIGURES[0],
    "{price}，只有它上一个价格（{other}）的 {times} 分之一",
    _FIGURES[1],
)
DEARER_THAN_OTHERS: Final = Message(
    "{price} is {times} times dearer than the nearest price of another model, {other}",
    _FIGURES[0],
    "{price}，是别的模型里最接近的价格（{other}）的 {times} 倍",
    _FIGURES[1],
)
CHEAPER_THAN_OTHERS: Final = Message(
    "{price} is {times} times cheaper than the nearest price of another model, {other}",
    _FIGURES[0],
    "{price}，只有别的模型里最接近的价格（{other}）的 {times} 分之一",
    _FIGURES[1],
)
HOURS_WITHOUT_PRICE: Final = Message(
    "no price holds {window} from {day} on, only this one for the other hours",
    "write a line for those hours, too, with the same `from`; a window that is missing is declared with `other_than`",
    "从 {day} 起，{window} 的时间没有价格，只有这一条管其余的时间",
    "请给那些时间也写一行，`from` 相同；还没有那个时段的，先用 `other_than` 声明",
)
OUT_OF_PROPORTION: Final = Message(
    "{price} of {side} is far from {other} of {other_side}",
    _FIGURES[0],
    "{side}（{price}）和 {other_side}（{other}）相差太远",
    _FIGURES[1],
)
CONTRADICTED: Final = Message(
    "{price} is not what `{fact}` states",
    "correct one of the two; where the price has changed, add a new one with its own `from`",
    "{price}，和事实 `{fact}` 里说的不一样",
    "两处里改对一处；如果是价格变了，请另加一条带 `from` 的新价格",
)
PAST_PRICE_CHANGED: Final = Message(
    "{price} from {day} was {other} before this edit",
    _PAST[0],
    "从 {day} 起的价格改成了{price}，原来是{other}",
    _PAST[1],
)
PAST_PRICE_GONE: Final = Message(
    "the price from {day}, {other}, is gone since this edit",
    _PAST[0],
    "从 {day} 起的价格（{other}）不见了",
    _PAST[1],
)
OTHER_YEAR: Final = Message(
    "{day} is the day of its source `{source}` in another year ({published})",
    _DAY[0],
    "{day} 和来源 `{source}` 的日期（{published}）月日相同、年份不同",
    _DAY[1],
)
OLD_SOURCE: Final = Message(
    "{day} is {days} days after its source `{source}` was published",
    _DAY[0],
    "{day} 比来源 `{source}` 的发布晚了 {days} 天",
    _DAY[1],
)
