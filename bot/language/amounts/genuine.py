"""Whether what reads as an amount is one where it stands, and not part of a word or the number of something."""

from __future__ import annotations

import re
from typing import Final

from bot.language.amounts.bounds import bound_before
from bot.language.amounts.identifiers import is_bare_identifier
from bot.language.amounts.not_amounts import MASK
from bot.language.amounts.vocabulary import Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, WORD_CHARACTERS, is_han
from bot.language.numbers.arabic_numbers import Standing
from bot.language.numbers.lone_words import counts_in_english
from bot.language.numbers.not_units import is_other_word

_MEASURES: Final = frozenset(
    "个位名只条张件台部辆家间所座栋本册篇页章节段句字词行首支枝把根颗粒片块瓶杯碗盘份套副组批群种类样项款门次回遍趟场轮倍岁"
    "年月天日周小秒克斤公千吨米里尺寸厘毫升度平元角美欧英港日人期集卷笔分件餐顿盒袋箱包斗亩匹头棵朵幅封格对双层楼步两"
)
"""Measure words, by their first character: a numeral of one character counts before them."""
_LONG_MEASURES: Final = (
    "公里",
    "公斤",
    "公分",
    "小时",
    "分钟",
    "厘米",
    "毫米",
    "毫升",
    "毫秒",
    "毫克",
    "千米",
    "平方",
    "立方",
)
_NOT_MEASURES: Final = tuple(
    """
    个别 个性 位置 条件 张力 台湾 台北 部分 部门 家庭 家人 本来 本身 本质 节目 节日 章程 段落 首先 支持 支付 根据 片面
    块头 份额 种子 类似 样子 项目 门口 次数 回来 回答 场景 轮胎 年级 年轻 天气 日本 周边 小米 小说 公司 千万 米饭 里面 尺寸 度假
    平台 角度 角色 美国 美团 欧洲 英国 英语 港口 人们 人类 期待 分享 分析
    """.split()
)
_JOINS: Final = frozenset("为是等于到至有要加减乘除以约共得选买付花收给差过满达了负")
"""Characters before a lone numeral that is a number (等于五)."""
_SIZES: Final = re.compile(
    r" ?-?(?:上下文|长上下文|长文本|context|ctx|窗口|window|电视|tv|超清|高清|屏|视频|分辨率|显示器|画质|参数|模型|model"
    r"|param|parameter|hz|运动|pro\b|字节)"
)
_DETERMINERS: Final = frozenset("这那哪某另任何上下同第唯样有其再又头")
_ADVERB_AFTER: Final = frozenset("别不要记得注请莫勿可能让给保当把没去带用叫小")


def counts(text: str, found: Term, floor: int) -> bool:
    """Whether the term is an amount."""
    if found.end < len(text) and text[found.end] in WORD_CHARACTERS and not _is_free_at_end(text, found):
        return False
    if found.kind is EntityKind.NUMBER:
        return _counts_alone(text, found, floor)
    return found.kind is not EntityKind.QUANTITY or not _is_determined(text, found)


def _is_beside_another(text: str, found: Term) -> bool:
    """Whether another sum is written right behind the currency of a sum: 100rmb20usd."""
    match = _SUM_BESIDE.match(text, found.figure.end)
    return match is not None and match.end() == found.end


_SUM_BESIDE: Final = re.compile(r"[a-z]{3,}(?=[0-9]+[a-z]{3,})")


def _is_free_at_end(text: str, found: Term) -> bool:
    """Whether Latin letters or digits after the term are no part of it: 2.5x, 5元3个, 500万input, but not 3d."""
    if text[found.end] == "x" and text[found.end + 1 : found.end + 2] not in WORD_CHARACTERS:
        return True
    last = text[found.end - 1]
    if is_han(text, found.end - 1) or (found.kind is EntityKind.MONEY and _is_beside_another(text, found)):
        return True
    return found.end > found.figure.end and last not in LATIN and not (last.isdigit() and text[found.end].isdigit())


def _counts_alone(text: str, found: Term, floor: int) -> bool:
    figure, start = found.figure, found.start
    if figure.standing is Standing.BARE:
        return False
    if text[start] in LATIN and not text.startswith(("minus ", "negative "), start):
        return counts_in_english(text, start, found.end)
    if figure.standing is Standing.LONE:
        return _stands_alone(text, start, found.end)
    if text[start : found.end] == "千万" and text[found.end : found.end + 1] in _ADVERB_AFTER:
        return False
    last = text[figure.end - 1]
    if last == "b":
        return False
    if last in "km" and _SIZES.match(text, found.end) and bound_before(text, start, floor) is None:
        return False  # the size of a thing, where it does not bound requests: over 200k context
    return not is_bare_identifier(text, start, figure, floor)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a numeral of one character is a number: before a measure word, or touching no other character."""
    if is_han(text, end):
        return text.startswith(_LONG_MEASURES, end) or (
            text[end] in _MEASURES
            and text[start] != "一"
            and not text.startswith(_NOT_MEASURES, end)
            and not is_other_word(text, end, end + 1)
        )
    return not is_han(text, start - 1) or (text[start - 1] in _JOINS and text[start] not in "一半")


def _is_determined(text: str, found: Term) -> bool:
    """这一次, 哪一本, 上一条: one of them, not an amount."""
    start = found.start
    if start == 0 or text[start] != "一" or found.figure.end != start + 1 or text[start - 1] not in _DETERMINERS:
        return False
    if text[start - 1] == "上" and text[start - 2 : start - 1] == MASK:
        return False  # on a model for a month: 豆包上一个月
    return not (text[start - 1] in "有再又" and text.startswith(("个月", "天", "年"), start + 1))
