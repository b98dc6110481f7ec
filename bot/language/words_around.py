"""The small words around a number: signs of percent, minus, 半 and 多, what joins the parts of a sum, what is no unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.chinese_numbers import DIGITS
from bot.language.figures import Figure, Standing
from bot.language.lexicon import LATIN, Lexicon, skip_space
from bot.language.not_amounts import is_han
from bot.quantities import ONE, ZERO

_HUNDREDTH: Final = Decimal("0.01")
_TENTH: Final = Decimal("0.1")
HALF: Final = Decimal("0.5")

PERCENT_AFTER: Final = Lexicon(
    dict.fromkeys(
        [
            "%", "个%", "percent", "percents", "per cent", "pct", "pct.", "percentage", "percentages", "percentage point",
            "percentage points", "percent points", "个百分点", "百分点", "个巴仙", "巴仙", "pp", "of a percent",
            "of one percent", "of 1%", "of 1 percent", "a percent",
        ],
        ONE,
    )
    | dict.fromkeys(["‰", "permille", "per mille", "per mil"], _TENTH)
    | dict.fromkeys(["‱", "bp", "bps", "basis point", "basis points", "个基点", "基点", "个bp"], _HUNDREDTH)
)  # fmt: skip
PERCENT_BEFORE: Final = (
    ("百分之", ONE),
    ("百份之", ONE),
    ("千分之", _TENTH),
    ("万分之", _HUNDREDTH),
    ("十万分之", Decimal("0.001")),
    ("百万分之", Decimal("0.0001")),
)

_NOT_DISCOUNT: Final = frozenset("叠合腾磨射旧页子返损线纸断服回戟中扣算")
_NOT_SHARE: Final = ("为", "功", "立", "长", "年", "本", "交", "都", "果", "就", "绩", "分", "型", "熟", "品", "语", "千", "百", "不变", "像", "效", "家", "亲")  # fmt: skip


def is_discount(text: str, pos: int) -> bool:
    """Whether the 折 at ``pos`` is a discount."""
    return text[pos + 1 : pos + 2] not in _NOT_DISCOUNT or pos + 1 >= len(text) or text.startswith("折扣", pos)


def is_share(text: str, pos: int) -> bool:
    """Whether the 成 at ``pos`` is tenths: 三成员工 is, 三成员 is not."""
    if text.startswith("员", pos + 1):
        return text.startswith("员工", pos + 1)
    return not text.startswith(_NOT_SHARE, pos + 1)


_EVERYDAY: Final = frozenset(
    "all amd ang bam bob cop cup dop gel lak mad mop mur nad nis pab pen php ron sar sos top try tnd ves won ars bnd aoa "
    "crc etb gip isk std yer zar rub sdg scr rs rm dh sen zmw".split()
)
_READ_LOWER: Final = frozenset("won rs rm dh zar rub".split())


def is_everyday(word: str) -> bool:
    """Whether a code is an everyday word too, and so counts in capitals only."""
    return word in _EVERYDAY and word not in _READ_LOWER


_OTHER_WORDS: Final = {
    "元": "宝旦年素件器老首帅宵气朝月数宇组凶勋谋培稹好婴江谷次方多化论",
    "圆": "圈形桌珠周满通柱盘弧润规明孔",
    "块": "头状级儿去来走玩吃学做聊蛋肉显卡g屏硬内电地石砖板芯巧糖豆布玻木田铁冰骨腹肌奖牌表手区链",
    "角": "大星形度色落钢洲龙函债铁恋梅枫马逐质膜",
    "毛": "线衣病利发绒坯巾笔主泽孩囊细虫豆党骨",
    "毫": "米升秒克安伏无不末",
    "分": "钟之数类析享别布开手组为成支公店辨子配段词歧流摊配红娩泌散发裂隔割界居内工身压秒期批球差担寸辉量贝制位区部野叉",
    "厘": "米克清定",
    "刀": "片具子枪法锋流鱼客剑切口锯叉疤光",
    "文": "章件字本心档献化明案科书学艺笔物言员豪采盲人言具体献",
    "蚊": "子香帐虫",
    "欧": "洲盟冠美姆元阳亚莱",
    "镑": "",
    "盾": "牌",
    "字": "节母段典体幕号眼据画帖条句面",
    "词": "语典汇条库法性频组云牌",
    "次": "日数方品元第要序级生年月周幂",
    "条": "件款约例形目纹理龙",
    "篇": "幅章",
    "份": "额量子",
    "轮": "胎子船椅廓流到番换",
    "本": "来身质地人科次月周年题网能站店色着届土田公",
    "部": "分门署位件落队委长下属",
    "册": "子页",
    "天": "气猫津翼才使然下赋线空花际桥坛涯河文平安蓝",
    "日": "本元语系圆币照常期志前益历程韩报光",
    "周": "边围期末刊易报转密年一二三四五六日",
    "月": "球亮饼薪经初底末份光子饼色",
    "年": "级代轻薪度报底初货糕会龄前份画",
    "星期": "一二三四五六日天几",
    "礼拜": "一二三四五六日天几堂",
    "中文": "版名系网站字幕",
    "文字": "版",
    "令牌": "桶",
}
"""Characters after a one-word unit that make another word of it: 元宝, 分钟, 五角大楼, 8块显卡."""


def is_other_word(text: str, start: int, end: int) -> bool:
    """Whether the word from ``start`` to ``end`` is only the beginning of another one."""
    stop = _OTHER_WORDS.get(text[start:end])
    if stop is None or end >= len(text) or text[end] not in stop:
        return False
    return not _still(text, start, end)


_STILL: Final = ("天下来", "次方", "年前", "块来")


def _still(text: str, start: int, end: int) -> bool:
    if text.startswith("天下来", start) or text.startswith("元多", start):
        return True
    return text.startswith("块g", start) and text.startswith(("glm", "gpt", "gemini", "grok"), end)


def is_score(text: str, start: int, word: str, figure: Figure) -> bool:
    """Whether 分 are points rather than coins: 考了90分, 打8分."""
    if word != "分":
        return False
    if figure.low > 9 or not figure.exact:
        return True
    return start > 0 and text[start - 1] in "考得评打满拿扣加减差了分第均"


def is_half_word(text: str, pos: int) -> bool:
    """Whether the 半 at ``pos`` opens a word of its own."""
    return text.startswith(
        ("半天", "半夜", "半路", "半导体", "半径", "半价", "半年", "半个", "半小时", "半块", "半斤"), pos
    )


_NOT_MORE: Final = frozenset("少久长大快贵便远高重模媒线语样付给头额下款生花买送用")


def is_more(text: str, pos: int) -> bool:
    """Whether the 多 or 余 after a unit makes it more: 三块多, but 三块多少."""
    following = text[pos + 1 : pos + 2]
    return following not in _NOT_MORE or not following


def skip_coin(text: str, pos: int) -> int:
    """The place after a closing 钱."""
    return pos + 1 if text.startswith("钱", pos) else pos


_MEASURED: Final = frozenset(
    "个斤次天本字条篇份轮台只张瓶杯包袋箱件部人位岁年月日号点时分秒米公克千百十万亿度层元块毛角厘折成倍%词册家种克吨"
)


def loose_digits(text: str, pos: int) -> tuple[Decimal, int] | None:
    """One or two digits that end a sum (三块五, 12块8, 一块二五), not ones that count something else (5块3个)."""
    if pos >= len(text):
        return None
    if text[pos] in "0123456789":
        end = pos + 1
        while end < len(text) and text[end] in "0123456789" and end < pos + 3:
            end += 1
        if end - pos > 2 or (
            end < len(text) and (text[end] in LATIN or text[end] in "._:-~/" or text[end] in _MEASURED)
        ):
            return None
        return Decimal(text[pos:end]), end
    first = DIGITS.get(text[pos])
    if first is None or text[pos] in "零〇两幺":
        return None
    following = text[pos + 1 : pos + 2]
    if following in DIGITS and following not in "零〇":
        after = text[pos + 2 : pos + 3]
        if after and (after in _MEASURED or is_han(text, pos + 2)):
            return (Decimal(first), pos + 1) if text[pos + 1] in "一两" else None
        return Decimal(first * 10 + DIGITS[following]), pos + 2
    if following in _MEASURED or (following and following in LATIN):
        return None
    return Decimal(first), pos + 1


_JOIN: Final = re.compile(r"(?: ?, ?| )?and |, | ?零|〇")


def skip_join(text: str, pos: int) -> int:
    """The place after what may stand between the parts of a sum."""
    match = _JOIN.match(text, pos)
    return match.end() if match is not None else skip_space(text, pos, 1)


COIN_ABOUT: Final = re.compile(
    "(?<![一二三四五六七八九十百千万两几多半0-9.])(?:[块毛]把钱?|块儿?(?P<digit>[一二三四五六七八九])毛钱?)"
)

_MEASURE: Final = re.compile("(?: ?[个枚]的?|的| of)? ?(?:的 ?)?")


def skip_measure(text: str, pos: int) -> int:
    """The place after 个, 的, "of" and spaces between a number and its unit."""
    if pos < len(text) and text[pos] == "-" and text[pos + 1 : pos + 2] in LATIN:
        return pos + 1
    if pos < len(text) and text[pos] in " 个枚的":
        match = _MEASURE.match(text, pos)
        return match.end() if match is not None else pos
    return pos


_QUALIFIER: Final = re.compile(
    r" ?(?:个|的)? ?(?:(?:input|output|prompt|completion|cached|total|context|extra|free|more|输入|输出|输入输出|缓存|免费|总|的|"
    r"\x00+) ?(?:的 ?)?){1,3}"
)


def skip_qualifier(text: str, pos: int) -> int | None:
    """The place after a word between a number and its unit (input, 输出, a masked name); ``None`` where none is."""
    match = _QUALIFIER.match(text, pos)
    return match.end() if match is not None else None


def half_measure(text: str, figure: Figure) -> tuple[Decimal, int]:
    """The half in 五个半 and where it ends."""
    end = figure.end
    if text.startswith("个半", end) and figure.exact and figure.standing is not Standing.BARE:
        if not text.startswith(("半导体", "半径", "半成品", "半永久", "半价"), end + 1):
            return HALF, end + 2
    return ZERO, end


def is_date_unit(text: str, start: int, end: int, figure: Figure) -> bool:
    """Whether a bare 月 after a number names a month or 日 a day."""
    word = text[start:end]
    if word not in ("月", "日"):
        return False
    if figure.rough or figure.low == HALF or text[start - 1] in "俩仨半":
        return False
    return text[end : end + 1] not in ("内", "之", "游", "间", "后")


_MINUS_WORDS: Final = ("minus ", "negative ")
_NOT_MINUS: Final = frozenset("胜肩担抱欺自辜如背重亏")


def minus_start(text: str, start: int, floor: int) -> int | None:
    """The place of the minus before an amount; ``None`` where there is none."""
    if start <= floor:
        return None
    before = text[start - 1]
    if before in "-−":
        if start - 1 == floor or start == 1:
            return start - 1 if start == 1 or text[start - 2] in " \n([" else None
        earlier = text[start - 2]
        return start - 1 if earlier in " \n([{,:;=<>\"'!?。，、：；" or is_han(text, start - 2) else None
    if before == "负":
        return None if start >= 2 and text[start - 2] in _NOT_MINUS else start - 1
    for word in _MINUS_WORDS:
        at = start - len(word)
        if at >= floor and text.startswith(word, at) and (at == 0 or text[at - 1] not in LATIN):
            return at
    return None
