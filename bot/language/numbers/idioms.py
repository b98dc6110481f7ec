"""Idioms and names that hold a numeral which is no amount: 千万别, 五角大楼, 乱七八糟."""

from __future__ import annotations

from typing import Final

IDIOMS: Final = """
一些 一下 一样 一起 一直 一定 一般 一旦 一切 一边 一面 一同 一律 一致 一向 一味 一共 一并 一再
一时 一生 一手 一身 一心 一口气 一会 一点 一带 一路 一流 一线 一号 一代 一世 一早 一晚上 一晃
一番 一群 一堆 一系列 一部分 一方面 一言 一举 一刀切 一刀两断 一揽子 一站式 一次性 一本正经 一条龙
一条心 一天到晚 一年四季 一年到头 一日三餐 一字不差 一字不漏 一字千金 一文不值 一文不名 一分为二
一分一秒 一毛不拔 九牛一毛 一块儿 一块去 一块来 一块玩 一块聊 一块吃 一块走 一块学 一块做 一块干
一块上 一块看 一五一十 三三两两 七上八下 乱七八糟 七七八八 五颜六色 五光十色 四面八方 四通八达
三心二意 七嘴八舌 十有八九 十之八九 八九不离十 一石二鸟 一举两得 三言两语 四舍五入 五花八门 千军万马
千篇一律 万无一失 九死一生 两面三刀 三元里 三元组 二元论 二元组 一元论 一元化 二元化 一元二次
一元一次 二元一次 三长两短 丢三落四 推三阻四 颠三倒四 不三不四 朝三暮四 接二连三 再三 说一不二
独一无二 数一数二 百里挑一 合二为一 二合一 三合一 四合一 四合院 二手 二次元 二次 十分 二维 三维
四维 三体 三国 三星 三亚 三峡 三明 三农 三七 三文鱼 三明治 三伏 三剑客 三甲 三权 三人行 四川
四季 四处 四海 四平 五一 六一 五一假 五一劳动 五一放假 五一期间 五一黄金 六一儿童 六一节 五金 五官
五笔 五毛党 五粮液 五角大楼 五角星 五角形 五险一金 五四青年 五四运动 三八妇女 三八节 六神 六七线
七夕 七牛 七匹狼 七绝 七律 八卦 八戒 八路军 八宝 八仙 九州 九华 九寨沟 九龙 十字 十足 十堰
十全十美 十万火急 十万个为什么 十一国庆 十一假期 十一黄金周 十一放假 十一长假 国庆十一 双十一 双十二
双一流 双11 双12 百年孤独 百度 百科 百货 百家 百川 百炼 百灵 百舸 百姓 百合 百般 百里 百事 百思 百花
百万富翁 百无 百分点 百分制 百分位 百感 百折不挠 千帆 千问 千方百计 千言万语 千载难逢 千古 千禧
千金 千秋 千里 千山 千奇百怪 千变万化 千辛万苦 千差万别 千千万万 千丝万缕 千钧 千瓦 千克 千米 千卡
千兆 千户 成千上万 成百上千 千万富翁 亿万 亿级 亿欧 亿纬 亿联 亿航 万一 万事 万达 万科 万能 万岁
万物 万象 万圣 万年 万分 万全 万万 万幸 万恶 万丈 万户 万里 万方 万华 零一万物 零售 零食 零部件
零件 零散 零碎 零星 零钱 零花 零和 零跑 零容忍 零基础 零距离 零样本 两会 两岸 两广 两江 两湖
两极 两难 两性 两栖 两边 两侧 两旁 两头 两口子 两手 两党 两国 两院 两弹一星 两码事 两回事
两个凡是 三分球 三分线 三分天下 三分钟热度 三分投 五分制 五五开 四六开 三七开 二八定律 八二法则
五线谱 五谷 五脏 六腑 七情六欲 四肢 三轮车 两轮车 一路一带 一线城市 二线 三线 四线 二等 三等 一等
一级 二级 三级 四级 五级 六级 特一 一楼 二楼 三楼 一层 二层 三层 二流 三流 二胎 三胎 二奶 统一
唯一 之一 单一 同一 逐一 不一 合一 划一 均一 归一 专一 惟一 如一 其一 周一 周二 周三 周四 周五
周六 星期一 星期二 星期三 星期四 星期五 星期六 礼拜一 礼拜二 礼拜三 礼拜四 礼拜五 礼拜六 初一 初二
初三 高一 高二 高三 大一 大二 大三 大四 研一 研二 研三 张三 李四 王五 赵六 老三 老二 老四 小三
老五 有一天 有一点 有一次 有一说一 那一刻 这一刻 一瞬 一刹 一刻 一阵 一辈子 一肚子 一把手 一氧化碳
二氧化 三氧化 一加 一汽 一嗨 一人之下 一个劲 一念 一家人 半天 半夜 半路 半导体 半径 半岛 半身
半生 半途 半吊子 半信半疑 半推半就 半自动 半成品 半永久 半价 半决赛 半马 半场 半晌 半数 半年报
上半 下半 前半 后半 多半 大半 小半 过半 一点点 差一点 早一点 快一点 好一点 一丁点 一丝 一丝一毫 一概
一贯 一经 一来 一去 一看 一听 一想 一说 一问 一用 一试 一查 一算 一比
半斤八两 半斤对八两 四分五裂 七零八落 七老八十 十年寒窗 十年树木 十年磨一剑 十年如一日 十万八千里 百年好合
百年大计 一波三折 一分钱一分货 一分耕耘 一分收获 一回生 二回熟 十年怕井绳 一年半载 两小无猜 三番五次 三番两次
三头六臂 三六九等 三十而立 四十不惑 五十知天命 六十耳顺 七十古来稀 三十六计 三天打鱼 两天晒网 三天两头 三下五除二
三句不离本行 三句话不离本行 三个臭皮匠 三百六十行 三寸不烂 三分天注定 七分靠 三五成群 六根清净 七十二变 七十二行
八字没一撇 八字还没一撇 九九八十一难 十里八乡 十八般武艺 十八罗汉 十二生肖 十二星座 十八线 三七二十一 退一万步
五十步笑百步 一亩三分地 人五人六 五讲四美 二把手 二人转 十六进制 一次函数 二次函数 三部曲 五行 三九天 九一八事变
三一五晚会 一二九运动 一二三木头人 无银三百两 五斗米 三人成虎 三个女人一台戏 二八年华 五分钟热度 五毛特效
五毛钱特效 十项全能 千年等一回 千年老二 一千零一夜 一万个不愿意 一百个放心 一百个不愿意 二十四节气 二十四孝
二十四史 三点一线 两点一线 半瓶醋 一万年太久 三千遍 十三香 六十甲子 八千里路云和月 五十肩 十二万分 十二分满意
一元复始 四元数 千元机 百元机 万元户 十元店 两元店 百元店 五斗柜 四角号码 十里洋场 十三陵 十三经 九九六 五零后
六零后 七零后 八零后 九零后 零零后 一零后 一是一 二是二 四大洋 十三太保 入木三分 一千个哈姆雷特 一百零八将
弱水三千 三千弱水 后宫三千 三千烦恼丝 三千世界 半九十 七年之痒 三年五载 三两天 三两句 三两下 三两个 三两年
十三五规划 十四五规划 十五五规划 十三五期间 十四五期间 十五五期间 十四五时期 一本线 二本线 一本院校 二本院校
三本院校 三把火 两把刷子 八角茴香 三杯鸡 三文治 三只松鼠 三人组 台下十年功 撞一块 凑一块 聚一块 混一块 搅一块 绑一块 放一块 堆一块 捆一块 挤一块 算一块
""".split()
"""Words with a numeral that is no amount there."""

