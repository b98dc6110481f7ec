"""Steps for how the prices of a model went."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from bot.answers import Result
from bot.charts.chart import Course, Steps, Stretch, Told
from bot.charts.making.amounts import Measure
from bot.charts.making.phrasing import Phrasing
from bot.charts.scales import scale_for
from bot.knowledge.price_entries import Basis
from bot.replies.histories import began, since_when

MOST_TOLD: Final = 12
_MOST_OF_SEVERAL: Final = 4
"""Prices told of each model: the newest."""

_ONE_DAY: Final = timedelta(days=1)
_LEAD_PARTS: Final = 6
_MONTH: Final = 30


def sides_of(results: Sequence[Result]) -> list[str | None]:
    """The sides that there are; one price for both comes last."""
    return sorted(dict.fromkeys(result.side for result in results), key=lambda side: side is None)


def steps_of(
    results: Sequence[Result],
    sides: Sequence[str | None],
    measure: Measure,
    phrasing: Phrasing,
    today: date,
    *,
    since: date | None,
    alone: bool,
) -> Steps | None:
    """The course of one model's prices, oldest first; ``None`` where none can be measured.

    ``since``: the day from which on it is asked for. ``alone``: no other model is in the picture.
    """
    dated = [(day, result) for result in results if (day := began(result)) is not None and measure.ends(result)]
    groups = [(day, [result for _, result in group]) for day, group in groupby(dated, key=lambda pair: pair[0])]
    if not groups:
        return None
    most = MOST_TOLD if alone else _MOST_OF_SEVERAL
    left_out, groups = len(groups[:-most]), groups[-most:]
    last = max(today, groups[-1][0] + _ONE_DAY)
    first = min(max(groups[0][0], since or date.min), last - _ONE_DAY)
    is_open = first == groups[0][0] and _is_undated(groups[0][1][0])
    if is_open:
        first = (groups[1][0] if len(groups) > 1 else last) - _lead(groups, last)
    courses = []
    for place, side in enumerate(sides):
        own = [result for _, result in dated if result.side == side]
        stretches = _stretches(own, measure, first, last, is_open=is_open)
        if stretches:
            courses.append(Course(place, stretches, phrasing.amount(own[-1], alike=True)))
    scale = scale_for(stretch.amount for course in courses for stretch in course.stretches)
    named = phrasing.name(phrasing.speech.name(results[0].subject), results[0].subject)
    return Steps(
        "" if alone else named,
        tuple(courses),
        scale,
        phrasing.ticks(scale),
        first,
        last,
        tuple(max(day, first) for day, _ in groups[1:]),
        tuple(_told(group, phrasing) for _, group in groups),
        is_open,
        phrasing.said(phrasing.words.earlier.format(n=left_out)) if left_out else "",
        today if last > today else None,
    )


def _is_undated(result: Result) -> bool:
    return result.offer is not None and result.offer.basis is Basis.UNDATED


def _lead(groups: Sequence[tuple[date, object]], last: date) -> timedelta:
    """How long a line is drawn for prices of which nobody knows since when they held: a part of the time that is known."""
    known = (last - groups[1][0]).days if len(groups) > 1 else _LEAD_PARTS * _MONTH
    return timedelta(days=max(known // _LEAD_PARTS, 1))


def _stretches(
    results: Sequence[Result], measure: Measure, first: date, last: date, *, is_open: bool
) -> tuple[Stretch, ...]:
    found = []
    for result in results:
        offer, ends = result.offer, measure.ends(result)
        if offer is None or ends is None:
            continue
        begin = first if is_open and _is_undated(result) else max(offer.since, first)
        end = min(offer.until or last, last)
        if begin < end:
            found.append(Stretch(begin, end, ends[0]))
    return tuple(found)


def _told(group: Sequence[Result], phrasing: Phrasing) -> Told:
    speech = phrasing.speech
    when = since_when(group[0], speech)
    bare = [result._replace(per=None) for result in group]
    prices = speech.prices(bare) if group[0].free else speech.sums(bare)
    return Told(phrasing.said(when), phrasing.said(prices))
