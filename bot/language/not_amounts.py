"""What looks like an amount and is none: dates, times, versions, order numbers, numerals in words."""

from __future__ import annotations

import re
from typing import Final

from bot.language.figures import Figure
from bot.language.lexicon import LATIN

_NOT_FIGURES: Final = re.compile(
    r"""
      [0-9]{1,4}+(?P<dash>[-/.])[0-9]{1,2}+(?P=dash)[0-9]{1,4}+(?![0-9.])              # 2024-05-16, 5/16/2024
    | (?:19|20)[0-9]{2}[-/](?:0[1-9]|1[0-2])(?![0-9])                                   # 2024-05
    | (?:19|20)[0-9]{2}\ ?[-~—–至到]\ ?(?:19|20)[0-9]{2}(?![0-9万亿千元块kw])              # 2023-2024
    | [0-9]++(?:\ ?:\ ?[0-9]++)++                                                       # 12:30, 3:1
    | [0-9]{1,2}+\ ?[ap]\.?m(?![a-z])                                                   # 5 pm
    | [0-9]{1,2}+\ ?o'clock
    | [0-9]++(?:st|nd|rd|th)(?![a-z])                                                   # 3rd
    | [0-9]{1,3}+(?:\.[0-9]{1,3}+){3}(?![0-9])                                          # 192.168.0.1
    | [0-9]++(?:\.[0-9]++){2,}                                                          # 1.2.3
    | 0[0-9]{2,3}+-[0-9]{7,8}+(?![0-9])                                                 # 010-12345678
    | [0-9]++(?:-[0-9]++){2,}                                                           # 400-800-1234
    | [0-9]{2,4}+\ ?[x×*]\ ?[0-9]{3,4}+(?![0-9])(?:\ ?[x×*]\ ?[0-9]++)?                  # 1920x1080
    | 0x[0-9a-f]++
    | (?:24/7|9/11|50/50|996|007)(?![0-9万元块])
    """,
    re.VERBOSE,
)
_GROUPED_BY_DOTS: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2}(?:\.[0-9]{3}){0,}+(?![0-9]|\.[0-9])")


def not_figures_end(text: str, pos: int) -> int | None:
    """The end of a date, time, version or other number-like thing in digits that starts at ``pos``."""
    match = _NOT_FIGURES.match(text, pos)
    if match is None:
        return None
    if "." in match.group() and _is_grouped(text, pos, match.end()):
        return None
    return match.end()


def _is_grouped(text: str, pos: int, end: int) -> bool:
    grouped = _GROUPED_BY_DOTS.match(text, pos)
    return grouped is not None and grouped.end() == end and (text.count(".", pos, end) != 3)


REST_OF_TOKEN: Final = re.compile(r"[0-9a-z_.\-]*[0-9a-z_]")
"""The rest of an identifier that digits are part of: abc123, 4o, gpt-3.5-turbo."""

_IDENTIFIES: Final = re.compile(
    r"(?:订单号?|单号|编号|电话|手机号?|号码|尾号|卡号|账号|帐号|学号|工号|群号?|验证码|密码|邮编|身份证号?|房号|门牌|股票代码|代码"
    r"|qq|wechat|微信|uid|id|tel|phone|call me at|order|ticket|issue|pr|no\.?|number|code|pin|version|ver|v|版本|room|flight|型号"
    r"|chapter|page|section|step|figure|table|line)[:： #号是为]{0,3}$"
)
_PRODUCTS: Final = re.compile(
    r"(?<![a-z])(?:iphone|ipad|gpt|glm|claude|llama|gemini|qwen|grok|mistral|phi|deepseek|kimi|ernie|windows|win|ios|android"
    r"|python|java|php|mysql|redis|node|vue|react|ubuntu|macos|galaxy|mate|pixel|rtx|gtx|i[3579]|ryzen|ps|xbox|usb|wifi|wi-fi"
    r"|web|layer|level|lv|top|vol|part|type|model|plan|option|q|h|t|s|p|k|c|b|x)[ -]?$"
)


def is_named(text: str, start: int, floor: int) -> bool:
    """Whether a word before a bare number makes it the name of something: order no. 5, iPhone 15."""
    before = text[max(floor, start - 14) : start]
    return bool(before) and (_IDENTIFIES.search(before) is not None or _PRODUCTS.search(before) is not None)


MEASURES: Final = frozenset(
    "个位名只条张件台部辆家间所座栋本册篇页章节段句字词行首支枝把根颗粒片块瓶杯碗盘份套副组批群种类样项款门次回遍趟场轮倍岁"
    "年月天日周小秒克斤公千吨米里尺寸厘毫升度平元角美欧英港日人期集卷期笔分件餐顿盒袋箱包斗亩匹头棵朵幅封格对双层楼步"
)
"""Measure words: a numeral of one character counts before them."""

