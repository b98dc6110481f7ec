"""Whether what reads as an amount is one where it stands, and not part of a word or the number of something."""

from __future__ import annotations

import re
from typing import Final

from bot.language.amounts.bounds import bound_before
from bot.language.amounts.identifiers import is_bare_identifier
from bot.language.amounts.not_amounts import MASK
from bot.language.amounts.vocabulary import Term
from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import LATIN, WORD_CHARACTERS, is_han
from bot.language.basics.vocabulary import characters, whole, words_under
from bot.language.numbers.arabic_numbers import Standing
from bot.language.numbers.lone_words import counts_in_english
from bot.language.numbers.not_units import is_other_word

_MEASURES: Final = characters("measures", "measures")
"""Measure words, by their first character: a numeral of one character counts before them."""
_LONG_MEASURES: Final = words_under("measures", "long measures")
_NOT_MEASURES: Final = words_under("measures", "not measures")
_JOINS: Final = characters("measures", "joins")
"""Characters before a lone numeral that is a number (等于五)."""
_SIZES: Final = re.compile(rf" ?-?(?:{whole(words_under('labels', 'sizes'))})")
_STROKES: Final = characters("measures", "strokes")
"""Coins that count cuts as well: 那一刀, 一刀下去."""
_CUTTING: Final = words_under("measures", "cutting")
_DETERMINERS: Final = characters("measures", "determiners")
_ADVERB_AFTER: Final = characters("measures", "adverb after")


def is_measure(character: str) -> bool:
    """Whether a character may stand between a numeral and the things that it counts: 三百页的书."""
    return character in _MEASURES


def counts(text: str, found: Term, floor: int) -> bool:
    """Whether the term is an amount."""
    if found.end < len(text) and text[found.end] in WORD_CHARACTERS and not _is_free_at_end(text, found):
        return False
    if found.kind is EntityKind.NUMBER:
        return _counts_alone(text, found, floor)
    if text[found.end - 1] == "分" and _is_end_of_ratio(text, found.start):
        return False  # 按2比1分100块
    stroke = text[found.end - 1] in _STROKES
    if (
        stroke
        and text[found.start] == "一"
        and (text.startswith(_CUTTING, found.end) or text.endswith(_CUTTING, 0, found.start))
    ):
        return False
    return not ((stroke or found.kind is EntityKind.QUANTITY) and _is_determined(text, found))


def _is_end_of_ratio(text: str, start: int) -> bool:
    """Whether the figure that begins there is the second of a ratio: 2比1."""
    before = text[:start].rstrip()
    return before.endswith(("比", ":")) and before[:-1].rstrip()[-1:].isdigit()


def _is_beside_another(text: str, found: Term) -> bool:
    """Whether another sum is written right behind the currency of a sum: 100rmb20usd."""
    match = _SUM_BESIDE.match(text, found.figure.end)
    return match is not None and match.end() == found.end


_SUM_BESIDE: Final = re.compile(r"[a-z]{3,}(?=[0-9]+[a-z]{3,})")


def _is_free_at_end(text: str, found: Term) -> bool:
    """Whether Latin letters or digits after the term are no part of it: 2.5x, 5元3个, 500万input, but not 3d."""
    if text[found.end] == "x" and text[found.end + 1 : found.end + 2] not in WORD_CHARACTERS:
        return True
    last = text[found.end - 1]
    if is_han(text, found.end - 1) or (found.kind is EntityKind.MONEY and _is_beside_another(text, found)):
        return True
    return found.end > found.figure.end and last not in LATIN and not (last.isdigit() and text[found.end].isdigit())


def _counts_alone(text: str, found: Term, floor: int) -> bool:
    figure, start = found.figure, found.start
    if figure.standing is Standing.BARE:
        return False
    if text[start] in LATIN and not text.startswith(("minus ", "negative "), start):
        return counts_in_english(text, start, found.end)
    if figure.standing is Standing.LONE:
        return _stands_alone(text, start, found.end)
    if text[start : found.end] == "千万" and text[found.end : found.end + 1] in _ADVERB_AFTER:
        return False
    last = text[figure.end - 1]
    if last == "b":
        return False
    if last in "km" and _SIZES.match(text, found.end) and bound_before(text, start, floor) is None:
        return False  # the size of a thing, where it does not bound requests: over 200k context
    return not is_bare_identifier(text, start, figure, floor)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a numeral of one character is a number: before a measure word, or touching no other character."""
    if is_han(text, end):
        return text.startswith(_LONG_MEASURES, end) or (
            text[end] in _MEASURES
            and text[start] != "一"
            and not text.startswith(_NOT_MEASURES, end)
            and not is_other_word(text, end, end + 1)
        )
    return not is_han(text, start - 1) or (text[start - 1] in _JOINS and text[start] not in "一半")


def _is_determined(text: str, found: Term) -> bool:
    """这一次, 哪一本, 上一条: one of them, not an amount."""
    start = found.start
    if start == 0 or text[start] != "一" or found.figure.end != start + 1 or text[start - 1] not in _DETERMINERS:
        return False
    if text[start - 1] == "上" and text[start - 2 : start - 1] == MASK:
        return False  # on a model for a month: 豆包上一个月
    return not (text[start - 1] in "有再又" and text.startswith(("个月", "天", "年"), start + 1))
