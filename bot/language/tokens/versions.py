"""Versions and variants after a name: GLM-4, 文心4.0, 豆包 lite name other models than GLM, 文心 and 豆包 do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from bot.language.basics.entities import EntityKind
from bot.language.basics.lexicon import is_han
from bot.language.basics.vocabulary import either, words_under
from bot.language.tokens.reading import Token

_VARIANTS: Final = rf"{either(words_under('variants', 'variants'))}|long(?! (?:context|ctx|prompt|input|request))"
_NUMBER: Final = re.compile(
    r"[-_]?v?(?:\d{1,2}|\d+(?:\.\d+)+|\d{3,}(?![\u3400-\u9fff]))[a-z]?(?![\d.]*[a-z\d])(?![年月日号]|[-/]\d)"
)
_SPACED_NUMBER: Final = re.compile(
    rf" v?(?:\d+\.\d+|\d)(?=(?:{_VARIANTS})(?![a-z]))"
    r"| v?(?:\d+\.\d+|\d)(?![\d.,a-z%万亿千百k年月日号点]| ?[元块毛角分厘刀万亿千百$¥本部次天字人个位名]|[ -](?:hours?|minutes?|min|days?)\b)"
    r"| \d\d(?= ?(?:输[入出]|价|input\b|output\b|price\b|pricing\b))"
)
_NUMBER_BEHIND_HAN: Final = re.compile(
    r"v?(?:\d+\.\d+|\d)(?![\d%万亿千百]|[kwmb](?![a-z])|[.,]\d| ?[元块毛角分厘刀$¥€£本部次天字个人位张份月年日号折成倍小秒周季页段句行轮条篇封期])"
)
"""Behind a name in Chinese, between which and the number a blank says nothing."""
_LETTERED: Final = re.compile(r"[-_ ]?[a-z]\d{1,2}(?:\.\d{1,2})?(?![a-z\d.])")
"""A letter with a number behind the name of a family or vendor: Kimi K5, DeepSeek V6."""
_VARIANT: Final = re.compile(rf"[-_ ]?(?:{_VARIANTS})(?![a-z]| ?tokens?\b)|[-_]think(?![a-z])")


def version_after(text: str, name: Token, tokens: Iterable[Token]) -> int | None:
    """Where the version that follows a model's name ends; ``None`` where none follows.

    A number that starts an amount with a unit is no version: 豆包100块, GLM 5 元.
    """
    if name.name is None:
        return None
    end = name.end
    lettered = _LETTERED.match(text, end) if text[end - 1].isalpha() or is_han(text, end - 1) else None
    if name.name.kind is EntityKind.VENDOR:
        ends = lettered is not None and text[lettered.start()] != "-" and not _is_own(name.name.id, lettered, tokens)
        return lettered.end() if lettered is not None and ends else None
    if name.name.kind not in (EntityKind.MODEL, EntityKind.SUBJECT):
        return None
    if name.name.kind is EntityKind.SUBJECT and lettered is not None:
        return lettered.end()
    number = _NUMBER_BEHIND_HAN if is_han(text, end - 1) else _NUMBER
    for pattern in (number, _SPACED_NUMBER, _VARIANT):
        match = pattern.match(text, end)
        if match is not None and not _starts_amount(text, match.end(), end, tokens) and not _adds(match, tokens):
            variant = _VARIANT.match(text, match.end())
            return match.end() if variant is None or _adds(variant, tokens) else variant.end()
    return None


def _is_own(vendor: str, match: re.Match[str], tokens: Iterable[Token]) -> bool:
    """Whether what follows a vendor's name is itself the name of one of its models: OpenAI o3."""
    within = (token.name for token in tokens if match.start() <= token.start < match.end())
    return any(named is not None and named.id.startswith(f"{vendor}/") for named in within)


def _adds(match: re.Match[str], tokens: Iterable[Token]) -> bool:
    """Whether "plus" is followed by what it adds: Doubao plus 500k of GLM."""
    return match.group() == " plus" and any(
        token.start == match.end() + 1 and (token.amount is not None or token.name is not None) for token in tokens
    )


def _starts_amount(text: str, version_end: int, name_end: int, tokens: Iterable[Token]) -> bool:
    """Whether what follows a name is more than a number; behind a hyphen it is none."""
    for token in tokens:
        amount = token.amount
        if amount is not None and name_end <= token.start < version_end and token.start <= name_end + 1:
            joined = text[name_end] == "-" and token.start == name_end
            return amount.kind is not EntityKind.NUMBER or (token.end > version_end and not joined)
    return False
