"""What models must have in common that a ranking is of: open weights, pictures among what they read."""

from __future__ import annotations

import re
from typing import Final

from bot.question import Trait

Span = tuple[int, int]

_WORDS: Final = {
    Trait.OPEN_WEIGHTS: re.compile(r"开源|开放权重|\bopen[- ]?(?:source|weights?)\b"),
    Trait.PICTURES: re.compile(
        r"(?:能|可以|支持|识|会)?(?:看图|读图|识图|睇图|图片输入|图像输入|图片理解|视觉|多模态|支持图片|读图片)"
        r"|\b(?:vision|multimodal|image input|(?:with|reads?|sees?|takes?|supports?) (?:images?|pictures?))\b"
    ),
}


def traits_in(text: str) -> tuple[tuple[Trait, ...], tuple[Span, ...]]:
    """The traits that a text in normal form names, and where."""
    found = [(trait, match.span()) for trait, words in _WORDS.items() if (match := words.search(text)) is not None]
    return tuple(trait for trait, _ in found), tuple(span for _, span in found)


_VERSIONS: Final = re.compile(
    r"(?:[一二两三四五六几各这多]|所有|全部)(?:个|款|种)?(?:版本|型号|款|档)|系列|全系|\b(?:versions?|variants?|models|line-?up|family)\b"
)


def asks_of_versions(text: str) -> bool:
    """Whether a text asks of all versions of what it names: 三个版本, the models of a family."""
    return _VERSIONS.search(text) is not None
