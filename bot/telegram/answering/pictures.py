"""Pictures of answers: drawn in a thread, anew each time, so that none has to be kept."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import NamedTuple

from bot.answers import Reply
from bot.charts.chart import Chart
from bot.charts.making.charting import Charted
from bot.telegram.answering.services import Services
from bot.telegram.sending.contents import Photo

_log = logging.getLogger(__name__)


class Pictured(NamedTuple):
    """A reply, and its picture where there is one."""

    reply: Reply
    photo: Photo | None = None


async def pictured(services: Services, make: Callable[[], Charted], *, dark: bool = False) -> Pictured:
    """What ``make`` gives, drawn."""
    return await services.thinking.apart(lambda: _drawn(make(), dark))


def _drawn(charted: Charted, dark: bool) -> Pictured:
    png = _png(charted.chart, dark) if charted.chart is not None else None
    return Pictured(charted.reply, Photo(png, dark) if png is not None else None)


def _png(chart: Chart, dark: bool) -> bytes | None:
    """The picture; ``None`` where drawing fails, which the words of the reply do not suffer from."""
    try:
        from bot.charts.drawing.png import png

        return png(chart, dark=dark)
    except (ImportError, OSError, MemoryError, ValueError):
        _log.exception("A chart could not be drawn")
        return None
