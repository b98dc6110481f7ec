"""What stands after a number and looks like its unit, but is another word: 元宝, 三分钟, 8块显卡, 90分."""

from __future__ import annotations

import re
from typing import Final

from bot.language.numbers.arabic_numbers import Figure

_PENCE: Final = re.compile(r"(?<![0-9.,])[0-9]{1,2}(?:\.[0-9]{1,2})?$")
_HAN: Final = re.compile("[\u3400-\u9fff]")
_NEAR: Final = 80


def is_pence(text: str, pos: int) -> bool:
    """Whether the p at ``pos`` stands for pence: 80p in English, not 720p, and not 20p for pages in Chinese."""
    if _PENCE.search(text, max(0, pos - 6), pos) is None:
        return False
    return _HAN.search(text, max(0, pos - _NEAR), pos + _NEAR) is None


_OTHER_WORDS: Final = """
元宝 元旦 元素 元件 元器件 元老 元帅 元宵 元气 元朝 元勋 元凶 元数据 元宇宙 元组 元论 元化 元方程 元一次 元二次
圆圈 圆形 圆桌 圆珠 圆周 圆满 圆通 圆柱 圆盘 圆弧 圆润
块头 块状 块级 块蛋糕 块肉 块石 块显卡 块显示 块卡 块gpu 块a100 块h100 块h800 块4090 块硬盘 块内存 块电池 块电路 块地板 块砖
块板 块芯片 块巧克力 块糖 块豆腐 块布 块玻璃 块木头 块腹肌 块奖牌 块手表 块屏 块拼图 块积木 块西瓜 块披萨 块饼干 块田 块土
角大 角星 角形 角度 角色 角落 角钢 角洲 角函数 角债 角铁 角恋 角梅 角关系 角龙 角膜 角逐
毛线 毛衣 毛病 毛利 毛发 毛绒 毛坯 毛巾 毛笔 毛主席 毛泽东 毛孩 毛囊 毛细 毛豆 毛党 毛骨
毫米 毫升 毫秒 毫克 毫安 毫伏 毫无 毫不
分钟 分之 分数 分类 分析 分享 分别 分布 分开 分手 分组 分为 分成 分支 分公司 分店 分辨 分子 分配 分段 分词 分歧 分流 分摊 分红
分熟 分饱 分裤 分像 分似 分相似 分甜 分糖 分醉 分地 分颜色 分法 分靠 分天 分散 分发 分裂 分隔 分割 分界 分区 分秒 分期 分批 分差 分担 分寸 分量 分贝 分制 分位 分部 分球 分线 分天下 分工 分身 分压
厘米 厘克 刀片 刀具 刀子 刀枪 刀法 刀锋 刀流 刀客 刀剑 刀切 刀叉 刀疤 两断 刀鱼
文章 文件 文字 文本 文心 文档 文献 文化 文明 文案 文科 文书 文学 文艺 文笔 文物 文具 文豪 文盲 文言 文员
蚊子 蚊香 蚊帐 蚊虫 欧洲 欧盟 欧冠 欧美 欧姆 欧阳 欧亚 欧莱 盾牌
字节 字母 字段 字典 字体 字幕 字号 字眼 字画 字帖 字条 字面 字据 词语 词典 词汇 词条 词库 词法 词性 词频 词组 词云 词牌
次日 次数 次方 次品 次元 次级 次序 次幂 条件 条款 条约 条例 条形 条目 条纹 条理 条龙 篇幅 篇章 份额 份量 份子
轮胎 轮子 轮船 轮椅 轮廓 轮流 轮到 轮番 轮换
本来 本身 本质 本地 本人 本科 本次 本月 本周 本年 本题 本网 本站 本店 本色 本着 本届 本土 本田 本公司 本子
部分 部门 部署 部位 部件 部落 部队 部委 部长 部下 部属 册子
天猫 天津 天翼 天安门 天河 天坛 天文台 天下 日本 日语 日系 日志 日报 日均 日常
周边 周围 周刊 周易 周报 周转 周密 周星 周杰 周末 周年 月球 月亮 月饼 月薪 月份
年级 年代 年轻 年薪 年度 年报 年糕 年龄 年份 年画 年货 中文版 中文名 中文系 中文网 文字版 令牌桶
""".split()
_STILL: Final = ("天下来", "次数据", "元化妆")


def _by_first() -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for word in _OTHER_WORDS:
        groups.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in groups.items()}


_BY_FIRST: Final = _by_first()


def is_other_word(text: str, start: int, end: int) -> bool:
    """Whether the unit from ``start`` to ``end`` is only the beginning of another word."""
    words = _BY_FIRST.get(text[start])
    if words is None or not text.startswith(words, start) or text.startswith(_STILL, start):
        return False
    return any(start + len(word) > end for word in words if text.startswith(word, start))


def is_score(text: str, start: int, word: str, figure: Figure) -> bool:
    """Whether 分 are points rather than coins: 考了90分, 打8分."""
    if word != "分":
        return False
    return figure.low > 9 or not figure.exact or (start > 0 and text[start - 1] in "考得评打满拿扣加减差了第均")


_HALF_WORDS: Final = (
    "半天", "半夜", "半路", "半导体", "半径", "半价", "半年", "半个", "半小时", "半块", "半斤", "半成品", "半永久", "半数",
)  # fmt: skip


def is_half_word(text: str, pos: int) -> bool:
    """Whether the 半 at ``pos`` opens a word of its own."""
    return text.startswith(_HALF_WORDS, pos)


_NOT_MORE: Final = frozenset("少久长大快贵便远高重模媒线语样付给头额下款生花买送用")


def is_more(text: str, pos: int) -> bool:
    """Whether the 多 or 余 after a number or unit makes it more: 三块多, but 三块多少."""
    return text[pos + 1 : pos + 2] not in _NOT_MORE
