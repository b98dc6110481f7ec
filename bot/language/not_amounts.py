"""What looks like an amount and is none: dates, times, versions, order numbers, idioms, names that hold a numeral."""

from __future__ import annotations

import re
from typing import Final

from bot.language.figures import Figure, Standing
from bot.language.lexicon import LATIN

IDIOMS: Final = """
一些 一下 一样 一起 一直 一定 一般 一旦 一切 一边 一面 一同 一律 一致 一向 一味 一共 一并 一再 一时 一生 一手 一身 一心 一口气
一会 一点 一带 一路 一流 一线 一号 一代 一世 一早 一晚上 一晃 一番 一群 一堆 一系列 一部分 一方面 一言 一举 一刀切 一刀两断 一揽子 一站式
一次性 一本正经 一条龙 一条心 一天到晚 一年四季 一年到头 一日三餐 一字不差 一字不漏 一字千金 一文不值 一文不名 一分为二 一分一秒 一毛不拔 九牛一毛
一块儿 一块去 一块来 一块玩 一块聊 一块吃 一块走 一块学 一块做 一块干 一块上 一块看
一五一十 三三两两 七上八下 乱七八糟 七七八八 五颜六色 五光十色 四面八方 四通八达 三心二意 七嘴八舌 十有八九 十之八九 八九不离十 一石二鸟
一举两得 三言两语 四舍五入 五花八门 千军万马 千篇一律 万无一失 九死一生 两面三刀 三元里 三元组 二元论 二元组 一元论 一元化 二元化 多元化
一元二次 一元一次 二元一次 三长两短 丢三落四 推三阻四 颠三倒四 不三不四 朝三暮四 接二连三 再三 说一不二 独一无二 数一数二 百里挑一 合二为一
二合一 三合一 四合一 四合院 二手 二次元 二次 十分 二维 三维 四维 三体 三国 三星 三亚 三峡 三明 三农 三七 三文鱼 三明治 三伏 三剑客 三甲 三权 三人行
四川 四季 四处 四周 四海 四平 五一节 五一假 五一劳动 五一放假 五一期间 五一黄金 六一儿童 六一节 五金 五官 五笔 五毛党 五粮液 五角大楼 五角星 五角形
五险一金 五四青年 五四运动 三八妇女 三八节 六神 六角 六七线 七夕 七牛 七匹狼 七绝 七律 八卦 八戒 八路军 八角 八宝 八仙 九州 九华 九寨沟 九龙
十字 十足 十堰 十全十美 十万火急 十万个为什么 十一国庆 十一假期 十一黄金周 十一放假 十一长假 国庆十一 双十一 双十二 双一流 双11 双12
百度 百科 百货 百家 百川 百炼 百灵 百舸 百姓 百合 百般 百里 百事 百思 百花 百万富翁 百无 百分点 百分制 百分位 百感 百折不挠
千帆 千问 千方百计 千言万语 千载难逢 千古 千禧 千金 千秋 千里 千山 千奇百怪 千变万化 千辛万苦 千差万别 千千万万 千丝万缕 千钧 千瓦 千克 千米 千卡 千兆 千户
成千上万 成百上千 千万富翁 亿万 亿级 亿欧 亿纬 亿联 亿航 万一 万事 万达 万科 万能 万岁 万物 万象 万圣 万年 万分 万全 万万 万幸 万恶 万丈 万户 万里 万方 万华
零一万物 零售 零食 零部件 零件 零散 零碎 零星 零钱 零花 零和 零跑 零容忍 零基础 零距离 零样本
两会 两岸 两广 两江 两湖 两极 两难 两性 两栖 两边 两侧 两旁 两头 两口子 两手 两党 两国 两院 两弹一星 两码事 两回事 两个凡是
三分球 三分线 三分天下 三分钟热度 三分投 五分制 五五开 四六开 三七开 二八定律 八二法则 五线谱 五谷 五脏 六腑 七情六欲 四肢 三角 三轮车 两轮车 四轮
一路一带 一线城市 二线 三线 四线 二等 三等 一等 一级 二级 三级 四级 五级 六级 特一 一楼 二楼 三楼 一层 二层 三层 一流 二流 三流 二胎 三胎 二奶 二百五十六色
统一 唯一 之一 单一 同一 逐一 不一 合一 划一 均一 归一 专一 惟一 如一 第一 其一 万一 周一 周二 周三 周四 周五 周六 星期一 星期二 星期三 星期四 星期五 星期六
礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 初一 初二 初三 高一 高二 高三 大一 大二 大三 大四 研一 研二 研三 张三 李四 王五 赵六 老三 老二 老四 小三 老五
有一天 有一点 有一次 有一说一 那一刻 这一刻 一瞬 一刹 一刻 一向 一阵 一辈子 一肚子 一把手 一氧化碳 二氧化 三氧化 一加 一汽 一嗨 一人之下 一个劲 一念 一家人
半天 半夜 半路 半导体 半径 半岛 半身 半生 半途 半吊子 半信半疑 半推半就 半自动 半成品 半永久 半价 半决赛 半马 半场 半晌 半数 半年报 上半 下半 前半 后半 多半 大半 小半 过半
一点点 差一点 早一点 快一点 好一点 有点 一丁点 一丝 一毫 一概 一贯 一经 一来 一去 一看 一听 一想 一说 一问 一用 一试 一查 一算 一比 一对比
""".split()
"""Words with a numeral that is no amount there."""

_READ: Final = frozenset("一半 百倍 百年 百日 万年 万里 千里 一晚上 一号 十分之 十分钱 十分钟 一万一".split())
"""Longer words that are read, though a shorter one in them is an idiom."""


def _by_numeral(words: list[str]) -> dict[str, list[tuple[str, int]]]:
    """Idioms by the first numeral in them, with its place; the longest first."""
    index: dict[str, list[tuple[str, int]]] = {}
    for word in sorted({*words, *_READ}, key=lambda word: (-len(word), word)):
        for place, character in enumerate(word):
            if character in "零〇一二两三四五六七八九十百千万亿半1":
                index.setdefault(character, []).append((word, place))
                break
    return index


_IDIOMS: Final = _by_numeral(IDIOMS)


def idiom_end(text: str, pos: int) -> int | None:
    """The end of the idiom or name whose first numeral stands at ``pos``."""
    for word, place in _IDIOMS.get(text[pos], ()):
        if place <= pos and text.startswith(word, pos - place):
            return None if word in _READ else pos - place + len(word)
    return None


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


__all__ = [
    "MEASURES",
    "REST_OF_TOKEN",
    "Standing",
    "date_or_time_end",
    "idiom_end",
    "is_adverb",
    "is_bare_identifier",
    "is_clock_time",
    "is_han",
    "is_named",
    "not_figures_end",
    "stands_alone",
]
