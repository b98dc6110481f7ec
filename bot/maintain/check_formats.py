"""A check's report as people read it, as other programs do, and as annotations beside the lines of a change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from bot.knowledge.problems import MAX_SHOWN, Problem, listed, more
from bot.maintain.check_report import CheckReport
from bot.text import Language

_RED: Final = "\x1b[31m"
_YELLOW: Final = "\x1b[33m"
_GREEN: Final = "\x1b[32m"
_BOLD: Final = "\x1b[1m"
_PLAIN: Final = "\x1b[0m"

_IN_TEXT: Final = "%\r\n"
_IN_PROPERTIES: Final = "%\r\n:,"


def text_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """Problems, then warnings, one a line."""
    yield from listed(report.problems, language)
    yield from listed(report.warnings, language)


def coloured_lines(report: CheckReport, language: Language) -> Iterator[str]:
    """The same for a terminal: places in bold, problems in red, warnings in yellow."""
    for colour, problems in ((_RED, report.problems), (_YELLOW, report.warnings)):
        for problem in problems[:MAX_SHOWN]:
            place = f"{problem.place}:"
            yield f"{_BOLD}{place}{_PLAIN}{colour}{problem.told(language).removeprefix(place)}{_PLAIN}"
        if len(problems) > MAX_SHOWN:
            yield more(len(problems) - MAX_SHOWN, language)


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
