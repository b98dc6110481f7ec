"""Comparisons for several amounts of work at once: 100万和200万token GLM和豆包哪个便宜."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from bot.answers import Answer, Note, Remark, Result, Role
from bot.quantities import PERCENT, TIMES
from bot.question import Load, Question
from bot.questions.working.standings import MOST_NAMED


def amounts_apart(loads: Sequence[Load]) -> tuple[Load, ...]:
    """The amounts that are to be compared for one after another; none where they make one, or each is a model's own."""
    apart = tuple(dict.fromkeys(loads))
    return apart if len(apart) > 1 and not any(load.side or load.subject for load in apart) else ()


def together(question: Question, answers: Sequence[Answer]) -> Answer:
    """One answer of the comparisons for each amount; every result, the differences too, tells for which amount it is.

    The winner is the one that comes first for all amounts.
    """
    results = []
    for found in answers:
        given = next((result.given for result in found.results if result.role is Role.ANSWER), None)
        results += [
            result._replace(given=given) if result.role is Role.DIFFERENCE else result for result in found.results
        ]
    winners = {found.winner for found in answers}
    return Answer(
        question,
        tuple(results),
        facts=_each_once([found.facts for found in answers]),
        winner=winners.pop() if len(winners) == 1 else None,
        steps=_each_once([found.steps for found in answers]),
        sources=_each_once([found.sources for found in answers]),
        notes=tuple(dict.fromkeys(note for found in answers for note in found.notes)),
    )


def of_both_sides(question: Question, answers: Sequence[Answer]) -> Answer:
    """One answer of the comparisons of each side: every difference tells of which, one price for both stands once.

    The winner is the one that comes first on both, or on one, where all are level on the other.
    """
    results: list[Result] = []
    told = _told_of(answers)
    for found in answers:
        side = found.question.side
        sided = (
            result._replace(side=side) if result.unit in (PERCENT, TIMES) or result.role is Role.DIFFERENCE else result
            for result in found.results
            if result.role is not Role.ANSWER or result.subject in told
        )
        results += [result for result in sided if result not in results]
    winners = {found.winner for found in answers if not _is_tie(found)}
    winner = winners.pop() if len(winners) == 1 else None
    notes = _noting_others(answers, len(told))
    return together(question, answers)._replace(results=tuple(results), winner=winner, notes=notes)


def _models(answer: Answer) -> list[str | None]:
    return list(dict.fromkeys(result.subject for result in answer.results if result.role is Role.ANSWER))


def _told_of(answers: Sequence[Answer]) -> tuple[str | None, ...]:
    """The models that come first on the sides, by turns, as many as are told of."""
    turns = zip_longest(*map(_models, answers))
    return tuple(dict.fromkeys(model for turn in turns for model in turn if model is not None))[:MOST_NAMED]


def _noting_others(answers: Sequence[Answer], told: int) -> tuple[Note, ...]:
    """The notes of all sides, with how many models there are beside those that are told of."""
    notes = dict.fromkeys(note for found in answers for note in found.notes)
    counts = [(len(_models(found)), note) for found in answers for note in found.notes if note.remark is Remark.OTHERS]
    others = [note._replace(figures=(shown + note.figures[0] - told,)) for shown, note in counts]
    return (*(note for note in notes if note.remark is not Remark.OTHERS), *others[:1])


def _is_tie(answer: Answer) -> bool:
    return any(note.remark is Remark.TIED for note in answer.notes)


def _each_once(lists: Sequence[Sequence[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for every in lists for each in every))
