"""The steps of a sum as they are shown: those of the figures that are stated, from the beginning to the end.

Numbers are grouped and shortened, currencies and open ends put in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from bot.answers import Answer, Result, Role
from bot.quantities import exact_text
from bot.question import Kind
from bot.replies.figures import regrouped
from bot.replies.phrases import Phrases

_STEP_DIGITS: Final = 6
_SIGNS: Final = frozenset("+−×÷=≥≤")
_NUMBER_OR_CODE: Final = re.compile(r"(\d+(?:\.\d+)?|\b[A-Z]{3}\b)")
_OPEN_END: Final = re.compile(r"\([≥≤] ([\d.,]+)\)|[≥≤] ([\d.,]+)")


_FEW: Final = 6
"""Steps that are all shown, whatever they lead to."""
_MOST: Final = 12
"""Steps beyond which those of one model stand for those of the others."""
_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")


def told_steps(answer: Answer) -> tuple[Sequence[str], str | None]:
    """The steps to show, and the model that they are those of where they stand for others as well.

    Of each figure that the first lines state, all steps that led to it are among them. Where there are many steps, those
    to what is said beside it are left out; where there are too many, those of the first model are told as an example.
    """
    steps = answer.steps
    if not answer.telling_steps and len(steps) <= _FEW:
        return steps, None
    paid = next((result.subject for result in answer.results if not result.free), None)
    if answer.telling_steps:
        return steps[: answer.telling_steps], paid
    stated = [result for result in answer.results if result.role is not Role.ALSO]
    found = _leading_to(stated, steps)
    if len(found) <= _MOST:
        return found or steps[:_FEW], None
    if answer.question.kind is Kind.COMPARE:
        return _leading_to([result for result in stated if result.role is Role.DIFFERENCE], steps), None
    return _leading_to([result for result in stated if result.subject == paid], steps), paid


def _leading_to(results: Iterable[Result], steps: Sequence[str]) -> list[str]:
    """The steps that end in the figures of results, and those that end in what these start from."""
    sums = [_sides(step) for step in steps]
    wanted = [_figures(result) for result in results]
    needed = {
        max(places)
        for figures in wanted
        if (places := [place for place, (_, result) in enumerate(sums) if result == figures])
    }
    for place in range(len(steps) - 1, -1, -1):
        if place in needed:
            operands = set(sums[place][0])
            needed.update(before for before in range(place) if sums[before][1] and operands.issuperset(sums[before][1]))
    return [steps[place] for place in sorted(needed)]


def _sides(step: str) -> tuple[list[str], list[str]]:
    """The figures of a sum, and those of its result."""
    sum_, _, result = step.rpartition(" = ")
    return _FIGURE.findall(sum_), _FIGURE.findall(result)


def _figures(result: Result) -> list[str]:
    if result.value is None:
        return []
    ends = dict.fromkeys(end for end in result.value if end is not None)
    return [exact_text(abs(end)) for end in ends]


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
