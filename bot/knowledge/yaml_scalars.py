"""Single values of YAML as a maintainer writes them: numbers from their very text, and no surprises.

What YAML 1.1 would silently turn into something else (``yes``, ``1e3``, ``0123``, ``1_000``) is refused with a word
on how to write it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

MAX_DIGITS: Final = 40


class Refused(NamedTuple):
    """Why a value is refused, and what to do."""

    message: str
    advice: str


def read_plain(text: str) -> bool | str | Decimal | Refused | None:
    """What a value without quotes stands for. The time is linear in its length."""
    if len(text) > MAX_DIGITS:
        return _too_long(text)
    if _COMMAS.fullmatch(text):
        return with_commas(text)
    for pattern, message, advice in _TRAPS:
        if pattern.fullmatch(text):
            return Refused(message.format(text=text), advice)
    if text in _NOTHING:
        return None
    if text in _TRUTH:
        return _TRUTH[text]
    return Decimal(text) if _NUMBER.fullmatch(text) else text


def _too_long(text: str) -> str | Refused:
    """A text that is longer than any number; one of digits is no text."""
    if _OF_NUMBERS.issuperset(text) and not _DIGITS.isdisjoint(text):
        return Refused(f"`{text[:MAX_DIGITS]}…` has too many digits", f"up to {MAX_DIGITS} are read")
    return text


def with_commas(text: str) -> Refused:
    """Why a number with commas is refused, and how to write it: 1000000 for 1,000,000, and 0.3 for 0,3."""
    commas = text.replace("，", ",")
    if _THOUSANDS.fullmatch(commas):
        advice = f"write {commas.replace(',', '')}"
    elif commas.count(",") == 1 and "." not in commas:
        advice = f"write {commas.replace(',', '.')}"
    else:
        advice = _PLAINLY
    return Refused(f"`{text}` has commas in a number", advice)


_DIGITS: Final = frozenset("0123456789")
_OF_NUMBERS: Final = _DIGITS | frozenset("+-.,_eE")
_COMMAS: Final = re.compile(r"[-+]?[0-9]+(?:[,，][0-9]+)+(?:\.[0-9]*)?")
_THOUSANDS: Final = re.compile(r"[-+]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")
_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH: Final = {"true": True, "false": False}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

_PLAINLY: Final = "write the number in plain digits, e.g. 0.0008 or 1000000; a text goes in quotes"
_TRAPS: Final = tuple(
    (re.compile(pattern), message, advice)
    for pattern, message, advice in (
        (
            r"(?:yes|no|on|off|y|n|True|TRUE|False|FALSE|Yes|YES|No|NO|On|ON|Off|OFF|Y|N)",
            "`{text}` means true or false in some YAML",
            "write true or false; a text goes in quotes",
        ),
        (r"[-+]?[0-9_]*\.?[0-9_]+[eE][-+]?[0-9]+", "`{text}` is a number with an exponent", _PLAINLY),
        (r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)", "`{text}` is no amount", _PLAINLY),
        (r"[-+]?0[0-9]+(?:\.[0-9]*)?", "`{text}` begins with a zero, which some YAML reads as octal", _PLAINLY),
        (r"[-+]?0[xXoObB][0-9a-fA-F_]+", "`{text}` is not a decimal number", _PLAINLY),
        (r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?", "`{text}` has underscores in a number", _PLAINLY),
        (r"(?:\+[0-9.]+|-?\.[0-9]+|-?[0-9]+\.)", "`{text}` is an unusual way to write a number", _PLAINLY),
    )
)
