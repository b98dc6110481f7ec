"""Ids and file names as the folder has them, made from names."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count
from typing import Final

from bot.text import normal_form

_OTHER: Final = re.compile(r"[^a-z0-9.]+")
_DOTS: Final = re.compile(r"(?<![0-9])\.+|\.+(?![0-9])")
_CHINESE: Final = re.compile("[\u4e00-\u9fff]+")
_EMPTY_WORDS: Final = frozenset(
    "a an and are as at by can did do does for from has have how in is it its made make many much of on or that the their "
    "to was were what when where which who why will with".split()
)
_LONGEST: Final = 40


def slug(name: str) -> str:
    """``DeepSeek V4.1 Flash`` as ``deepseek-v4.1-flash``, 豆包 2.1 as ``doubao-2.1``; may be empty."""
    latin = _CHINESE.sub(lambda match: f" {_pinyin(match[0])} ", normal_form(name))
    return _DOTS.sub("-", _OTHER.sub("-", latin)).strip("-.")[:_LONGEST].strip("-.").replace("--", "-")


def _pinyin(text: str) -> str:
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(text))


def telling_words(text: str, most: int) -> str:
    """The first words of an English sentence that say something, as part of an id."""
    words = [word for word in slug(text[:200]).split("-") if word not in _EMPTY_WORDS]
    return "-".join(words[:most])


def unused(id_: str, taken: Container[str]) -> str:
    """The id, with a number where it is taken."""
    if id_ not in taken:
        return id_
    return next(f"{id_}-{number}" for number in count(2) if f"{id_}-{number}" not in taken)
