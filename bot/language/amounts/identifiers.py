"""Digits that number something rather than count it: orders, telephones, versions, products, indices."""

from __future__ import annotations

from typing import Final

from bot.language.amounts.not_amounts import MASK
from bot.language.basics.lexicon import Lexicon, is_han, skip_space
from bot.language.basics.vocabulary import words_under
from bot.language.numbers.arabic_numbers import Figure

_LABELLING: Final = Lexicon(dict.fromkeys(words_under("labels", "labels"), True))
_NAMING: Final = Lexicon(dict.fromkeys(words_under("labels", "products"), True))
_AFTER_LABEL: Final = frozenset(": #号是为系-")
_MOST_AFTER_LABEL: Final = 3
_INDEX_AFTER: Final = words_under("labels", "index after")
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
