"""Ranges of two amounts: 3-5万, 10~15k, 三到五百万, $3 to $5, between 5 and 10 dollars."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from bot.language.entities import EntityKind
from bot.language.figures import Standing
from bot.language.lexicon import LATIN
from bot.language.terms import Source, Term
from bot.quantities import ONE

TermAt = Callable[[Source, int, int], Term | int]

_TO: Final = re.compile(r" ?(?:[-–—~−]{1,2}|到|至) ?| to | through | thru ")
_AND: Final = re.compile(r" and | ?[和与跟] ?")
_BETWEEN: Final = ("between ", "介于", "在")
_LONGEST_PREFIX: Final = 6
"""Longest currency word that may stand between "to" and the second number."""


def range_from(source: Source, first: Term, floor: int, term_at: TermAt, start_of: re.Pattern[str]) -> Term | None:
    """The range that ``first`` opens, or ``None``."""
    text = source.text
    if first.low != first.high or first.end >= len(text):
        return None
    joint = _TO.match(text, first.end)
    if joint is None and text.endswith(_BETWEEN, 0, first.start):
        joint = _AND.match(text, first.end)
    if joint is None:
        return None
    at = joint.end()
    match = start_of.search(text, at, at + _LONGEST_PREFIX + 2)
    if match is None:
        return None
    second = term_at(source, match.start(), at)
    if isinstance(second, int) or second.start != at or second.low != second.high:
        return None
    if second.figure.standing is Standing.BARE and second.kind is EntityKind.NUMBER:
        return None
    if second.end < len(text) and text[second.end] in LATIN and second.end == second.figure.end:
        return None
    return _joined(first, second)


def _joined(first: Term, second: Term) -> Term | None:
    same = (first.kind, first.unit) == (second.kind, second.unit)
    low, high = first.low, second.low
    if first.kind is EntityKind.NUMBER and second.kind is not EntityKind.NUMBER and second.after:
        low = low * second.factor
    elif first.before and second.kind is EntityKind.NUMBER:
        high = high * first.factor
    elif not same:
        return None
    if not first.after or (first.before and not second.after):
        low *= _shared_scale(first, second)
    if low >= high:
        return None
    unit = first if first.kind is not EntityKind.NUMBER else second
    firm = first.figure._replace(standing=max(Standing.FIRM, min(first.figure.standing, second.figure.standing)))
    return Term(
        unit.kind,
        low,
        high,
        first.start,
        second.end,
        firm,
        unit.unit,
        unit.factor,
        unit.generic and (second.generic or second.kind is EntityKind.NUMBER),
        first.rough or second.rough,
        first.before,
        second.after,
    )


def _shared_scale(first: Term, second: Term) -> Decimal:
    """What the second number's multiplier does to the first: 三到五百万 is from three million."""
    one, two = first.figure, second.figure
    if one.scale != ONE or two.scale == ONE or one.mantissa is None or two.mantissa is None:
        return ONE
    return two.scale if _SMALLEST_SHARE <= one.mantissa < two.mantissa else ONE


_SMALLEST_SHARE: Final = Decimal("0.01")
