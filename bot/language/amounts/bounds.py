"""Words that make an amount a bound or a rough figure: at least, 以上, 不到, about, 左右; 上百, 近千."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Final

from bot.language.amounts.vocabulary import Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import Lexicon, is_han, skip_space, skip_space_back
from bot.language.numbers.arabic_numbers import Standing

OPEN: Final = Decimal("-Infinity")
"""The lower end of "at most", until the value is made."""


class Bound(Enum):
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ROUGH = "about"
    NONE = "no bound"
    """What only ends like a bound: 买不到 is "cannot buy"."""


_AT_LEAST_BEFORE: Final = """
至少 最少 起码 超过 超出 大于 高于 多于 不少于 不低于 不小于 不止 逾 超 至少要 至少得 至少有 > >= ≥
at_least more_than over above greater_than no_less_than not_less_than no_fewer_than not_fewer_than a_minimum_of minimum_of
minimum exceeding exceeds upwards_of in_excess_of north_of higher_than larger_than bigger_than
"""
_AT_MOST_BEFORE: Final = """
至多 最多 顶多 不超过 不超出 不到 不足 不满 未满 低于 少于 小于 不多于 不高于 不大于 < <= ≤
觉得不到 晓得不到 记得不到 值得不到
at_most up_to under below less_than fewer_than no_more_than not_more_than no_greater_than within a_maximum_of maximum_of
max maximum not_exceeding lower_than smaller_than not_over
"""
_ROUGH_BEFORE: Final = """
约 约等于 大约 大概 大致 差不多 约莫 约为 约合 几乎 将近 接近 近 估计 ~ ≈
about around roughly approximately approx approx. nearly almost circa some say close_to an_estimated more_or_less
"""
_NOT_BEFORE: Final = """
买不到 得不到 找不到 看不到 听不到 收不到 见不到 遇不到 碰不到 查不到 搜不到 订不到 抢不到 约不到 想不到 猜不到 料不到 借不到 租不到 领不到 吃不到
"""
_ADVERBS: Final = """
至少 最少 起码 至少要 至少得 至少会
at_least
"""
_AT_MOST_ADVERBS: Final = "至多 最多 顶多 at_most"
_DEEDS: Final = """
要 得 需 会 需要 要求 处理 写 写出 写完 用 用到 用掉 花 花掉 花费 买 跑 生成 翻译 总结 消耗 使用 处理掉 输入 输出 读 看
调用 请求 发送 发
process write use spend buy generate handle translate produce consume call
"""
"""What may stand between 至少 and the amount that it is said of: 至少要写50万字."""
_MOST_DEEDS: Final = 2
_AT_LEAST_AFTER: Final = "以上 及以上 或以上 或更多 or_more and_above or_above and_up and_more or_higher or_over plus"
_AT_MOST_AFTER: Final = """
以下 以内 之内 及以下 或以下 封顶 以里 or_less or_fewer or_under or_below and_under and_below at_most max tops
"""
_ROUGH_AFTER: Final = "左右 上下 出头 or_so -ish ish more_or_less"


def _words(*groups: tuple[str, Bound]) -> Lexicon[Bound]:
    return Lexicon({word.replace("_", " "): bound for words, bound in groups for word in words.split()})


_BEFORE: Final = _words(
    (_AT_LEAST_BEFORE, Bound.AT_LEAST),
    (_AT_MOST_BEFORE, Bound.AT_MOST),
    (_ROUGH_BEFORE, Bound.ROUGH),
    (_NOT_BEFORE, Bound.NONE),
)
_AFTER: Final = _words((_AT_LEAST_AFTER, Bound.AT_LEAST), (_AT_MOST_AFTER, Bound.AT_MOST), (_ROUGH_AFTER, Bound.ROUGH))
_SAID_OF_DEEDS: Final = _words((_ADVERBS, Bound.AT_LEAST), (_AT_MOST_ADVERBS, Bound.AT_MOST))
_DEED: Final = Lexicon(dict.fromkeys(_DEEDS.split(), True))
_MULTIPLIERS: Final = frozenset("百千万亿")
_BEFORE_MULTIPLIERS: Final = "上过超逾近成"
_WORD_AFTER: Final = re.compile(r" ([^\s,.;:!?)])")
_COUNTED_AFTER: Final = re.compile(r"(?:people|children|men|women|[a-z]{3,}s)(?![a-z])")
"""What is counted in "100 plus people"."""
_NOT_BEFORE_SIGN: Final = frozenset("-=<>|")


def bounded(text: str, term: Term, floor: int) -> Term:
    """The term with the bound that a word before or after it makes; a word after it belongs to its span."""
    if text[term.start] in _MULTIPLIERS and term.kind is not EntityKind.PERCENT:
        term = _after_over(text, term, floor)
    after = _after(text, term) if term.end < len(text) else None
    if after is not None:
        bound, end = after
        return _with(term, bound) if bound is Bound.ROUGH else _with(term, bound)._replace(end=end)
    if term.start <= floor:
        return term
    before = _BEFORE.ending(text, skip_space_back(text, term.start, floor), floor)
    if before is None:
        return _of_deed(text, term, floor)
    if before[0] is Bound.NONE:
        return term
    bound, start = before
    if text[start] in "<>≥≤" and start and text[start - 1] in _NOT_BEFORE_SIGN:
        return term
    return _with(term, bound)


def bound_before(text: str, start: int, floor: int) -> int | None:
    """Where the bound begins that stands right before ``start``; ``None`` where none does."""
    before = _BEFORE.ending(text, skip_space_back(text, start, floor), floor)
    return None if before is None or before[0] in (Bound.NONE, Bound.ROUGH) else before[1]


def bounding_from(text: str, start: int, floor: int) -> int:
    """Where the words begin that bound, or make rough, what stands at ``start``; ``start`` where there are none."""
    before = _BEFORE.ending(text, skip_space_back(text, start, floor), floor)
    return start if before is None or before[0] is Bound.NONE else before[1]


def _of_deed(text: str, term: Term, floor: int) -> Term:
    """The term with a bound that is said of what is done: 至少要写50万字; the most to be spent is a sum as any other."""
    if term.kind is EntityKind.PERCENT:
        return term
    at = term.start
    for _ in range(_MOST_DEEDS):
        deed = _DEED.ending(text, skip_space_back(text, at, floor), floor)
        if deed is None:
            return term
        at = deed[1]
        said = _SAID_OF_DEEDS.ending(text, skip_space_back(text, at, floor), floor)
        if said is not None:
            spent = term.kind is EntityKind.MONEY and said[0] is Bound.AT_MOST
            return term if spent else _with(term, said[0])
    return term


def _after_over(text: str, term: Term, floor: int) -> Term:
    """上百, 过万, 近千: a multiplier alone counts after 上, 过 and 近."""
    before = text[term.start - 1] if term.start > floor else ""
    if not before or before not in _BEFORE_MULTIPLIERS:
        return term
    firm = term._replace(figure=term.figure._replace(standing=Standing.FIRM), rough=True)
    return firm if before in "近成" else firm._replace(high=None)


def _after(text: str, term: Term) -> tuple[Bound, int] | None:
    end = term.end
    found = _AFTER.starting(text, skip_space(text, end))
    if found is not None and _adds(text, found[1], term):
        return None
    if found is not None or term.kind is EntityKind.NUMBER:
        return found
    if text[end] == "起" and term.kind is EntityKind.MONEY and (not is_han(text, end + 1) or text[end + 1] in "步售投"):
        return Bound.AT_LEAST, end + 1
    if text.startswith("不到", end) and not is_han(text, end + 2):
        return Bound.AT_MOST, end + 2
    return None


def _adds(text: str, end: int, term: Term) -> bool:
    """Whether the word up to ``end`` is a plus that adds something: 1/8 plus 3/8, $5 plus tax, but 100 plus people."""
    if not text.endswith("plus", 0, end):
        return False
    following = _WORD_AFTER.match(text, end)
    if following is None:
        return False
    return term.kind is not EntityKind.NUMBER or _COUNTED_AFTER.match(text, following.start(1)) is None


def _with(term: Term, bound: Bound) -> Term:
    if bound is Bound.ROUGH:
        return term._replace(rough=True)
    if term.high is None:
        return term
    return term._replace(high=None) if bound is Bound.AT_LEAST else term._replace(low=OPEN)
