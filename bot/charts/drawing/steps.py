"""Steps: how prices went, a line for each side, and under it the same in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from bot.charts.chart import Course, Steps
from bot.charts.drawing.canvas import INNER, MARGIN, WIDTH, Box, Canvas

_NAME: Final = 13.0
_WORDS: Final = 11.5
_TICK: Final = 10.0
_PLOT: Final = 150.0
_FEW: Final = 118.0
"""Points that the plot is high: alone, and one of several."""

_LINE: Final = 2.2
_ROW: Final = 17.0
_MARK: Final = 7.0
_LABEL: Final = 14.0
_UNKNOWN: Final = "…"


def draw_steps(canvas: Canvas, steps: Steps, top: float, *, alone: bool) -> float:
    """Draw them from here down; where the next part begins."""
    if steps.name:
        canvas.text(MARGIN, top + 9, canvas.fitted(steps.name, _NAME, INNER), _NAME, canvas.theme.text, bold=True)
        top += 22
    left = MARGIN + max(canvas.width_of(words, _TICK) for words in steps.ticks) + 6
    behind = max(canvas.width_of(course.label, _WORDS) for course in steps.courses) + 8
    plot = Box(left, top + 10, WIDTH - MARGIN - behind, top + 10 + (_PLOT if alone else _FEW))
    _draw_grid(canvas, steps, plot)
    _draw_days(canvas, steps, plot)
    for course in steps.courses:
        _draw_course(canvas, course, steps, plot)
    _draw_ends(canvas, steps, plot)
    return _draw_words(canvas, steps, plot.bottom + 28)


def _across(day: date, steps: Steps, plot: Box) -> float:
    whole = max((steps.last - steps.first).days, 1)
    return plot.left + (plot.right - plot.left) * (day - steps.first).days / whole


def _up(amount: Decimal, steps: Steps, plot: Box) -> float:
    return plot.bottom - float(steps.scale.share(amount)) * (plot.bottom - plot.top)


def _draw_grid(canvas: Canvas, steps: Steps, plot: Box) -> None:
    theme = canvas.theme
    for amount, words in zip(steps.scale.ticks, steps.ticks, strict=True):
        y = _up(amount, steps, plot)
        canvas.rule(Box(plot.left, y, plot.right, y), theme.line)
        canvas.text(plot.left - 6, y, words, _TICK, theme.muted, "r")
    if steps.today is not None:
        x = _across(steps.today, steps, plot)
        canvas.rule(Box(x, plot.top - 4, x, plot.bottom), theme.muted, dashed=True)


def _draw_course(canvas: Canvas, course: Course, steps: Steps, plot: Box) -> None:
    """The line of one side, in pieces where it had no price for a while."""
    colour = canvas.theme.series[course.series]
    points: list[tuple[float, float]] = []
    ended: date | None = None
    for stretch in course.stretches:
        if ended is not None and ended < stretch.first:
            canvas.stroke(points, colour, _LINE)
            points = []
        y = _up(stretch.amount, steps, plot)
        points += [(_across(stretch.first, steps, plot), y), (_across(stretch.last, steps, plot), y)]
        ended = stretch.last
    canvas.stroke(points, colour, _LINE)
    if ended == steps.last:
        canvas.dot(*points[-1], 3.2, colour)


def _draw_ends(canvas: Canvas, steps: Steps, plot: Box) -> None:
    """What each side ends at, beside the end of its line, the lower ones first so that none lies on another."""
    free = plot.bottom + _LABEL
    courses = [course for course in steps.courses if course.stretches[-1].last == steps.last]
    for course in sorted(courses, key=lambda course: course.stretches[-1].amount):
        y = min(_up(course.stretches[-1].amount, steps, plot), free - _LABEL)
        canvas.text(plot.right + 8, y, course.label, _WORDS, canvas.theme.series[course.series], bold=True)
        free = y


def _draw_days(canvas: Canvas, steps: Steps, plot: Box) -> None:
    """Numbers under the plot at the days of changes, which stand before their words; the ends of the time, too."""
    theme, y = canvas.theme, plot.bottom + 13
    days = (steps.first, *steps.days) if steps.days else ()
    places = _apart([_across(day, steps, plot) for day in days], plot.right)
    for number, (day, x) in enumerate(zip(days, places, strict=True), start=1):
        if number > 1:
            canvas.rule(Box(at := _across(day, steps, plot), plot.top, at, plot.bottom), theme.line, dashed=True)
        _draw_mark(canvas, x, y, number)
    ends = ((plot.right, steps.last, "r"), (plot.left, steps.first, "l"))
    for x, day, anchor in ends:
        words = _UNKNOWN if steps.open and day == steps.first else day.isoformat()
        room = canvas.width_of(words, _TICK) + _MARK + 4
        if all(abs(place - x) > room for place in places):
            canvas.text(x, y, words, _TICK, theme.muted, anchor)


def _apart(places: list[float], last: float) -> list[float]:
    """Places of marks, moved as little as it takes that none lies on another."""
    step = 2 * _MARK + 1.5
    found: list[float] = []
    for place in places:
        found.append(max(place, found[-1] + step) if found else place)
    for number in range(len(found) - 1, -1, -1):
        found[number] = min(found[number], last)
        last = found[number] - step
    return found


def _draw_mark(canvas: Canvas, x: float, y: float, number: int) -> None:
    theme = canvas.theme
    canvas.dot(x, y, _MARK, theme.muted)
    canvas.text(x, y, str(number), 9.5, theme.ground, "m", bold=True)


def _draw_words(canvas: Canvas, steps: Steps, top: float) -> float:
    theme = canvas.theme
    if steps.earlier:
        canvas.text(MARGIN, top + 6, steps.earlier, _WORDS, theme.muted)
        top += _ROW
    many = len(steps.told) > 1
    left = MARGIN + (2 * _MARK + 6 if many else 0)
    wide = max((canvas.width_of(told.when, _WORDS) for told in steps.told), default=0)
    wide = min(wide, INNER / 2)
    for number, told in enumerate(steps.told, start=1):
        if many:
            _draw_mark(canvas, MARGIN + _MARK, top + 6, number)
        canvas.text(left, top + 6, canvas.fitted(told.when, _WORDS, wide), _WORDS, theme.muted)
        room = WIDTH - MARGIN - left - wide - 8
        for line in canvas.lines_of(told.prices, _WORDS, room, 2):
            canvas.text(left + wide + 8, top + 6, line, _WORDS, theme.text)
            top += _ROW
    return top
