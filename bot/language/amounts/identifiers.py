"""Digits that number something rather than count it: orders, telephones, versions, products, indices."""

from __future__ import annotations

from typing import Final

from bot.language.amounts.not_amounts import MASK
from bot.language.basics.lexicon import Lexicon, is_han, skip_space
from bot.language.numbers.arabic_numbers import Figure

_LABELS: Final = """
订单 订单号 单号 编号 电话 手机 手机号 号码 尾号 卡号 账号 帐号 学号 工号 群 群号 验证码 密码 邮编 身份证 身份证号 房 房号 门牌 代码 微信 版本 型号
标普 标准普尔 道琼斯 纳斯达克 纳指 沪深 中证 上证 深证 国证 科创 创业板 日经 恒生 恒生科技 恒指 富时 财富 福布斯 罗素 韩国综指
qq wechat uid id tel phone order ticket issue pr no no. number code pin version ver v room flight chapter page section step figure
table line http port error status phase stage act scene episode season volume round exit gate terminal platform lane route highway
channel bus area apollo boeing world_war maroon blink s&p s_&_p nasdaq ftse fortune forbes nikkei csi dax cac kospi russell stoxx
topix asx sensex nifty hang_seng january february march april may june july august september october november december jan feb mar
apr jun jul aug sept sep oct nov dec
"""
_PRODUCTS: Final = """
iphone ipad gpt glm claude llama gemini qwen grok mistral phi deepseek kimi ernie windows win ios android python java php mysql redis
node vue react ubuntu macos galaxy mate pixel rtx gtx i3 i5 i7 i9 ryzen ps xbox usb wifi wi-fi web layer level lv top vol part type
model plan option b c h k p q s t x
"""


def _words(words: str) -> Lexicon[bool]:
    return Lexicon({word.replace("_", " "): True for word in words.split()})


_LABELLING: Final = _words(_LABELS)
_NAMING: Final = _words(_PRODUCTS)
_AFTER_LABEL: Final = frozenset(": #号是为系-")
_MOST_AFTER_LABEL: Final = 3
_INDEX_AFTER: Final = tuple("指数 强企业 强公司 强名单 强榜 强之 成份股 成分股 etf index".split())
"""What after a number makes it the name of an index or a list: 标普500指数, 500强企业."""


def is_bare_identifier(text: str, start: int, figure: Figure, floor: int) -> bool:
    """Whether digits alone are the number of something (order, phone, version) rather than an amount."""
    digits = text[start : figure.end]
    if not digits.isdigit():
        return figure.low < 100 and digits.replace(".", "").isdigit() and _is_version(text, start, floor)
    if (len(digits) > 1 and digits[0] == "0") or text.startswith(_INDEX_AFTER, skip_space(text, figure.end)):
        return True
    if len(digits) >= 7 and not (digits.endswith("000") and len(digits.rstrip("0")) <= 6):
        return len(digits) > 10 or not (start == 0 and figure.end == len(text))
    version = figure.low < 10 and text.endswith(MASK, 0, start) and not is_han(text, figure.end)
    return version or _is_labelled(text, start, floor)


def _is_version(text: str, start: int, floor: int) -> bool:
    return text.endswith((MASK, MASK + " "), 0, start) or _is_labelled(text, start, floor)


def _is_labelled(text: str, start: int, floor: int) -> bool:
    """Whether a word before a bare number makes it the name of something: order no. 5, iPhone 15."""
    if start <= floor:
        return False
    near = start - 1 if text[start - 1] in " -" else start
    if _NAMING.ending(text, start, floor) or _NAMING.ending(text, near, floor):
        return True
    for end in range(start, max(floor, start - _MOST_AFTER_LABEL - 1), -1):
        if _LABELLING.ending(text, end, floor) is not None:
            return True
        if text[end - 1] not in _AFTER_LABEL:
            return False
    return False