_JOINS: Final = frozenset("为是等于到至有要加减乘除以约共得选买付花收给差过满达了")
_HAN: Final = re.compile("[\u3400-\u9fff]")


def is_han(text: str, pos: int) -> bool:
    return 0 <= pos < len(text) and "\u3400" <= text[pos] <= "\u9fff"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a numeral of one character is a number there: before a measure word, or touching no other character."""
    if is_han(text, end):
        return text[end] in MEASURES and text[start] != "一" and not _is_word(text, end)
    if end < len(text) and text[end] in LATIN:
        return False
    return not is_han(text, start - 1) or (text[start - 1] in _JOINS and text[start] != "一")


_NOT_MEASURES: Final = (
    "个别", "个性", "个人", "个体", "位置", "条件", "张力", "台湾", "台北", "部分", "部门", "家庭", "家人", "本来", "本身", "本质",
    "节目", "节日", "章程", "段落", "首先", "支持", "支付", "根据", "片面", "块头", "份额", "种子", "类似", "样子", "项目", "门口",
    "次数", "回来", "回答", "场景", "轮胎", "年级", "年轻", "天气", "日本", "周边", "小米", "小说", "公司", "公里", "千万", "米饭", "里面",
    "尺寸", "度假", "平台", "角度", "角色", "美国", "美团", "欧洲", "英国", "英语", "港口", "人们", "人类", "期待", "分享", "分析",
)  # fmt: skip


def _is_word(text: str, pos: int) -> bool:
    return text.startswith(_NOT_MEASURES, pos) and not text.startswith(("公里", "小时"), pos)


_OCLOCK: Final = re.compile(r"[点时](?:[0-9〇零一二三四五六七八九十]{1,3}分?|半|整|钟|一刻|三刻)?")
_DAY: Final = frozenset("内游间量活后之")
_KILLED_BY: Final = ("年代", "世纪", "年级", "号线", "号楼", "届", "级台风", "号", "月份")
_CLOCK_BEFORE: Final = (
    "上午",
    "下午",
    "早上",
    "晚上",
    "凌晨",
    "中午",
    "今晚",
    "明早",
    "傍晚",
    "半夜",
    "每天早",
    "每晚",
    "昨晚",
    "明晚",
)


def is_clock_time(text: str, start: int) -> bool:
    return text.endswith(_CLOCK_BEFORE, 0, start)


def date_or_time_end(text: str, start: int, figure: Figure) -> int | None:
    """The end of a date or time that a number is part of: 2024年, 5月15日, 三点半; ``None`` where it is none."""
    end = figure.end
    if end >= len(text):
        return None
    at = end + 1 if text[end] == " " and end + 1 < len(text) else end
    following = text[at]
    value = figure.low
    if not figure.exact or value != value.to_integral_value() or figure.rough:
        return None
    if following == "年" and text[at + 1 : at + 2] != "级":
        return _year_end(text, start, at, figure)
    if following == "月" and 1 <= value <= 12:
        return at + 1 if text[at + 1 : at + 2] not in ("内", "之") else None
    if following in "日号" and 1 <= value <= 31:
        return at + 1 if following == "号" or text[at + 1 : at + 2] not in _DAY else None
    if following in "点时" and 0 <= value <= 24:
        match = _OCLOCK.match(text, at)
        return match.end() if match is not None else at + 1
    return end + 1 if text.startswith(_KILLED_BY, end) else None


_MONTH_AFTER: Final = re.compile(r" ?(?:[0-9]{1,2}|十?[一二三四五六七八九十]) ?月")


def _year_end(text: str, start: int, at: int, figure: Figure) -> int | None:
    digits = text[start : figure.end]
    four = len(digits) == 4 and 1000 <= figure.low < 2200 and not set(digits) & set("十百千万,")
    if four or text.startswith("代", at + 1) or _MONTH_AFTER.match(text, at + 1):
        return at + 1
    return None


_ADVERB_AFTER: Final = frozenset("别不要记得注请莫勿可能让给保当把没去带用叫小")


def is_adverb(text: str, start: int, end: int) -> bool:
    """千万别, 千万要: by all means."""
    return text[start:end] == "千万" and end < len(text) and text[end] in _ADVERB_AFTER


def is_bare_identifier(text: str, start: int, figure: Figure, floor: int) -> bool:
    """Whether digits alone are a number of something (order, phone, card) rather than an amount."""
    digits = text[start : figure.end]
    if not digits.isdigit():
        return False
    if len(digits) > 1 and digits[0] == "0":
        return True
    if len(digits) >= 7 and not (digits.endswith("000") and len(digits.rstrip("0")) <= 6):
        return len(digits) > 10 or not (start == 0 and figure.end == len(text))
    return is_named(text, start, floor)
