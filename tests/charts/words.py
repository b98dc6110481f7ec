"""All words of a chart."""

from __future__ import annotations

from collections.abc import Iterator

from bot.charts.chart import Chart


def words_in(part: Chart | tuple[object, ...]) -> Iterator[str]:
    """Every text that a chart, or a part of one, shows."""
    for each in part:
        if isinstance(each, str):
            yield each
        elif isinstance(each, tuple):
            yield from words_in(each)
