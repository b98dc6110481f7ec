"""What the log looks like, for people and for programs, and what it does where the same comes again and again."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bot.settings import Secret
from bot.telegram.logs.handler import PRINTED, WINDOW_SECONDS, CountingHandler, log_to
from bot.telegram.logs.redact import guard_log
from bot.telegram.logs.subject import about


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@contextmanager
def logging_to(stream: io.StringIO, form: str | None = None) -> Iterator[CountingHandler]:
    """As the program logs: with the root logger's handlers put aside for the while."""
    root = logging.getLogger()
    level, handlers, root.handlers = root.level, root.handlers, []
    try:
        log_to(stream, "INFO", form)
        [handler] = root.handlers
        assert isinstance(handler, CountingHandler)
        yield handler
        handler.close()
    finally:
        root.handlers = handlers
        root.setLevel(level)


def objects(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


log = logging.getLogger("bot.test")


def test_a_terminal_gets_lines_to_read_and_anything_else_objects() -> None:
    for stream, form in ((Terminal(), None), (io.StringIO(), "text")):
        with logging_to(stream, form), about(17):
            log.warning("The %s is gone", "database")
        assert stream.getvalue().endswith(" WARNING bot.test: [update 17] The database is gone\n")
    for stream, form in ((io.StringIO(), None), (Terminal(), "json")):
        with logging_to(stream, form):
            log.warning("价格\n%s", "x")
        [line] = objects(stream)
        assert (line["level"], line["logger"], line["message"]) == ("WARNING", "bot.test", "价格\nx")
        assert line["time"].endswith("Z")
        assert "update" not in line


def test_a_traceback_stands_in_the_object_of_its_line_without_what_was_raised() -> None:
    stream = io.StringIO()
    token, said = "123456789:" + "t" * 35, "geheimnis"
    with logging_to(stream), about(3):
        guard_log(Secret(token))
        try:
            raise ValueError(said)
        except ValueError:
            log.exception("Failed with %s", token)
    [line] = objects(stream)
    assert (line["update"], line["message"]) == (3, "Failed with <token>")
    assert "test_handler.py" in line["error"]
    assert line["error"].endswith("ValueError")
    assert said not in stream.getvalue()


def test_a_line_that_cannot_be_formatted_is_written_as_it_is() -> None:
    stream = io.StringIO()
    with logging_to(stream):
        log.warning("%d", "one")
    assert [line["message"] for line in objects(stream)] == ["%d"]


def test_what_comes_too_often_is_counted() -> None:
    stream = io.StringIO()
    with logging_to(stream) as handler:
        for number in range(40):
            with about(number):
                log.error("Update %d could not be answered: Timed out", number)
        log.error("Update 1 could not be answered: Bad Request")
        lines = objects(stream)
        assert len(lines) == PRINTED + 1
        handler.sum_up(handler_time(stream) + WINDOW_SECONDS + 1)
        [summed] = objects(stream)[PRINTED + 1 :]
        assert summed["message"] == "35 times more within 60 seconds: Update 0 could not be answered: Timed out"
        assert "update" not in summed, "it is about many"
        log.error("Update 41 could not be answered: Timed out")
    assert objects(stream)[-1]["message"] == "Update 41 could not be answered: Timed out"


def test_what_was_counted_is_told_at_the_end() -> None:
    stream = io.StringIO()
    with logging_to(stream):
        for _ in range(PRINTED + 2):
            log.error("again")
    assert [line["message"] for line in objects(stream)][PRINTED:] == ["2 times more within 60 seconds: again"]


def test_however_many_lines_differ_little_is_remembered() -> None:
    stream = io.StringIO()
    with logging_to(stream) as handler:
        for number in range(1_000):
            log.error("line %s", "x" * number)
        assert len(handler._seen) <= 256
    assert len(objects(stream)) == 1_000


def handler_time(stream: io.StringIO) -> float:
    """When the newest line was written, in seconds since 1970, to the second."""
    from calendar import timegm
    from time import strptime

    return float(timegm(strptime(objects(stream)[-1]["time"][:19], "%Y-%m-%dT%H:%M:%S"))) + 1
