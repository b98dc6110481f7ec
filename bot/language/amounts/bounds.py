"""Words that make an amount a bound or a rough figure: at least, 以上, 不到, about, 左右; 上百, 近千."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from typing import Final

from bot.language.amounts.vocabulary import Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import Lexicon, is_han, skip_space, skip_space_back
from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.arabic_numbers import Standing

OPEN: Final = Decimal("-Infinity")
"""The lower end of "at most", until the value is made."""


class Bound(Enum):
    AT_LEAST = "at least"
    AT_MOST = "at most"
    ROUGH = "about"
    NONE = "no bound"
    """What only ends like a bound: 买不到 is "cannot buy"."""


_MOST_DEEDS: Final = 2
"""How many deeds may stand between 至少 and the amount that it is said of: 至少要写50万字."""
_SIGNS: Final = {
    **dict.fromkeys((">", ">=", "≥"), Bound.AT_LEAST),
    **dict.fromkeys(("<", "<=", "≤"), Bound.AT_MOST),
    **dict.fromkeys("~≈", Bound.ROUGH),
}


def _bounds(where: str, *bounds: Bound) -> dict[str, Bound]:
    return {word: bound for bound in bounds for word in words_under("bounds", f"{bound.value} {where}")}


_BEFORE: Final = Lexicon(_bounds("before", *Bound) | _SIGNS)
_AFTER: Final = Lexicon(_bounds("after", Bound.AT_LEAST, Bound.AT_MOST, Bound.ROUGH))
_SAID_OF_DEEDS: Final = Lexicon(_bounds("adverbs", Bound.AT_LEAST, Bound.AT_MOST))
_DEED: Final = Lexicon(dict.fromkeys(words_under("bounds", "deeds"), True))
_MULTIPLIERS: Final = frozenset("百千万亿")
_BEFORE_MULTIPLIERS: Final = "上过超逾近成"
_WORD_AFTER: Final = re.compile(r" ([^\s,.;:!?)])")
_COUNTED_AFTER: Final = re.compile(rf"(?:{either(words_under('measures', 'counted'))}|[a-z]{{3,}}s)(?![a-z])")
"""What is counted in "100 plus people"."""
_NOT_BEFORE_SIGN: Final = frozenset("-=<>|")


def bounded(text: str, term: Term, floor: int) -> Term:
    """The term with the bound that a word before or after it makes; a word after it belongs to its span."""
    if text[term.start] in _MULTIPLIERS and term.kind is not EntityKind.PERCENT:
        term = _after_over(text, term, floor)
    after = _after(text, term) if term.end < len(text) else None
    if after is not None:
        bound, end = after
        return _with(term, bound) if bound is Bound.ROUGH else _with(term, bound)._replace(end=end)
    if term.start <= floor:
        return term
    before = _BEFORE.ending(text, skip_space_back(text, term.start, floor), floor)
    if before is None:
        return _of_deed(text, term, floor)
    if before[0] is Bound.NONE:
        return term
    bound, start = before
    if text[start] in "<>≥≤" and start and text[start - 1] in _NOT_BEFORE_SIGN:
        return term
    return _with(term, bound)


def bound_before(text: str, start: int, floor: int) -> int | None:
    """Where the bound begins that stands right before ``start``; ``None`` where none does."""
    before = _BEFORE.ending(text, skip_space_back(text, start, floor), floor)
    return None if before is None or before[0] in (Bound.NONE, Bound.ROUGH) else before[1]


def bounding_from(text: str, start: int, floor: int) -> int:
    """Where the words begin that bound, or make rough, what stands at ``start``; ``start`` where there are none."""
    before = _BEFORE.ending(text, skip_space_back(text, start, floor), floor)
    return start if before is None or before[0] is Bound.NONE else before[1]


def _of_deed(text: str, term: Term, floor: int) -> Term:
    """The term with a bound that is said of what is done: 至少要写50万字; the most to be spent is a sum as any other."""
    if term.kind is EntityKind.PERCENT:
        return term
    at = term.start
    for _ in range(_MOST_DEEDS):
        deed = _DEED.ending(text, skip_space_back(text, at, floor), floor)
        if deed is None:
            return term
        at = deed[1]
        said = _SAID_OF_DEEDS.ending(text, skip_space_back(text, at, floor), floor)
        if said is not None:
            spent = term.kind is EntityKind.MONEY and said[0] is Bound.AT_MOST
            return term if spent else _with(term, said[0])
    return term


def _after_over(text: str, term: Term, floor: int) -> Term:
    """上百, 过万, 近千: a multiplier alone counts after 上, 过 and 近."""
    before = text[term.start - 1] if term.start > floor else ""
    if not before or before not in _BEFORE_MULTIPLIERS:
        return term
    firm = term._replace(figure=term.figure._replace(standing=Standing.FIRM), rough=True)
    return firm if before in "近成" else firm._replace(high=None)


def _after(text: str, term: Term) -> tuple[Bound, int] | None:
    end = term.end
    found = _AFTER.starting(text, skip_space(text, end))
    if found is not None and _adds(text, found[1], term):
        return None
    if found is not None or term.kind is EntityKind.NUMBER:
        return found
    if text[end] == "起" and term.kind is EntityKind.MONEY and (not is_han(text, end + 1) or text[end + 1] in "步售投"):
        return Bound.AT_LEAST, end + 1
    if text.startswith("不到", end) and not is_han(text, end + 2):
        return Bound.AT_MOST, end + 2
    return None


def _adds(text: str, end: int, term: Term) -> bool:
    """Whether the word up to ``end`` is a plus that adds something: 1/8 plus 3/8, $5 plus tax, but 100 plus people."""
    if not text.endswith("plus", 0, end):
        return False
    following = _WORD_AFTER.match(text, end)
    if following is None:
        return False
    return term.kind is not EntityKind.NUMBER or _COUNTED_AFTER.match(text, following.start(1)) is None


def _with(term: Term, bound: Bound) -> Term:
    if bound is Bound.ROUGH:
        return term._replace(rough=True)
    if term.high is None:
        return term
    return term._replace(high=None) if bound is Bound.AT_LEAST else term._replace(low=OPEN)
