"""A chart as a PNG."""

from __future__ import annotations

from typing import Final

from bot.charts.chart import Bars, Chart
from bot.charts.drawing.bars import draw_bars
from bot.charts.drawing.canvas import INNER, MARGIN, WIDTH, Box, Canvas
from bot.charts.drawing.steps import draw_steps
from bot.charts.drawing.themes import DARK, LIGHT

_TITLE: Final = 17.0
_UNIT: Final = 12.0
_NOTE: Final = 10.0
_BETWEEN: Final = 14.0
_MOST_LINES: Final = 3


def png(chart: Chart, *, dark: bool = False) -> bytes:
    """The picture, 1,080 pixels wide and as high as it needs. It takes some tens of milliseconds: call it in a thread."""
    canvas = Canvas(DARK if dark else LIGHT)
    top = _draw_heading(canvas, chart)
    for part in chart.parts:
        if isinstance(part, Bars):
            top = draw_bars(canvas, part, top)
        else:
            top = draw_steps(canvas, part, top, alone=len(chart.parts) == 1)
        top += _BETWEEN
    return canvas.png(_draw_notes(canvas, chart, top) + MARGIN - 4)


def _draw_heading(canvas: Canvas, chart: Chart) -> float:
    theme, top = canvas.theme, float(MARGIN)
    for line in canvas.lines_of(chart.title, _TITLE, INNER, 2):
        canvas.text(MARGIN, top + 9, line, _TITLE, theme.text, bold=True)
        top += 23
    for line in canvas.lines_of(chart.unit, _UNIT, INNER, 2):
        canvas.text(MARGIN, top + 7, line, _UNIT, theme.muted)
        top += 17
    if len(chart.series) > 1:
        top = _draw_legend(canvas, chart, top + 3)
    return top + 9


def _draw_legend(canvas: Canvas, chart: Chart, top: float) -> float:
    left = float(MARGIN)
    for place, words in enumerate(chart.series):
        width = canvas.width_of(words, _UNIT) + 30
        if left > MARGIN and left + width > WIDTH - MARGIN:
            left, top = float(MARGIN), top + 17
        canvas.box(Box(left, top + 2, left + 10, top + 12), canvas.theme.series[place], 2.5)
        canvas.text(left + 15, top + 7, words, _UNIT, canvas.theme.text)
        left += width
    return top + 16


def _draw_notes(canvas: Canvas, chart: Chart, top: float) -> float:
    for note in chart.notes:
        for line in canvas.lines_of(note, _NOTE, INNER, _MOST_LINES):
            canvas.text(MARGIN, top + 6, line, _NOTE, canvas.theme.muted)
            top += 14
    return top
