"""The command ``pricebot check``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TextIO

from bot.maintain.check import check_knowledge, engine_probe, folder_of
from bot.maintain.check_formats import coloured_lines, coloured_summary, github_lines, json_lines, text_lines
from bot.maintain.check_report import CheckReport
from bot.maintain.gauge import gauge
from bot.text import Language

OK: Final = 0
WRONG: Final = 2
"""Exit status where something is wrong."""


class Form(StrEnum):
    """How a report is written."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


class Output(Protocol):
    """Where the command writes."""

    @property
    def errors(self) -> TextIO: ...

    def say(self, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """How the report is shown. Where ``strict``, a warning is as bad as a problem."""

    language: Language = Language.EN
    form: Form = Form.TEXT
    colour: bool = False
    strict: bool = False


def check(
    folder: Path | None, output: Output, files: Sequence[Path] = (), shown: Shown = Shown(), *, asks: bool = False
) -> int:
    """Check a folder (``None``: that of the first file, else the one that came with the program); the exit status.

    Problems and warnings go to standard error, one a line, and the summary to standard output; in the forms for programs all
    of it goes there. Where ``files`` are named, only what is found in them counts. ``asks``: where nothing is wrong, tell how
    well facts are found in other words than those of their questions instead.
    """
    if files and folder is None:
        folder = folder_of(files[0])
    report = check_knowledge(folder, engine_probe, files)
    if asks and report.ok:
        report = gauge(folder, files)
    if shown.form is Form.TEXT:
        _show_text(report, output, shown)
    else:
        lines = json_lines if shown.form is Form.JSON else github_lines
        for line in lines(report, shown.language):
            output.say(line)
    return OK if report.ok and not (shown.strict and report.warnings) else WRONG


def _show_text(report: CheckReport, output: Output, shown: Shown) -> None:
    for line in (coloured_lines if shown.colour else text_lines)(report, shown.language):
        output.errors.write(f"{line}\n")
    output.errors.flush()
    output.say(coloured_summary(report, shown.language) if shown.colour else report.summary.word(shown.language))
