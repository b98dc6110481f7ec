"""Telephone numbers written in groups: +1 (415) 555-2671, 020 7946 0958, 電話係2345 6789."""

from __future__ import annotations

import re
from typing import Final

from bot.language.basics.vocabulary import either, words_under

_GROUPED: Final = re.compile(r"[0-9]{1,5}+(?:\) ?|[ -]?\(|[ -])[0-9]")
"""How all of them begin."""
_BY_SHAPE: Final = re.compile(
    r"""
      (?:[0-9]{1,3}+[ -]?)?\(0?[0-9]{2,4}\)[ ]?[0-9]{3,4}[ -]?[0-9]{3,4}(?![0-9])         # 1 (415) 555-2671
    | (?<=\()0?[0-9]{2,4}\)[ ]?[0-9]{3,4}[ -][0-9]{3,4}(?![0-9])                           # (415) 555-2671
    | (?<=\+)(?![0-9]{1,3}(?:[ ][0-9]{3})+(?![ ]?[0-9]))[0-9]{1,3}(?:[ -][0-9]{2,6}){2,4}  # +44 20 7946 0958
    | (?<=\+)[0-9]{1,3}[ -](?:[0-9]{8,11}|[0-9]{4}[ -][0-9]{4})(?![0-9])                   # +852 23456789
    | 0[0-9]{1,4}(?:[ -][0-9]{3,8}){1,3}(?![0-9])                                          # 020 7946 0958
    | 1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])                                         # 138 0013 8000
    """,
    re.VERBOSE,
)
_GROUPS: Final = re.compile(r"[0-9]{2,5}(?:[ -][0-9]{3,4}){1,3}(?![0-9%.])")
_CONTEXT: Final = re.compile(
    rf"(?:{either(words_under('labels', 'telephones'))})"
    r"(?:[ ](?:me|us|him|her|them|it|number|no\.?|is))?(?:[ ](?:on|at|is))?[:\ 是系为号码给到我.]{0,4}$"
)
_LONGEST_CONTEXT: Final = 30


def telephone_end(text: str, pos: int) -> int | None:
    """The end of the telephone number in groups whose digits start at ``pos``, seen by its shape or the words before."""
    if _GROUPED.match(text, pos) is None:
        return None
    match = _BY_SHAPE.match(text, pos)
    if match is not None:
        return match.end()
    match = _GROUPS.match(text, pos)
    if match is None or _CONTEXT.search(text, max(0, pos - _LONGEST_CONTEXT), pos) is None:
        return None
    return match.end()
