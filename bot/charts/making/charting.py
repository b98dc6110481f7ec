"""From an answer to its chart."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, NamedTuple

from bot.answers import Answer, Reply, Result
from bot.charts.chart import Chart, Steps
from bot.charts.making.amounts import Measure
from bot.charts.making.bars import bars_of, notes_of, results_of, title_of
from bot.charts.making.phrasing import Phrasing
from bot.charts.making.steps import sides_of, steps_of
from bot.question import Kind
from bot.questions.working.beside import Exchange
from bot.replies.lines import word_note
from bot.replies.listing import by_subject, main_results
from bot.replies.pricedays import age_lines, days_of
from bot.replies.sources import source_line
from bot.replies.speech import Speech

MOST_PANELS: Final = 3


class Charted(NamedTuple):
    """A reply, and the chart that says the same; ``None`` where there is nothing to draw."""

    reply: Reply
    chart: Chart | None = None


class Today(NamedTuple):
    """The day of the clock, that whose prices are asked for, and what currencies are exchanged by."""

    day: date
    of_prices: date
    exchange: Exchange


def chart_of(answer: Answer, speech: Speech, today: Today, currency: str) -> Chart | None:
    """The chart of an answer that has one (see :mod:`bot.charts.making.pictured`).

    ``currency`` is what prices in several ones are drawn in.
    """
    phrasing = Phrasing(speech)
    if answer.question.kind is Kind.HISTORY:
        chart = _history(answer, phrasing, today, currency)
    else:
        chart = _comparison(answer, phrasing, today, currency)
    if chart is None:
        return None
    aged = age_lines(answer, speech, today.day, days_of(answer, today.day))
    lines = [*aged, source_line(answer, speech, today.day)]
    notes = [phrasing.said(line.text) for line in lines if line is not None]
    return chart._replace(notes=(*chart.notes, *notes))


def _comparison(answer: Answer, phrasing: Phrasing, today: Today, currency: str) -> Chart | None:
    results = results_of(answer)
    measure = Measure(results, currency, today.exchange, today.of_prices)
    bars, legend = bars_of(results, measure, phrasing)
    if not bars.rows:
        return None
    unit = phrasing.unit(measure.unit, (result.per for result in results if not result.free))
    notes = [*_of_money(measure, phrasing), *notes_of(answer, len(bars.rows), phrasing)]
    return Chart(
        title_of(answer, phrasing),
        phrasing.words.of_day.format(unit=unit, day=today.of_prices.isoformat()),
        legend,
        (bars,),
        (*phrasing.scale_note(bars.scale), *notes),
    )


def _history(answer: Answer, phrasing: Phrasing, today: Today, currency: str) -> Chart | None:
    results = main_results(answer)
    groups = by_subject(results)[:MOST_PANELS]
    measure = Measure(results, currency, today.exchange, today.day)
    sides, alone = sides_of(results), len(groups) == 1
    parts = tuple(_panels(groups, answer, phrasing, today, measure))
    if not parts:
        return None
    words, name = phrasing.words, phrasing.name(phrasing.speech.name(results[0].subject), results[0].subject)
    told = phrasing.speech.phrases.sides
    notes = [note for part in parts for note in phrasing.scale_note(part.scale)]
    notes += [phrasing.said(words.to_come)] if any(part.today for part in parts) else []
    return Chart(
        phrasing.said(words.history.format(name=name) if alone else words.histories),
        words.of_day.format(
            unit=phrasing.unit(measure.unit, (each.per for each in results)), day=today.day.isoformat()
        ),
        tuple(phrasing.said(told[side] if side else words.both_sides) for side in sides),
        parts,
        tuple(dict.fromkeys([*notes, *_of_money(measure, phrasing)])),
    )


def _panels(
    groups: list[list[Result]], answer: Answer, phrasing: Phrasing, today: Today, measure: Measure
) -> Iterable[Steps]:
    sides = sides_of(main_results(answer))
    for group in groups:
        steps = steps_of(
            group, sides, measure, phrasing, today.day, since=answer.question.since, alone=len(groups) == 1
        )
        if steps is not None:
            yield steps


def _of_money(measure: Measure, phrasing: Phrasing) -> list[str]:
    """At which rates prices were exchanged, and for which there is none."""
    return [phrasing.said(words) for note in measure.notes if (words := word_note(note, phrasing.speech))]
