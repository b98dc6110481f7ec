"""Changes of prices that a message speaks of, each with what it multiplies the price by: 打八折, 翻倍, cut by half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from bot.language.basics.entities import EntityKind
from bot.lazy import once
from bot.quantities import ARITHMETIC, ONE
from bot.questions.phrases.conditions import Conditions

_HUNDRED: Final = Decimal(100)
_HALF: Final = Decimal("0.5")
_FINEST: Final = -6
"""The power of ten down to which a factor is worked with: a third has no end."""


class Change(NamedTuple):
    """A change of a price: where it is said, and what it multiplies the price by.

    ``share`` is the part by which the price falls, where it is said so. ``compares`` tells of a word that compares two
    prices as well: 便宜, 20% cheaper.
    """

    start: int
    end: int
    factor: Decimal
    share: Decimal | None = None
    rise: bool = False
    compares: bool = False
    offer: bool = False
    """A discount or an offer by its words, which nobody has published: 打八折, 买一送一."""


_CUT_WORDS: Final = "降价|降低|下降|下调|调低|调降|减价|跌价|下跌|劈价|砍价|降|减|砍|跌|劈|削"
_RISE_WORDS: Final = "涨价|上涨|加价|提价|升价|提高|上调|调高|上升|涨|升"
_NOW: Final = "原来|原价|原先|现在|而家|现价|目前|现时|之前|以前|公布价"
_BEFORE_SHARE: Final = re.compile(
    rf"(?:(?P<cut>{_CUT_WORDS})|(?P<less>便宜|平|少|低|优惠)|(?P<rise>{_RISE_WORDS})|(?P<more>贵|高))"
    rf"(?:了|咗|价|掉|个|得|整整|大约|约|多|去)*(?P<to>到|至|为|成|剩下?|得返)?了?(?:(?:{_NOW})(?:价格?)?(?:的|嘅)?)? ?$"
)
"""What stands before a share: 降价, 便宜了, 降到原来的."""
_CUT_VERBS: Final = (
    r"cut(?:s|ting)?|drop(?:s|ped|ping)?|fall(?:s|ing|en)?|fell|reduc\w+|lower(?:s|ed|ing)|slash\w*|decreas\w+|discounted"
    r"|(?:go|goes|went|come|comes|came) down|marked down|knock\w*"
)
_RISE_VERBS: Final = r"rais(?:e[sd]?|ing)|rise[sn]?|rising|rose|increas\w+|(?:go|goes|went|going|gone) up|were up|was up|hik(?:e[sd]?|ing)|jump\w*"
_BEFORE_PERCENT: Final = re.compile(
    rf"\b(?:(?P<cut>{_CUT_VERBS})|(?P<rise>{_RISE_VERBS}))\b(?: (?!to\b|by\b)[a-z][a-z'0-9.-]*){{0,5}}"
    r" ?(?P<to>\bto (?:just |only |about )?|\bin |\bby (?:a |another |about )?|\ba )?$"
)
_AFTER_PERCENT: Final = re.compile(
    r" (?:price )?(?:(?P<cut>off|cut|discount|reduction|drop|decrease)|(?P<less>cheaper|lower|less)"
    r"|(?P<rise>rise|increase|hike|surge|markup)|(?P<more>more expensive|more|dearer|pricier|higher))\b"
)
_CHANGE_AFTER: Final = re.compile(r"(?:的|嘅)(?:(?P<cut>降价|降幅|折扣|优惠|减幅|跌幅)|(?P<rise>涨幅|涨价|加价))")
_PARTS: Final = {"quarter": Decimal("0.25"), "fifth": Decimal("0.2"), "tenth": Decimal("0.1")}
_PART: Final = re.compile(rf"\b(?:a|one)[ -]({'|'.join(_PARTS)})\b")
_REACH: Final = 48
"""Characters before a share among which its verb is looked for."""

_COUNT: Final = r"(?P<n>[一二两三四五六七八九十]|[0-9]{1,4}(?:\.[0-9]{1,3})?) ?"
_COUNTED: Final = dict(zip("一二三四五六七八九十两", (*map(Decimal, range(1, 11)), Decimal(2)), strict=True))
_TIMES: Final = re.compile(
    rf"(?:(?P<by>{_RISE_WORDS}|贵|加|多)(?:了|咗|价|个|出)?|(?P<to>(?:(?:{_RISE_WORDS}|翻|变|改|提)(?:价|了)*(?:到|至|成|为)了?"
    rf"(?:(?:{_NOW})(?:价格?)?(?:的|嘅)?)?|(?:{_NOW})(?:价格?)?(?:的|嘅))))"
    rf"{_COUNT}倍(?!.{{0,2}}(?:吗|嘛|么))"
)
_ENGLISH_COUNTS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}
_ENGLISH_TIMES: Final = re.compile(
    rf"\b(?:{_RISE_VERBS}|cost|costs)(?: (?!to\b|by\b)[a-z][a-z'0-9.-]*){{0,5}} (?:to )?"
    rf"(?P<n>{'|'.join(_ENGLISH_COUNTS)}|[0-9]{{1,3}})(?:x| times|[- ]?fold)(?! (?:more|less|cheaper|dearer|higher|lower)\b)"
    r"(?: as (?:much|expensive))?(?: (?:its|the|their) (?:current |present )?(?:price|cost))?"
)
_WHOLE: Final[tuple[tuple[re.Pattern[str], Decimal], ...]] = (
    (re.compile(r"翻(?:了|一)?(?:倍|番)|翻一倍|加倍|\bdoubl(?:es|ed|ing)\b|\b(?:to|would|were to|should) double\b"
                r"|\bdouble (?:its|their|the|in)(?: \w+)? ?price\w*|\btwice (?:as (?:expensive|dear|much)|the price|its price)"),
     Decimal(2)),
    (re.compile(r"翻两番|\bquadrupl(?:es|ed|ing)\b|\b(?:to|would|were to) quadruple\b"), Decimal(4)),
    (re.compile(r"\btripl(?:es|ed|ing)\b|\btrebl(?:es|ed|ing)\b|\b(?:to|would|were to|should) (?:triple|treble)\b"
                r"|\btriple (?:its|their|the)(?: \w+)? ?price\w*"), Decimal(3)),
    (re.compile(r"减半|腰斩|砍半|降半|对半砍|半价|\bhalv(?:es|ed|ing)\b|\bhalf(?:[- ]price| off)\b|\b(?:to|would|were to) halve\b"
                r"|\bhalve (?:its|their|the)(?: \w+)? ?price\w*|\bhalf (?:as expensive|the price|its price)"), _HALF),
    (re.compile(r"\bbuy one,? get one(?: free)?\b|\bbogo\b|\b(?:two|2)[- ]for[- ](?:the price of )?(?:one|1)\b"), _HALF),
)  # fmt: skip
_OFFERED: Final = re.compile(r"半价|half|buy|bogo|for")
_ENGLISH_COMPARED: Final = re.compile(r" ?(?:than|as|of) (?!(?:it is |it's )?(?:now|today|before|currently)\b)")
_WITH_GIFT: Final = re.compile(r"买([一二两三四五六七八九十]|[1-9])[送赠]([一二两三四五六七八九十]|[1-9])(?![0-9])")


_HINTS: Final = (
    "折", "趴", "巴仙", "优惠", "团购", "学生价", "discount", "coupon", "promo", "voucher", "%", "percent", "成", "半", "half", "halved", "调", "tun",
    "lora", "sft", "批", "batch", "上下文", "长文本", "context", "图", "照片", "海报", "视频", "image", "picture", "video", "音", "转写",
    "tts", "speech", "transcri", "向量", "embedding", "月", "包年", "年费", "会员", "订阅", "套餐", "subscri", "member", "plan", "fee",
    "flat rate", "seat", "倍", "番", "腰斩", "送", "赠", "分之", "涨", "doubl", "twice", "tripl", "trebl", "quadrupl", "times", "fold",
    "halv", "bogo", "buy one", "for one", "for 1", "a third", "quarter", "fifth", "thirds",
    "价后", "价之后", "价以后", "价了后", "after the", "after its", "after th",
)  # fmt: skip
_HINT: Final = re.compile("|".join(map(re.escape, _HINTS)))


class Changes(Conditions):
    """The changes of prices that a message speaks of."""

    @once
    def hints_at_prices(self) -> bool:
        """Whether there may be a change of price or another kind of price: most messages need no closer look."""
        return _HINT.search(self.reading.text) is not None

    @once
    def changes(self) -> tuple[Change, ...]:
        """The changes, in the order of the text; none overlaps another."""
        found: list[Change] = []
        for change in sorted((*self._of_shares(), *_in_words(self.reading.text)), key=lambda each: each.start):
            if (not found or change.start >= found[-1].end) and not self._is_amount(change):
                found.append(change)
        return tuple(found)

    def _is_amount(self, change: Change) -> bool:
        """Whether the words are a part of an amount of money or text: a million and a half tokens."""
        amounts = self.reading.amounts(EntityKind.MONEY, EntityKind.QUANTITY)
        spans = (self.tokens[place] for place, _ in amounts)
        return any(token.start <= change.start and change.end <= token.end for token in spans)

    def _of_shares(self) -> Iterator[Change]:
        """Changes by or to a share: 降价30%, 打八折, 降到三成, 20% cheaper, cut in half."""
        text = self.reading.text
        for place, amount in self.reading.amounts(EntityKind.PERCENT, EntityKind.NUMBER):
            token, share = self.tokens[place], amount.value.exact
            if share is None:
                continue
            if amount.kind is EntityKind.PERCENT:
                share = ARITHMETIC.divide(share, _HUNDRED)
                if text[token.end - 1] == "折":
                    if not place or self.tokens[place - 1].amount is None:
                        start = token.start - (text[: token.start].endswith("打"))
                        yield Change(start, token.end, share, offer=True)
                    continue
            elif share >= ONE:
                continue
            change = _by_share(text, token.start, token.end, share)
            if change is not None:
                yield change
        for match in _PART.finditer(text):
            change = _by_share(text, match.start(), match.end(), _PARTS[match[1]])
            if change is not None:
                yield change


def _by_share(text: str, start: int, end: int, share: Decimal) -> Change | None:
    """The change by or to the share that stands from ``start`` to ``end``."""
    before = text[max(0, start - _REACH) : start]
    match = _BEFORE_SHARE.search(before)
    after = None if match else _CHANGE_AFTER.match(text, end) or _AFTER_PERCENT.match(text, end)
    match = match or after or _BEFORE_PERCENT.search(before)
    if match is None:
        return None
    words = match.groupdict()
    rise = bool(words.get("rise") or words.get("more"))
    to = (words.get("to") or "").strip()
    if to.startswith(("by", "a")) or (to == "in" and share == _HALF):
        to = ""
    if to == "in":
        return None
    factor = share if to else ARITHMETIC.add(ONE, share) if rise else ARITHMETIC.subtract(ONE, share)
    if factor <= 0 or (to and rise and factor <= 1) or not _is_finite(factor):
        return None
    compares = bool(words.get("less") or words.get("more"))
    if after is not None:
        compares = compares and _ENGLISH_COMPARED.match(text, after.end()) is not None
        if compares:
            return None
        return Change(start, after.end(), factor, None if rise else share, rise, False)
    first = max(0, start - _REACH) + match.start()
    return Change(first, end, factor, None if rise or to else share, rise, compares)


def _in_words(text: str) -> Iterator[Change]:
    """Changes in words of their own: 翻倍, 涨到原来的三倍, halved, 买一送一."""
    for pattern, factor in _WHOLE:
        for match in pattern.finditer(text):
            if not _ENGLISH_COMPARED.match(text, match.end()):
                offer = _OFFERED.match(match[0]) is not None
                yield Change(match.start(), match.end(), factor, rise=factor > 1, offer=offer)
    for match in _TIMES.finditer(text):
        times = _COUNTED.get(match["n"]) or Decimal(match["n"])
        factor = ARITHMETIC.add(times, ONE) if match["by"] else times
        if factor and _is_finite(factor):
            compares = match["by"] in ("贵", "多")
            yield Change(match.start(), match.end(), factor, rise=factor > 1, compares=compares)
    for match in _ENGLISH_TIMES.finditer(text):
        times = Decimal(_ENGLISH_COUNTS.get(match["n"]) or match["n"])
        if times and not _ENGLISH_COMPARED.match(text, match.end()):
            yield Change(match.start(), match.end(), times, rise=times > 1)
    for match in _WITH_GIFT.finditer(text):
        paid, given = (_COUNTED.get(group) or Decimal(group) for group in match.groups())
        factor = ARITHMETIC.divide(paid, ARITHMETIC.add(paid, given))
        if _is_finite(factor):
            yield Change(match.start(), match.end(), factor, offer=True)


def _is_finite(factor: Decimal) -> bool:
    """Whether a factor has few enough figures to be named."""
    exponent = factor.normalize(ARITHMETIC).as_tuple().exponent
    return isinstance(exponent, int) and exponent >= _FINEST
