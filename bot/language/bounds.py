"""Words that make an amount a bound or a rough figure: at least, 以上, 不到, about, 左右."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Final

from bot.language.entities import EntityKind
from bot.language.figures import Standing
from bot.language.lexicon import Lexicon, skip_space, skip_space_back
from bot.language.not_amounts import is_han
from bot.language.terms import Term

OPEN: Final = Decimal("-Infinity")
"""The lower end of "at most", until the value is made."""


class Bound(Enum):
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ROUGH = "about"


_BEFORE: Final = Lexicon(
    dict.fromkeys(
        """至少 最少 起码 超过 超出 大于 高于 多于 不少于 不低于 不小于 不止 逾 超 至少要 至少得 至少有 > >= ≥
        """.split()
        + [
            "at least", "more than", "over", "above", "greater than", "no less than", "not less than", "no fewer than",
            "not fewer than", "a minimum of", "minimum of", "minimum", "exceeding", "exceeds", "upwards of", "in excess of",
            "north of", "higher than", "larger than", "bigger than",
        ],
        Bound.AT_LEAST,
    )
    | dict.fromkeys(
        "至多 最多 顶多 不超过 不超出 不到 不足 不满 未满 低于 少于 小于 不多于 不高于 不大于 < <= ≤".split()
        + [
            "at most", "up to", "under", "below", "less than", "fewer than", "no more than", "not more than", "no greater than",
            "within", "a maximum of", "maximum of", "max", "maximum", "not exceeding", "lower than", "smaller than",
            "not over",
        ],
        Bound.AT_MOST,
    )
    | dict.fromkeys(
        "约 大约 大概 大致 差不多 约莫 约为 几乎 将近 接近 近 估计 ~ ≈ 约合".split()
        + [
            "about", "around", "roughly", "approximately", "approx", "approx.", "nearly", "almost", "circa", "some", "say",
            "close to", "an estimated",
        ],
        Bound.ROUGH,
    )
)  # fmt: skip

_AFTER: Final = Lexicon(
    dict.fromkeys(
        ["以上", "及以上", "或以上", "或更多", "封底", "or more", "and above", "or above", "and up", "and more", "or higher", "or over", "plus"],
        Bound.AT_LEAST,
    )
    | dict.fromkeys(
        ["以下", "以内", "之内", "及以下", "或以下", "封顶", "以里", "or less", "or fewer", "or under", "or below", "and under", "and below", "at most",
         "max", "tops"],
        Bound.AT_MOST,
    )
    | dict.fromkeys(["左右", "上下", "出头", "光景", "or so", "-ish", "ish"], Bound.ROUGH)
)  # fmt: skip
_TO_HUNDREDS: Final = frozenset("上过超逾近成")
_NOT_BEFORE: Final = frozenset("-=<>|")


def bare_is_bounded(text: str, term: Term, floor: int) -> Term | None:
    """上百, 过万, 近千: a multiplier alone after 上, 过 or 近."""
    if term.figure.standing is not Standing.BARE or term.start <= floor or term.figure.high is None:
        return None
    before = text[term.start - 1]
    if before not in _TO_HUNDREDS:
        return None
    firm = term._replace(figure=term.figure._replace(standing=Standing.FIRM), rough=True)
    return firm if before in "近成" else firm._replace(high=None)


def bounded(text: str, term: Term, floor: int) -> Term:
    """The term with the bound that a word before or after it makes; a word after it belongs to its span."""
    if term.high is None and term.end >= len(text):
        return term
    after = _after(text, term)
    if after is not None:
        bound, end = after
        if bound is Bound.ROUGH:
            return term._replace(rough=True)
        return _with(term, bound)._replace(end=end)
    at = skip_space_back(text, term.start, floor, 1)
    before = _BEFORE.ending(text, at, floor)
    if before is None:
        return term
    bound, start = before
    if text[start] in "<>≥≤" and start and text[start - 1] in _NOT_BEFORE:
        return term
    return _with(term, bound)


def _after(text: str, term: Term) -> tuple[Bound, int] | None:
    end = term.end
    if end >= len(text):
        return None
    found = _AFTER.starting(text, skip_space(text, end, 1))
    if found is not None:
        return found
    if term.kind is EntityKind.MONEY and text[end] == "起" and (not is_han(text, end + 1) or text[end + 1] in "步售投"):
        return Bound.AT_LEAST, end + 1
    if text.startswith("不到", end) and not is_han(text, end + 2) and term.kind is not EntityKind.NUMBER:
        return Bound.AT_MOST, end + 2
    return None


def _with(term: Term, bound: Bound) -> Term:
    if bound is Bound.AT_LEAST:
        return term._replace(high=None)
    if bound is Bound.AT_MOST:
        return term if term.high is None else term._replace(low=OPEN)
    return term._replace(rough=True)
