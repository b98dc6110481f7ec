"""The command ``pricebot check``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol, TextIO

from bot.knowledge.files import shown_name
from bot.knowledge.folder import packaged_folder
from bot.knowledge.problems import Place, Problem
from bot.maintain import messages as says
from bot.maintain.before import folder_before
from bot.maintain.check import check_knowledge, engine_probe, folder_of
from bot.maintain.check_formats import coloured_lines, coloured_summary, github_lines, json_lines, text_lines
from bot.maintain.check_report import CheckReport
from bot.maintain.diff.revisions import RevisionError
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
class Wish:
    """What is checked: a folder (``None``: that of the first file, else the one that came with the program), or what is found
    in some ``files`` of it.

    ``against`` is a git revision or a folder whose past prices must stand; ``None``: what was committed last, where it is
    under git. ``asks``: where nothing is wrong, tell how well facts are found in other words than their questions' instead.
    """

    folder: Path | None = None
    files: Sequence[Path] = ()
    against: str | None = None
    asks: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """How the report is shown. Where ``strict``, a warning is as bad as a problem."""

    language: Language = Language.EN
    form: Form = Form.TEXT
    colour: bool = False
    strict: bool = False


def check(wish: Wish, output: Output, shown: Shown = Shown()) -> int:
    """The command; gives the exit status.

    Problems and warnings go to standard error, one a line, and the summary to standard output; in the forms for programs all
    of it goes there.
    """
    report = _report(wish)
    if shown.form is Form.TEXT:
        _show_text(report, output, shown)
    else:
        lines = json_lines if shown.form is Form.JSON else github_lines
        for line in lines(report, shown.language):
            output.say(line)
    return OK if report.ok and not (shown.strict and report.warnings) else WRONG


def _report(wish: Wish) -> CheckReport:
    folder = wish.folder or (folder_of(wish.files[0]) if wish.files else packaged_folder())
    try:
        before = folder_before(folder, wish.against)
    except RevisionError as error:
        place = Place(shown_name(folder), 1, 1)
        said = {"against": wish.against, "reason": error}
        return CheckReport((Problem.at(place, (), says.NOTHING_BEFORE, **said),), ())
    report = check_knowledge(folder, engine_probe, wish.files, before)
    return gauge(folder, wish.files) if wish.asks and report.ok else report


def _show_text(report: CheckReport, output: Output, shown: Shown) -> None:
    for line in (coloured_lines if shown.colour else text_lines)(report, shown.language):
        output.errors.write(f"{line}\n")
    output.errors.flush()
    output.say(coloured_summary(report, shown.language) if shown.colour else report.summary.word(shown.language))
