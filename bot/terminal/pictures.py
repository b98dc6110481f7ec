"""``pricebot history`` and ``pricebot chart``: how prices went, in words and as a picture; the charts of the chat."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from bot.answers import Context, Status
from bot.charts.chart import Chart
from bot.engine import Engine
from bot.terminal.streams import Streams, bounded, decodable


def history(engine: Engine, words: Sequence[str], context: Context, streams: Streams) -> bool:
    """Say every price on record of the models named; whether there was an answer."""
    reply = engine.history(_text(words, streams), context)
    streams.say(reply.full)
    return reply.status is Status.ANSWERED


def chart(
    engine: Engine, words: Sequence[str], target: Path, context: Context, streams: Streams, *, dark: bool = False
) -> bool:
    """Write the picture for names or a question to a file, and say what is in it; whether it was drawn and written."""
    charted = engine.picture(_text(words, streams), context)
    streams.say(charted.reply.text)
    if charted.chart is None:
        streams.complain(f"there is nothing to draw, so {target} is not written.")
        return False
    from bot.charts.drawing.png import png

    try:
        target.write_bytes(png(charted.chart, dark=dark))
    except OSError as error:
        streams.complain(f"{target} cannot be written: {error.strerror or error}.")
        return False
    return True


def keep(chart: Chart, folder: Path) -> Path:
    """Write a chart into a folder, under the first number that no other chart there has; its file.

    Raises:
        OSError: it cannot be written.
    """
    from bot.charts.drawing.png import png

    drawn = png(chart)
    for number in count(1):
        try:
            with (target := folder / f"chart-{number}.png").open("xb") as file:
                file.write(drawn)
        except FileExistsError:
            continue
        return target
    raise AssertionError("numbers do not end")


def _text(words: Sequence[str], streams: Streams) -> str:
    """The words as one text; where some are quoted, each of them is a name of its own."""
    apart = len(words) > 1 and any(" " in word for word in words)
    return bounded(decodable((", " if apart else " ").join(words)), streams, "the question")
