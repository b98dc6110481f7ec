"""The handler of the log, which prints the same line a few times and counts it from then on."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final, TextIO

from bot.telegram.logs.formats import JsonFormatter, TextFormatter
from bot.telegram.logs.redact import TokenFilter
from bot.telegram.logs.subject import update_in_hand

PRINTED: Final = 5
"""Times that a line is printed within :data:`WINDOW_SECONDS`; from then on it is counted."""

WINDOW_SECONDS: Final = 60.0

MOST_LINES: Final = 256
"""Different lines of which it is known how often they came."""

_DIGITS: Final = re.compile(r"[0-9]+")
"""What differs in lines that say the same: numbers of updates, seconds, ports."""


@dataclass(slots=True)
class _Seen:
    """A line, when it first came, and how often it did since."""

    record: logging.LogRecord
    since: float
    times: int = 1


class CountingHandler(logging.StreamHandler[TextIO]):
    """Writes to a stream. What comes too often is summed up in one line when its time is over; at DEBUG all is written.

    Sums are written with the next line that comes, and by :meth:`sum_up`.
    """

    def __init__(self, stream: TextIO, form: str) -> None:
        super().__init__(stream)
        self.setFormatter(JsonFormatter() if form == "json" else TextFormatter())
        self._seen: OrderedDict[tuple[str, int, str], _Seen] = OrderedDict()

    def emit(self, record: logging.LogRecord) -> None:
        record.update = update_in_hand()
        self._sum_up(record.created)
        if record.levelno > logging.DEBUG and self._is_too_often(record):
            return
        super().emit(record)

    def _is_too_often(self, record: logging.LogRecord) -> bool:
        """Whether the line came often enough within its time; it is counted."""
        key = record.name, record.levelno, _DIGITS.sub("#", f"{record.getMessage()}\n{record.exc_text}")
        seen = self._seen.get(key)
        if seen is not None:
            seen.times += 1
            return seen.times > PRINTED
        self._seen[key] = _Seen(record, record.created)
        if len(self._seen) > MOST_LINES:
            self._tell(self._seen.popitem(last=False)[1])
        return False

    def sum_up(self, now: float) -> None:
        """Write the sums of lines whose time is over at ``now``, in seconds since 1970."""
        self.acquire()
        try:
            self._sum_up(now)
        finally:
            self.release()

    def close(self) -> None:
        self._sum_up(float("inf"))
        super().close()

    def _sum_up(self, now: float) -> None:
        """The first that came is the first whose time is over."""
        while self._seen and next(iter(self._seen.values())).since + WINDOW_SECONDS <= now:
            self._tell(self._seen.popitem(last=False)[1])

    def _tell(self, seen: _Seen) -> None:
        if seen.times > PRINTED:
            first = seen.record
            text = f"{seen.times - PRINTED} times more within {WINDOW_SECONDS:.0f} seconds: {first.getMessage()}"
            super().emit(logging.LogRecord(first.name, first.levelno, first.pathname, first.lineno, text, None, None))


def log_to(stream: TextIO, level: str, form: str | None) -> None:
    """Have the log written to a stream, as text where that is a terminal and as JSON elsewhere, or as is said."""
    handler = CountingHandler(stream, form or ("text" if stream.isatty() else "json"))
    handler.addFilter(TokenFilter())
    logging.basicConfig(level=level, handlers=[handler])


async def sums_written() -> None:
    """Have the sums written when their time is over, though no other line comes; without end."""
    while True:
        await asyncio.sleep(WINDOW_SECONDS / 4)
        for handler in logging.getLogger().handlers:
            if isinstance(handler, CountingHandler):
                handler.sum_up(time.time())
