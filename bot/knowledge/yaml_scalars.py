"""Single values of YAML as a maintainer writes them: numbers from their very text, and no surprises.

What YAML 1.1 would silently turn into something else (``yes``, ``1e3``, ``0123``, ``1_000``) is refused with a word
on how to write it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from bot.knowledge.messages import yaml as says
from bot.knowledge.messages.message import Message

MAX_DIGITS: Final = 40


class Refused(NamedTuple):
    """Why a value is refused, and how it is written."""

    said: Message
    parts: dict[str, str]


def read_plain(text: str) -> bool | str | Decimal | Refused | None:
    """What a value without quotes stands for. The time is linear in its length."""
    if len(text) > MAX_DIGITS:
        return _too_long(text)
    if not _NO_TEXT.match(text):
        return text
    if _COMMAS.fullmatch(text):
        return with_commas(text)
    for pattern, said in _TRAPS:
        if pattern.fullmatch(text):
            return Refused(said, {"text": text})
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def _too_long(text: str) -> str | Refused:
    """A text that is longer than any number; one of digits is no text."""
    if _OF_NUMBERS.issuperset(text) and not _DIGITS.isdisjoint(text):
        return Refused(says.TOO_MANY_DIGITS, {"text": text[:MAX_DIGITS], "most": str(MAX_DIGITS)})
    return text


def with_commas(text: str) -> Refused:
    """Why a number with commas is refused, and how to write it: 1000000 for 1,000,000, and 0.3 for 0,3."""
    commas = text.replace("，", ",")
    if _THOUSANDS.fullmatch(commas):
        return Refused(says.COMMAS_TO_DROP, {"text": text, "plain": commas.replace(",", "")})
    if commas.count(",") == 1 and "." not in commas:
        return Refused(says.COMMAS_TO_DROP, {"text": text, "plain": commas.replace(",", ".")})
    return Refused(says.COMMAS, {"text": text})


_NO_TEXT: Final = re.compile(r"[-+.~_0-9]|(?:y|yes|n|no|on|off|true|false|null)?\Z", re.IGNORECASE)
"""How all begins that is read as anything but a text."""
_DIGITS: Final = frozenset("0123456789")
_OF_NUMBERS: Final = _DIGITS | frozenset("+-.,_eE")
_COMMAS: Final = re.compile(r"[-+]?[0-9]+(?:[,，][0-9]+)+(?:\.[0-9]*)?")
_THOUSANDS: Final = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH: Final = {"true": True, "false": False}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

_TRAPS: Final = tuple(
    (re.compile(pattern), said)
    for pattern, said in (
        (r"(?:yes|no|on|off|y|n|True|TRUE|False|FALSE|Yes|YES|No|NO|On|ON|Off|OFF|Y|N)", says.TRUE_OR_FALSE),
        (r"[-+]?[0-9_]*\.?[0-9_]+[eE][-+]?[0-9]+", says.EXPONENT),
        (r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)", says.NO_AMOUNT),
        (r"[-+]?0[0-9]+(?:\.[0-9]*)?", says.OCTAL),
        (r"[-+]?0[xXoObB][0-9a-fA-F_]+", says.NOT_DECIMAL),
        (r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?", says.UNDERSCORES),
        (r"(?:\+[0-9.]+|-?\.[0-9]+|-?[0-9]+\.)", says.UNUSUAL),
    )
)
