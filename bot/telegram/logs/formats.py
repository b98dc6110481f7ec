"""How a line of the log is written: for people on a terminal, as one JSON object a line for whoever collects them."""

from __future__ import annotations

import json
import logging
import time


class TextFormatter(logging.Formatter):
    """Time, level, logger, the update that the line is about, and what there is to say."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s:%(about)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        number = _update_of(record)
        record.about = f" [update {number}]" if number is not None else ""
        return super().format(record)


class JsonFormatter(logging.Formatter):
    """One object a line: ``time`` (UTC), ``level``, ``logger``, ``message``, and where there are any ``update``, ``error``."""

    def format(self, record: logging.LogRecord) -> str:
        seconds = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line: dict[str, str | int] = {
            "time": f"{seconds}.{int(record.msecs):03}Z",
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        number = _update_of(record)
        if number is not None:
            line["update"] = number
        error = record.exc_text or (self.formatException(record.exc_info) if record.exc_info else "")
        if error or record.stack_info:
            line["error"] = "\n".join(filter(None, (error, record.stack_info)))
        return json.dumps(line, ensure_ascii=False)


def _update_of(record: logging.LogRecord) -> int | None:
    """The update that the line is about, as the handler found it when the line came."""
    number = getattr(record, "update", None)
    return number if isinstance(number, int) else None
