"""Quantities: 100万tokens, 五十万个汉字, 两年半, 1,000-token; and plain numbers with 个半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from bot.language.amounts.vocabulary import Term, Vocabulary, added, measured
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, is_han
from bot.language.basics.vocabulary import either, words_under
from bot.language.numbers.arabic_numbers import Figure, Standing
from bot.language.numbers.not_units import HALVES, is_half_word, is_more, is_other_word
from bot.quantities import DAY

_HALF: Final = Decimal("0.5")
_AND_A_HALF: Final = " and a half"
_ARTICLES: Final = (" a ", " an ")
"""Before a time these make a number part of it, or say how often it comes: half a day, but 500 a day."""
_MEASURE: Final = re.compile(r"(?: ?[个枚]的?| ?的| of a| of| an?(?= ))? ?")
_QUALIFIER: Final = re.compile(
    rf" ?(?:个|的)? ?(?:(?:{either(words_under('measures', 'qualifiers'))}|\x00+)[ 的]?){{1,3}}"
)


def quantity(text: str, vocabulary: Vocabulary, start: int, figure: Figure) -> Term | None:
    """The quantity whose number is ``figure``; where the unit stands apart (20k input tokens) its span is the number's."""
    half = _half_after(text, figure)
    end = half.end if half is not None else figure.end
    at = _skip_measure(text, end)
    found = vocabulary.units.starting(text, at)
    if found is None or is_other_word(text, at, found[1]):
        return _apart(text, vocabulary, start, figure) if half is None else _plain(half, start)
    word, after = found
    if at == figure.end and _names_a_day(text, at, after, figure):
        return None
    if word.unit == DAY and figure.low >= 1 and text.startswith(_ARTICLES, figure.end):
        return None
    whole = measured(EntityKind.QUANTITY, half or figure, start, after, word.unit, word.factor, after=True)
    if after < len(text) and whole.low == whole.high:
        following = text[after]
        if following == "半" and word.unit == DAY and not is_half_word(text, after):
            return added(whole, _HALF * word.factor, after + 1)
        if text.startswith(_AND_A_HALF, after):
            return added(whole, _HALF * word.factor, after + len(_AND_A_HALF))
        if following in "多余" and is_han(text, after - 1) and is_more(text, after):
            return whole._replace(high=whole.low + word.factor, end=after + 1, rough=True)
    return whole


def _plain(figure: Figure, start: int) -> Term:
    return Term(EntityKind.NUMBER, figure.low, figure.high, start, figure.end, figure, rough=figure.rough)


def _half_after(text: str, figure: Figure) -> Figure | None:
    """五个半 and 五倍半 are 5.5, 五个多 is 5 to 6."""
    end = figure.end
    if not text.startswith(("个半", "个多", "倍半"), end) or not figure.exact or figure.standing is Standing.BARE:
        return None
    if text[end + 1] == "多":
        return Figure(figure.low, figure.low + 1, end + 2, True) if is_more(text, end + 1) else None
    if text.startswith(HALVES, end + 1):
        return None
    value = figure.low + _HALF
    return Figure(value, value, end + 2)


def _skip_measure(text: str, pos: int) -> int:
    """The place after 个, 的, "of", a space or a hyphen between a number and its unit."""
    if pos >= len(text):
        return pos
    character = text[pos]
    if character == "-":
        return pos + 1 if text[pos + 1 : pos + 2] in LATIN else pos
    if character not in " 个枚的":
        return pos
    match = _MEASURE.match(text, pos)
    return match.end() if match is not None else pos


def _names_a_day(text: str, start: int, end: int, figure: Figure) -> bool:
    """Whether a bare 月 after a number names a month, or 日 a day of it."""
    if text[start:end] not in ("月", "日"):
        return False
    if figure.rough or text[start - 1] in "俩仨半":
        return False
    return text[end : end + 1] not in ("内", "之", "游", "间", "后")


def _apart(text: str, vocabulary: Vocabulary, start: int, figure: Figure) -> Term | None:
    """20k input tokens, 10万输出token, 100万 (a name) tokens."""
    match = _QUALIFIER.match(text, figure.end)
    found = vocabulary.units.starting(text, match.end()) if match is not None else None
    if match is None or found is None or is_other_word(text, match.end(), found[1]) or found[0].unit == DAY:
        return None
    word = found[0]
    return measured(EntityKind.QUANTITY, figure, start, figure.end, word.unit, word.factor, after=True)
