"""The terms on which prices are asked for as parts of codes: ``mbwo`` is batch processing, off-peak."""

from __future__ import annotations

import re
from typing import Final

from bot.codes.amounts import NUMBER, number_code, read_number
from bot.codes.errors import BadCodeError
from bot.codes.letters import LIVES, MODES, WINDOWS, value_of
from bot.question import Terms

_MODE, _LIFE, _WINDOW = ("".join(letters.values()) for letters in (MODES, LIVES, WINDOWS))
_TERMS: Final = re.compile(
    rf"(?:m([{_MODE}]))?(?:c([{_LIFE}]))?(?:w([{_WINDOW}]))?(?:r({NUMBER}))?(?:b({NUMBER}))?(L)?"
)


def terms_code(terms: Terms) -> str:
    """The terms that are set, each after a letter."""
    text = f"m{MODES[terms.mode]}" if terms.mode else ""
    text += f"c{LIVES[terms.cache_life]}" if terms.cache_life else ""
    text += f"w{WINDOWS[terms.window]}" if terms.window else ""
    text += f"r{number_code(terms.tokens)}" if terms.tokens is not None else ""
    text += f"b{number_code(terms.blend)}" if terms.blend is not None else ""
    return text + ("L" if terms.launch else "")


def read_terms(text: str) -> Terms:
    """The terms of a code.

    Raises:
        BadCodeError: it is none.
    """
    match = _TERMS.fullmatch(text)
    if match is None or not text:
        raise BadCodeError(text)
    mode, life, window = (
        value_of(letters, letter) if letter else None
        for letters, letter in zip((MODES, LIVES, WINDOWS), match.groups()[:3], strict=True)
    )
    tokens, blend = (read_number(number) if number else None for number in match.groups()[3:5])
    return Terms(mode, life, window, tokens, bool(match[6]), blend)