READ: Final = frozenset(
    "一半 百倍 百年 百日 万年 万里 千里 一晚上 一号 十分之 十分钱 十分钟 一万一 一加一 万分之 半百".split()
)
"""Longer words that are read, though a shorter one in them is an idiom."""

_NUMERALS: Final = frozenset("零〇一二两三四五六七八九十百千万亿半1")
_COUNTED: Final = frozenset("个位名次块元毛分角天年倍本篇字条份台种家万千百十亿点成折%")
"""After a name that ends in a numeral these make a number of it: 每周三次, 最高一万."""
_DIGITS: Final = frozenset("零〇一二三四五六七八九")
_Entry = tuple[str, int]


def _index() -> dict[str, tuple[_Entry, ...]]:
    """Each word with the place of its first numeral, by that numeral and a character beside it; the longest first."""
    index: dict[str, list[_Entry]] = {}
    for word in sorted({*IDIOMS, *READ}, key=lambda word: (-len(word), word)):
        place = next(at for at, character in enumerate(word) if character in _NUMERALS)
        key = word[place : place + 2] if place + 1 < len(word) else f"<{word[place - 1 : place + 1]}"
        index.setdefault(key, []).append((word, place))
    return {key: tuple(entries) for key, entries in index.items()}


_INDEX: Final = _index()


def idiom_end(text: str, pos: int) -> int | None:
    """The end of the idiom or name whose first numeral stands at ``pos``."""
    found = _longest(text, pos, text[pos : pos + 2])
    before = _longest(text, pos, f"<{text[pos - 1 : pos + 1]}") if pos else None
    if found is not None and (found in READ or (found == "一点" and text[pos + 2 : pos + 3] in _DIGITS)):
        return None
    if found is not None:
        return pos + len(found) - found.index(text[pos])
    if before is None or (text[pos + 1 : pos + 2] in _COUNTED and text[pos] != "半"):
        return None
    return pos + 1


def _longest(text: str, pos: int, key: str) -> str | None:
    for word, place in _INDEX.get(key, ()):
        if place <= pos and text.startswith(word, pos - place):
            return word
    return None
