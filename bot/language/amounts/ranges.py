"""Ranges of two amounts: 3-5万, 10~15k, 三到五百万, $3 to $5, between 5 and 10 dollars, three or four million, 十块八块."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.amounts.candidates import Candidates
from bot.language.amounts.vocabulary import Source, Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN
from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.arabic_numbers import Standing
from bot.quantities import CHARACTER, ONE, TOKEN, WORD

_OPENERS: Final = frozenset(" -–—~−到至")
_TO: Final = re.compile(r" ?(?:[-–—~−]{1,2}|到|至) ?| to | through | thru ")
_AND: Final = re.compile(r" and | ?[和与跟] ?")
_CHANGED: Final = words_under("ranges", "changes")
_BETWEEN: Final = tuple(f"{word} " if word.isascii() else word for word in words_under("ranges", "between"))
_CHANGES: Final = re.compile(
    rf"(?:(?<![a-z])(?:{either(filter(str.isascii, _CHANGED))})(?: by)? "
    rf"|{either(word for word in _CHANGED if not word.isascii())})$"
)
"""Words after which "to" leads to where a price came, not to the end of a span: rose $2 to $18."""
_LONGEST_CHANGE: Final = 14
_LONGEST_PREFIX: Final = 8
"""Longest currency word, with a space, that may stand between "to" and the second number."""
_HUNDREDS: Final = (Decimal(100), Decimal(1000))
_MYRIADS: Final = (Decimal(10**4), Decimal(10**8), Decimal(10**12))
_SMALLEST_SHARE: Final = Decimal("0.01")


def range_from(source: Source, first: Term, candidates: Candidates) -> Term | None:
    """The range that ``first`` opens, or ``None``."""
    text = source.text
    at = first.end
    if at >= len(text) or first.low != first.high or _is_bare(first):
        return None
    if text[at] in _NUMERALS and (beside := _BESIDE.match(text, first.start)) is not None:
        return _beside(source, first, beside, candidates)
    joint = _TO.match(text, at) if text[at] in _OPENERS else None
    if joint is None and text.endswith(_BETWEEN, 0, first.start):
        joint = _AND.match(text, at)
    if joint is None:
        return _or_next(source, first, candidates) if first.kind is EntityKind.NUMBER and text[at] in " 或" else None
    at = joint.end()
    place = candidates.next_place(text, at)
    if not at <= place <= at + _LONGEST_PREFIX:
        return None
    if first.kind is EntityKind.MONEY and _CHANGES.search(text, max(0, first.start - _LONGEST_CHANGE), first.start):
        return None
    second = _exact_at(source, at, candidates, place)
    if second is None or _is_bare(second):
        return None
    if second.end < len(text) and text[second.end] in LATIN and second.end == second.figure.end:
        return None
    return joined(first, second)


def _is_bare(term: Term) -> bool:
    """Whether a number is none without a unit of its own: 拾到."""
    return term.figure.standing is Standing.BARE and term.kind is EntityKind.NUMBER


def _exact_at(source: Source, at: int, candidates: Candidates, number_start: int | None = None) -> Term | None:
    """The exact amount that begins right at a place, its number there or, behind a currency, at ``number_start``."""
    place = candidates.next_place(source.text, at) if number_start is None else number_start
    if place < 0 or (number_start is None and place != at):
        return None
    found = candidates.term_at(source, place, at)
    return found if not isinstance(found, int) and found.start == at and found.low == found.high else None


def _or_next(source: Source, first: Term, candidates: Candidates) -> Term | None:
    """Three or four million tokens, one or two hundred yuan: two numbers of which one comes next to the other.

    In a list of several (2, 3 or 4 dollars) each stands for itself.
    """
    joint = _OR.match(source.text, first.end)
    if joint is None or _LISTED.search(source.text, max(0, first.start - 2), first.start):
        return None
    second = _exact_at(source, joint.end(), candidates)
    if second is None or second.before:
        return None
    one, two = first.figure, second.figure
    if one.scale != ONE or two.mantissa is None or two.mantissa - first.low != ONE:
        return None
    counted = second.kind is EntityKind.NUMBER and two.scale != ONE
    measured = second.kind is EntityKind.MONEY or (second.kind is EntityKind.QUANTITY and second.unit in _OF_TEXT)
    return joined(first, second) if counted or measured else None


def _beside(source: Source, first: Term, pair: re.Match[str], candidates: Candidates) -> Term | None:
    """十块八块, 三块五块, 一百两百块, 十万八万: about so much, as two sums side by side say."""
    low, high = sorted((_ORDER.index(pair["one"]), _ORDER.index(pair["two"])))
    if first.end != pair.start("two") or (high - low != 1 and (low, high) not in _SAID_TOGETHER):
        return None
    second = _exact_at(source, first.end, candidates)
    if second is None or not second.after:
        return None
    if first.kind is EntityKind.NUMBER:
        first = first._replace(low=first.low * second.factor, kind=second.kind, unit=second.unit)
    if (first.kind, first.unit) != (second.kind, second.unit) or second.unit not in (*_OF_TEXT, None, first.unit):
        return None
    low_end, high_end = sorted((first.low, second.low))
    return second._replace(low=low_end, high=high_end, start=first.start, rough=True)


_ORDER: Final = "零一二三四五六七八九十".replace("二", "两")
_SAID_TOGETHER: Final = ((3, 5), (8, 10))
_BESIDE: Final = re.compile(
    "(?P<one>[一两三四五六七八九十])(?P<of>[十百千]?[万亿]?[元块蚊]|[十百千]?[万亿]|[十百千])"
    "(?P<two>[一两三四五六七八九十])(?P=of)"
)
_NUMERALS: Final = frozenset(_ORDER)
_OR: Final = re.compile(r" or | ?或者? ?")
_LISTED: Final = re.compile(r"[,、] ?$")
_OF_TEXT: Final = (TOKEN, CHARACTER, WORD)


def joined(first: Term, second: Term) -> Term | None:
    """The range from one exact amount to another that share a unit; ``None`` where they do not, or run downwards."""
    low, high = first.low, second.low
    if first.kind is EntityKind.NUMBER and second.kind is not EntityKind.NUMBER and second.after:
        low = low * second.factor
    elif first.before and second.kind is EntityKind.NUMBER:
        high = high * first.factor
    elif (first.kind, first.unit) != (second.kind, second.unit) or first.before > second.before + second.after:
        return None
    if not first.after:
        low *= _shared_scale(first, second)
    if low >= high:
        return None
    named = first if first.kind is not EntityKind.NUMBER else second
    standing = min(first.figure.standing, second.figure.standing)
    return named._replace(
        low=low,
        high=high,
        start=first.start,
        end=second.end,
        figure=first.figure._replace(standing=standing),
        generic=named.generic and (second.generic or second.kind is EntityKind.NUMBER),
        rough=first.rough or second.rough,
    )


def _shared_scale(first: Term, second: Term) -> Decimal:
    """What the second number's multiplier does to the first: 三到五百万 and 三百到五百万 are from three million."""
    one, two = first.figure, second.figure
    if two.scale == ONE or one.mantissa is None or two.mantissa is None:
        return ONE
    if one.scale in _HUNDREDS:
        shared = max((step for step in _MYRIADS if two.scale % step == 0), default=ONE)
        return shared if one.low < two.low / shared else ONE
    return two.scale if one.scale == ONE and _SMALLEST_SHARE <= one.mantissa < two.mantissa else ONE
