"""Bars for models beside each other: what they cost, or what a sum buys of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.answers import Answer, Remark, Result, Role
from bot.charts.chart import Bar, Bars, Row
from bot.charts.making.amounts import Measure
from bot.charts.making.phrasing import Phrasing
from bot.charts.scales import scale_for
from bot.question import Kind, Order
from bot.replies.conditions import named_conditions
from bot.replies.lines import word_note
from bot.replies.listing import by_subject, main_results, others_of

MOST_BARS: Final = 12

_DOWN: Final = (Order.DEAREST, Order.DESCENDING)


def results_of(answer: Answer) -> list[Result]:
    """The results that bars are drawn for, model by model; of a ranking those of the other side, too."""
    found = [result for result in main_results(answer) if result.subject is not None]
    first = found[0].unit if found else ""
    found = [result for result in found if result.free or result.unit.isupper() == first.isupper()]
    ranked = {result.subject for result in found}
    beside = [each for each in answer.results if each.role is Role.ALSO and each.per and each.subject in ranked]
    groups = by_subject([*found, *(each for each in beside if each not in found)])
    sides = max(map(len, groups), default=1)
    return [result for group in groups[: max(MOST_BARS // sides, 1)] for result in group[:MOST_BARS]]


def bars_of(results: Sequence[Result], measure: Measure, phrasing: Phrasing) -> tuple[Bars, tuple[str, ...]]:
    """The bars, and the legend of their sides."""
    sides = _sides(results)
    alike = len({result.per for result in results if not result.free}) <= 1
    rows = []
    for group in by_subject(results):
        bars = []
        for result in group:
            ends = measure.ends(result)
            if ends is not None:
                bars.append(Bar(sides.index(result.side), *ends, phrasing.amount(result, alike=alike)))
        if bars:
            named = named_conditions(_unsided(group), phrasing.speech, in_list=True)
            rows.append(Row(phrasing.name(named, group[0].subject), tuple(bars)))
    scale = scale_for(end for row in rows for bar in row.bars for end in (bar.low, bar.high))
    told = phrasing.speech.phrases.sides
    legend = tuple(phrasing.said(told[side] if side else phrasing.words.both_sides) for side in sides)
    return Bars(tuple(rows), scale, phrasing.ticks(scale)), legend


def _sides(results: Sequence[Result]) -> list[str | None]:
    """The sides that there are, in the order in which they are told; one price for both comes last."""
    found = dict.fromkeys(result.side for result in results)
    return sorted(found, key=lambda side: side is None)


def _unsided(group: Sequence[Result]) -> list[Result]:
    """The results of a model without their side, which the colour tells."""
    return [result._replace(side=None) for result in group]


def title_of(answer: Answer, phrasing: Phrasing) -> str:
    words, question, speech = phrasing.words, answer.question, phrasing.speech
    given = next((result.given for result in answer.results if result.given is not None), None)
    if question.kind is Kind.RANK and not question.loads:
        return phrasing.said(words.downwards if question.order in _DOWN else words.upwards)
    if given is not None:
        return phrasing.said(
            (words.bought if question.kind is Kind.BUDGET else words.cost).format(given=speech.given(given))
        )
    return phrasing.said(words.compared)


def notes_of(answer: Answer, told: int, phrasing: Phrasing) -> list[str]:
    """That those that are free were left out, and how many others there are."""
    of_all = len({result.subject for result in main_results(answer)})
    others = others_of(answer) + of_all - told
    speech = phrasing.speech
    notes = [word_note(note, speech) for note in answer.notes if note.remark is Remark.FREE_LEFT_OUT]
    notes += [speech.phrases.more.format(n=others)] if others else []
    return [phrasing.said(note) for note in notes if note]
