"""Bars, each under the name of its model, with its amount behind it."""

from __future__ import annotations

from typing import Final

from bot.charts.chart import Bar, Bars, Row
from bot.charts.drawing.canvas import INNER, MARGIN, WIDTH, Box, Canvas
from bot.charts.scales import Scale

NAME: Final = 12.5
AMOUNT: Final = 11.5
TICK: Final = 10.0
_NAME_HEIGHT: Final = 19.0
_BAR: Final = 11.0
_STEP: Final = 15.0
_BETWEEN: Final = 8.0
_GAP: Final = 6.0
_LEAST: Final = 1.5
"""Points that even a bar of nothing is long, so that its place is seen."""


def draw_bars(canvas: Canvas, bars: Bars, top: float) -> float:
    """Draw them from here down; where the next part begins."""
    length = _longest(canvas, bars)
    height = sum(_height_of(row) for row in bars.rows) - _BETWEEN
    if bars.scale.logarithmic:
        _draw_grid(canvas, bars, length, Box(MARGIN, top, WIDTH, top + height))
        height += 18
    for row in bars.rows:
        _draw_row(canvas, row, bars.scale, top, length)
        top += _height_of(row)
    return top - _BETWEEN + (18 if bars.scale.logarithmic else 0)


def _height_of(row: Row) -> float:
    return _NAME_HEIGHT + _STEP * len(row.bars) + _BETWEEN


def _longest(canvas: Canvas, bars: Bars) -> float:
    """Points of a bar at the end of the scale, with room behind each for its amount."""
    room = float(INNER)
    for bar in (bar for row in bars.rows for bar in row.bars):
        share = float(bars.scale.share(bar.high))
        behind = INNER - canvas.width_of(bar.label, AMOUNT) - _GAP
        if share:
            room = min(room, behind / share)
    return max(room, INNER / 4)


def _draw_grid(canvas: Canvas, bars: Bars, length: float, box: Box) -> None:
    end = 0.0
    for amount, words in zip(bars.scale.ticks, bars.ticks, strict=True):
        x = box.left + float(bars.scale.share(amount)) * length
        canvas.rule(Box(x, box.top + 2, x, box.bottom + 4), canvas.theme.line)
        width = canvas.width_of(words, TICK)
        left = min(max(x - width / 2, box.left), box.right - MARGIN - width)
        if left >= end:
            canvas.text(left, box.bottom + 11, words, TICK, canvas.theme.muted)
            end = left + width + 4


def _draw_row(canvas: Canvas, row: Row, scale: Scale, top: float, length: float) -> None:
    name = canvas.fitted(row.name, NAME, INNER)
    ground = Box(MARGIN, top + 1, MARGIN + canvas.width_of(name, NAME) + 3, top + _NAME_HEIGHT - 2)
    canvas.box(ground, canvas.theme.ground)
    canvas.text(MARGIN, top + 9, name, NAME, canvas.theme.text)
    for place, bar in enumerate(row.bars):
        _draw_bar(canvas, bar, scale, top + _NAME_HEIGHT + place * _STEP, length)


def _draw_bar(canvas: Canvas, bar: Bar, scale: Scale, top: float, length: float) -> None:
    theme = canvas.theme
    sure, possible = (max(float(scale.share(end)) * length, _LEAST) for end in (bar.low, bar.high))
    if possible > sure:
        canvas.box(Box(MARGIN, top, MARGIN + possible, top + _BAR), theme.faint[bar.series], 2.5)
    canvas.box(Box(MARGIN, top, MARGIN + sure, top + _BAR), theme.series[bar.series], 2.5)
    left = MARGIN + possible + _GAP
    width = canvas.width_of(bar.label, AMOUNT)
    canvas.box(Box(left - 2, top - 1, left + width + 2, top + _BAR + 1), theme.ground)
    canvas.text(left, top + _BAR / 2, bar.label, AMOUNT, theme.text)
