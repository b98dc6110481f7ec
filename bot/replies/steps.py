"""The steps of a sum as they are shown: numbers grouped and shortened, currencies and open ends in words."""

from __future__ import annotations

import re
from typing import Final

from bot.replies.figures import regrouped
from bot.replies.phrases import Phrases

_STEP_DIGITS: Final = 6
_SIGNS: Final = frozenset("+−×÷=≥≤")
_NUMBER_OR_CODE: Final = re.compile(r"(\d+(?:\.\d+)?|\b[A-Z]{3}\b)")
_OPEN_END: Final = re.compile(r"\([≥≤] ([\d.,]+)\)|[≥≤] ([\d.,]+)")


def shown_step(step: str, phrases: Phrases) -> str:
    """A step with its numbers grouped and shortened; an equation that this makes inexact says so."""
    words = step.split(" ")
    inexact = False
    for place, word in enumerate(words):
        if word in _SIGNS:
            continue
        if word.replace(".", "", 1).isdecimal():
            words[place], rounded = regrouped(word, _STEP_DIGITS)
        else:
            words[place], rounded = _shown_word(word, phrases)
        inexact = inexact or rounded
    shown, equals = " ".join(words), " = "
    if inexact:
        shown, equals = shown.replace(equals, " ≈ "), " ≈ "
    return _with_worded_ends(shown, equals, phrases) if "≥" in step or "≤" in step else shown


def _shown_word(word: str, phrases: Phrases) -> tuple[str, bool]:
    """Numbers and currencies among brackets and other signs, and whether a number was rounded."""
    parts = _NUMBER_OR_CODE.split(word)
    inexact = False
    for place in range(1, len(parts), 2):
        if parts[place].isalpha():
            parts[place] = phrases.currency(parts[place])
        else:
            parts[place], rounded = regrouped(parts[place], _STEP_DIGITS)
            inexact = inexact or rounded
    return "".join(parts), inexact


def _with_worded_ends(shown: str, equals: str, phrases: Phrases) -> str:
    """The result of an open range in words (at least 5); in the sum itself, its end alone."""
    sum_, _, result = shown.rpartition(equals)
    if result[:1] in ("≥", "≤"):
        bound = phrases.at_least if result[0] == "≥" else phrases.at_most
        result = bound.format(n=result[2:])
    return _OPEN_END.sub(lambda match: match[1] or match[2], sum_) + equals + result
