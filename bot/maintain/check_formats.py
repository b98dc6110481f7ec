"""A check's report as people read it, as other programs do, and as annotations beside the lines of a change."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bot.knowledge.characters import harmless
from bot.knowledge.problems import MAX_SHOWN, Place, Problem, listed, more
from bot.maintain.check_report import CheckReport
from bot.text import Language

_RED: Final = "\x1b[31m"
_YELLOW: Final = "\x1b[33m"
_GREEN: Final = "\x1b[32m"
_BOLD: Final = "\x1b[1m"
_PLAIN: Final = "\x1b[0m"

_LONGEST_LINE: Final = 160
"""Characters of a line of a file that are shown; what is wrong further on is shown by its place alone."""

_IN_TEXT: Final = "%\r\n"
_IN_PROPERTIES: Final = "%\r\n:,"


def text_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """Problems, then warnings, one a line."""
    yield from listed(report.problems, language)
    yield from listed(report.warnings, language)


def coloured_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """The same for a terminal: places in bold, problems in red, warnings in yellow, each with its line of the file."""
    for colour, problems in ((_RED, report.problems), (_YELLOW, report.warnings)):
        for problem in problems[:MAX_SHOWN]:
            place = f"{problem.place}:"
            yield f"{_BOLD}{place}{_PLAIN}{colour}{problem.told(language).removeprefix(place)}{_PLAIN}"
            yield from _excerpt(problem.place, colour)
        if len(problems) > MAX_SHOWN:
            yield more(len(problems) - MAX_SHOWN, language)


def _excerpt(place: Place, colour: str) -> Iterator[str]:
    """The line of the file with a mark below the column; nothing where it cannot be read any more."""
    try:
        with Path(place.file).open(encoding="utf-8-sig") as file:
            line = next(islice(file, place.line - 1, None), "")
    except (OSError, UnicodeDecodeError):
        return
    text = harmless(line.rstrip("\r\n"), _LONGEST_LINE)
    if text.strip() and place.column <= _LONGEST_LINE:
        before = harmless(line[: place.column - 1])
        yield f"    {text}"
        yield f"    {' ' * sum(map(_columns, before))}{colour}^{_PLAIN}"


def _columns(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def coloured_summary(report: CheckReport, language: Language) -> str:
    colour = _RED if not report.ok else _YELLOW if report.warnings else _GREEN
    return f"{colour}{report.summary.word(language)}{_PLAIN}"


def json_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """One object with all that was found, on one line."""
    found = {
        "ok": report.ok,
        "summary": report.summary.word(language),
        "counts": dict(report.counts),
        "problems": [_as_object(problem, language) for problem in report.problems],
        "warnings": [_as_object(problem, language) for problem in report.warnings],
        "problems_elsewhere": report.elsewhere,
    }
    yield json.dumps(found, ensure_ascii=False)


def _as_object(problem: Problem, language: Language) -> dict[str, Any]:
    said, advice = problem.words(language)
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "path": problem.path,
        "problem": said,
        "advice": advice,
    }


def github_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    for command, problems in (("error", report.problems), ("warning", report.warnings)):
        for problem in problems[:MAX_SHOWN]:
            file = _escaped(problem.file, _IN_PROPERTIES)
            said = _escaped(problem.sentence(language), _IN_TEXT)
            yield f"::{command} file={file},line={problem.line},col={problem.column}::{said}"


def _escaped(text: str, signs: str) -> str:
    """A text in which no sign means something to GitHub."""
    return "".join(f"%{ord(each):02X}" if each in signs else each for each in text)
