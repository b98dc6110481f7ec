"""Ranges whose two ends are bounds of their own: 大于100万小于500万, 10块以上20块以下, more than 5 and less than 10."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from bot.language.amounts.bounds import OPEN, bound_before
from bot.language.amounts.ranges import joined
from bot.language.amounts.vocabulary import Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.vocabulary import either, words_under

_BETWEEN: Final = re.compile(rf"[ ,、;]{{0,2}}(?:{either(words_under('ranges', 'joins two bounds'))})?[ ,]{{0,2}}")


def with_two_ends(text: str, terms: Sequence[Term]) -> Sequence[Term]:
    """The terms, each lower bound made one with the upper bound beside it where nothing else is between them."""
    if not (any(term.high is None for term in terms) and any(term.low is OPEN for term in terms)):
        return terms
    found: list[Term] = []
    for term in terms:
        both = _both(text, found[-1], term) if found else None
        if both is not None:
            found[-1] = both
        else:
            found.append(term)
    return found


def _both(text: str, first: Term, second: Term) -> Term | None:
    lower_first = first.high is None and second.low is OPEN and first.low is not OPEN
    if not lower_first and not (first.low is OPEN and second.high is None and first.high is not None):
        return None
    start = bound_before(text, second.start, first.end)
    if _BETWEEN.fullmatch(text, first.end, second.start if start is None else start) is None:
        return None
    if lower_first:
        return joined(_exactly(first), _exactly(second))
    if (first.kind, first.unit) != (second.kind, second.unit) and second.kind is not EntityKind.NUMBER:
        return None
    low, high = second.low, first.high
    if high is None or low >= high or (second.kind is EntityKind.NUMBER and first.factor != 1):
        return None
    return first._replace(low=low, high=high, end=second.end)


def _exactly(term: Term) -> Term:
    """The term with the one figure that its bound names."""
    value = term.low if term.low is not OPEN or term.high is None else term.high
    return term._replace(low=value, high=value)
