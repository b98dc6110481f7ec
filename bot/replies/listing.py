"""Results in lists: which of them answer, in what order, under how many lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import Final

from bot.answers import Answer, Given, Remark, Result, Role
from bot.quantities import ZERO
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech

IS_FREE: Final = attrgetter("free")
"""Whether a result costs nothing."""


def main_results(answer: Answer) -> list[Result]:
    """The results that answer the question; where none could be worked out, those beside it."""
    wanted = Role.ANSWER
    found = [result for result in answer.results if result.role is wanted]
    return found or [result for result in answer.results if result.role is Role.ALSO]


def other_list(answer: Answer, subject: str | None) -> list[Result]:
    """What the vendor's list in another currency says of a model, beside the one that answers."""
    answering = next((each.unit for each in answer.results if each.subject == subject), None)
    beside = [each for each in answer.results if each.role is Role.ALSO and each.subject == subject]
    return [each for each in beside if each.unit != answering and is_listed(each)]


def is_listed(result: Result) -> bool:
    """Whether it is a price as a list has it, rather than one made of another currency's."""
    return result.offer is not None and result.offer.currency == result.unit


def items(speech: Speech, named: Iterable[tuple[str, str]]) -> list[Line]:
    """One line for each name with what is said of it."""
    return [Line(speech.phrases.item.format(name=name, text=text), Style.ITEM) for name, text in named]


def others_of(answer: Answer) -> Decimal:
    """How many others there are beside those that the answer tells of."""
    return next((note.figures[0] for note in answer.notes if note.remark is Remark.OTHERS), ZERO)


def by_given(results: list[Result]) -> Iterable[tuple[Given, list[Result]]]:
    for given in dict.fromkeys(result.given for result in results if result.given is not None):
        yield given, [result for result in results if result.given == given]


def by_subject(results: Iterable[Result]) -> list[list[Result]]:
    """The results of each model, in the order in which the models come."""
    found: dict[str | None, list[Result]] = {}
    for result in results:
        found.setdefault(result.subject, []).append(result)
    return list(found.values())


def of_one_model(results: list[Result]) -> bool:
    """Whether there is no choice between models."""
    return len({result.subject for result in results}) == 1


def size_of(result: Result) -> Decimal:
    """What results of one unit are put in order by; free ones come first, of nothing."""
    value = result.value
    return ZERO if value is None else value.low or value.high or ZERO


def level_with(first: Result, results: Iterable[Result], speech: Speech) -> str:
    """The names of the results that are just what the first is, so that none of them is said to come before the others."""
    level = [each for each in results if (each.value, each.unit, each.free) == (first.value, first.unit, first.free)]
    names = [speech.result_name(each) for each in level]
    return speech.listed(names[:_FEW_NAMES]) + ("…" if len(names) > _FEW_NAMES else "")


def names_of(results: Iterable[Result], speech: Speech) -> str:
    """The first few names."""
    return first_names(list(dict.fromkeys(result.subject or "" for result in results)), speech)


def first_names(ids: Sequence[str], speech: Speech) -> str:
    return speech.names(ids[:_FEW_NAMES]) + ("…" if len(ids) > _FEW_NAMES else "")


_FEW_NAMES: Final = 4
