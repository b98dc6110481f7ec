"""Whether what reads as an amount is one where it stands, and not part of a word or the number of something."""

from __future__ import annotations

import re
from typing import Final

from bot.language.entities import EntityKind
from bot.language.figures import Standing
from bot.language.lexicon import LATIN, WORD_CHARACTERS
from bot.language.lone_words import counts_in_english
from bot.language.not_amounts import is_adverb, is_bare_identifier, stands_alone
from bot.language.vocabulary import Term

_SIZES: Final = re.compile(
    r" ?-?(?:上下文|长上下文|长文本|context|ctx|窗口|window|电视|超清|高清|屏|视频|分辨率|显示器|画质|参数|模型|model|param"
    r"|parameter|hz|运动|pro\b|字节)"
)
_DETERMINERS: Final = frozenset("这那哪某另任何上下同第唯样有其再又头")


def counts(text: str, found: Term, floor: int) -> bool:
    """Whether the term is an amount."""
    if found.end < len(text) and text[found.end] in WORD_CHARACTERS and not _is_free_at_end(text, found):
        return False
    if found.kind is EntityKind.NUMBER:
        return _counts_alone(text, found, floor)
    return found.kind is not EntityKind.QUANTITY or not _is_determined(text, found)


def _is_free_at_end(text: str, found: Term) -> bool:
    """Whether Latin letters or digits after the term are no part of it: 2.5x, 5元3个, but not 3d."""
    if text[found.end] == "x" and text[found.end + 1 : found.end + 2] not in WORD_CHARACTERS:
        return True
    last = text[found.end - 1]
    return found.end > found.figure.end and last not in LATIN and not (last.isdigit() and text[found.end].isdigit())


def _counts_alone(text: str, found: Term, floor: int) -> bool:
    figure, start = found.figure, found.start
    if figure.standing is Standing.BARE:
        return False
    if text[start] in LATIN and not text.startswith(("minus ", "negative "), start):
        return counts_in_english(text, start, found.end)
    if figure.standing is Standing.LONE:
        return stands_alone(text, start, found.end)
    if is_adverb(text, start, found.end):
        return False
    last = text[figure.end - 1]
    if last == "b" or (last in "km" and _SIZES.match(text, found.end) is not None):
        return False
    return not is_bare_identifier(text, start, figure, floor)


def _is_determined(text: str, found: Term) -> bool:
    """这一次, 哪一本, 上一条: one of them, not an amount."""
    start = found.start
    if start == 0 or text[start] != "一" or found.figure.end != start + 1 or text[start - 1] not in _DETERMINERS:
        return False
    return not (text[start - 1] in "有再又" and text.startswith(("个月", "天", "年"), start + 1))
