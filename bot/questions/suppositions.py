"""What a message supposes of prices, and kinds of prices that nobody here has noted."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from bot.answers import Kind, Unpriced
from bot.language.cues import Cue
from bot.language.entities import EntityKind
from bot.quantities import ARITHMETIC
from bot.questions.handler import Candidate
from bot.questions.slots import Slots

_HUNDRED: Final = Decimal(100)
_IF: Final = re.compile(
    r"如果|假如|假设|要是|若|的话|嘅话|再(?=[降减平便跌砍涨加贵打])|\b(?:if|would|suppose|supposing|assuming|with|hypothetical\w*)\b"
    r"|%(?: price)? off\b|percent off\b"
)
"""What makes a cut or a rise one that is only thought of."""
_RISEN: Final = re.compile(r"后|之后|\bafter\b")
"""A rise is none that was published, so what comes after it is thought of as well."""
_HALF: Final = re.compile(r"半价|\bhalf(?:[- ]price| off)\b")
_HALVED: Final = re.compile(r"一半|\b(?:in |by )?half\b|\bhalved\b")
_HINTS: Final = (
    "折", "优惠", "团购", "学生价", "discount", "coupon", "promo", "voucher", "%", "percent", "成", "半", "half", "halved", "调", "tun",
    "lora", "sft", "批", "batch", "上下文", "长文本", "context", "图", "照片", "海报", "视频", "image", "picture", "video", "音", "转写",
    "tts", "speech", "transcri", "向量", "embedding", "月", "包年", "年费", "会员", "订阅", "套餐", "subscri", "member", "plan", "fee",
    "flat rate", "seat",
)  # fmt: skip
_HINT: Final = re.compile("|".join(map(re.escape, _HINTS)))
"""Without any of them, nothing is supposed, and no other kind of price is asked for: most messages need no closer look."""
_SUPPOSING: Final = (Kind.PRICE, Kind.COST, Kind.BUDGET)
_NOTED: Final = (*_SUPPOSING, Kind.COMPARE, Kind.RANK)


def considered(candidate: Candidate, slots: Slots) -> Candidate:
    """The candidate with what the message supposes of prices, or with the kind of price that it asks for in vain."""
    kind = candidate.question.kind
    if kind not in _NOTED or candidate.question.cheaper_than is not None or not _HINT.search(slots.reading.text):
        return candidate
    supposed = _factor(slots) if kind in _SUPPOSING else None
    if supposed is not None:
        places, factor = supposed
        question = replace(candidate.question, factor=factor)
        return candidate._replace(question=question, used=candidate.used | places)
    unpriced = unpriced_in(slots)
    split = any(load.side for load in candidate.question.loads)
    if unpriced is None and _speaks_of_discount(slots, candidate.used if split else frozenset()):
        unpriced = Unpriced.DISCOUNT
    if unpriced is None:
        return candidate
    question = replace(candidate.question, unpriced=unpriced)
    if unpriced is Unpriced.SUBSCRIPTION and kind is Kind.COST and candidate.missing is not None:
        return candidate._replace(question=replace(question, kind=Kind.PRICE, loads=(), target=None), missing=None)
    return candidate._replace(question=question)


def supposes(slots: Slots) -> bool:
    """Whether the message supposes another price than the published one."""
    return _factor(slots) is not None


def _factor(slots: Slots) -> tuple[frozenset[int], Decimal] | None:
    """What the price is to be multiplied by, and the places of the words for it: 打八折, if it were 20% cheaper."""
    reading = slots.reading
    if slots.industry or len(slots.subjects) > 1 or reading.has(Cue.BEFORE, Cue.THAN):
        return None
    percents = [(place, amount) for place, amount in reading.amounts(EntityKind.PERCENT)]
    changes = frozenset(reading.places(Cue.CUT, Cue.RAISE, Cue.CHEAP, Cue.DEAR))
    if len(percents) == 1 and percents[0][1].value.exact is not None:
        place, share = percents[0][0], percents[0][1].value.exact
        token = slots.tokens[place]
        if reading.text.startswith("折", token.end - 1):
            if place and slots.tokens[place - 1].amount is not None:
                return None
            return frozenset({place}) | changes, ARITHMETIC.divide(share, _HUNDRED)
        rise = reading.has(Cue.RAISE, Cue.DEAR)
        supposed = _IF.search(reading.text) or (rise and _RISEN.search(reading.text))
        if not changes or not supposed or (share >= _HUNDRED and not rise):
            return None
        left = ARITHMETIC.add(_HUNDRED, share) if rise else ARITHMETIC.subtract(_HUNDRED, share)
        return frozenset({place}) | changes, ARITHMETIC.divide(left, _HUNDRED)
    if percents:
        return None
    halved = reading.has(Cue.CUT) and _HALVED.search(reading.text) and _IF.search(reading.text)
    if not (halved or _HALF.search(reading.text)):
        return None
    halves = {place for place, token in enumerate(slots.tokens) if _is_half(slots, place) and token.name is None}
    return changes | halves | frozenset(reading.places(Cue.DIFFERENCE)), Decimal("0.5")


def _is_half(slots: Slots, place: int) -> bool:
    token = slots.tokens[place]
    return slots.reading.text[token.start : token.end] in ("一半", "half", "半")


def _speaks_of_discount(slots: Slots, explained: frozenset[int]) -> bool:
    """Whether a discount is spoken of that is not worked in: no sum may pass for the discounted one."""
    text, tokens = slots.reading.text, slots.tokens
    for place, _ in slots.reading.amounts(EntityKind.PERCENT):
        if place in explained:
            continue
        if slots.reading.has(Cue.CUT) or _IF.search(text) or text.startswith("折", tokens[place].end - 1):
            return True
    halves = any(_is_half(slots, place) for place in explained)
    halved = not halves and _HALVED.search(text) is not None and _IF.search(text) is not None
    return halved or _DISCOUNT.search(text) is not None


_DISCOUNT: Final = re.compile(r"折扣|优惠|打折|团购|学生价|\b(?:discount(?:ed|s)?|coupon|promo|voucher)\b")
_UNPRICED: Final = (
    (Unpriced.TUNING, r"微调|精调|\bfine[- ]?tun\w*|\blora\b|\bsft\b"),
    (
        Unpriced.BATCH,
        r"批处理|批量(?:推理|接口|调用|api|模式|价)|\bbatch(?:ed)? (?:api|mode|processing|inference|pric\w+|discount|tier|rate)s?\b",
    ),
    (
        Unpriced.LONG,
        r"长上下文|长文本|超长文本|\blong[- ]context\b|\b(?:32|64|128|200|256)k 上下文|(?:32|64|128|200|256)k context\b",
    ),
    (
        Unpriced.IMAGES,
        (
            r"(?:[\d一二两三四五六七八九十几多少每] ?张|生成|处理|识别|画|出|做|每|一|几|多少)[^,.?!]{0,5}(?:图片|图像|照片|海报|视频|张图|幅图)|文生图|文生视频|图生|生图|画图"
            r"|\b(?:image|picture|video) generation\b|\b(?:generat\w+|draw\w*|per|an?|each) (?:\w+ )?(?:images?|pictures?|videos?)\b"
        ),
    ),
    (Unpriced.SPEECH, r"语音|配音|\btts\b|\bspeech\b|\btranscri\w+|\btext[- ]to[- ]speech\b"),
    (Unpriced.EMBEDDING, r"向量化|文本向量|\bembeddings?\b"),
    (
        Unpriced.SUBSCRIPTION,
        (
            r"包月|包年|月费|年费|会员(?!群)|订阅|套餐|\bsubscri\w+|\bmembership\b|\b(?:monthly|annual|yearly) (?:plan|fee)\b|\bflat (?:rate|fee)\b"
            r"|\b(?:plus|pro|team) plan\b|\bper seat\b"
        ),
    ),
)
_PATTERNS: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _UNPRICED)
_ANY: Final = re.compile("|".join(pattern for _, pattern in _UNPRICED))


def unpriced_in(slots: Slots) -> Unpriced | None:
    """The kind of price asked for that no entry holds; words of a model's name do not count."""
    text = slots.reading.text
    if _ANY.search(text) is None:
        return None
    names = [(slots.tokens[place].start, slots.tokens[place].end) for place in slots.name_places]
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in names):
                return kind
    return None
