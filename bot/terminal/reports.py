"""What the command line understands of the reports to maintainers: what changed, what is old, what other lists say."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bot.terminal.values import language, moment, number

DIFF_EPILOG: Final = """\
examples:
  pricebot diff HEAD                    what an edit changes that is not committed yet
  pricebot diff main --lang zh          since the branch began, in Chinese
  pricebot diff v1.4:knowledge my-prices
  pricebot diff HEAD --questions asked.txt > review.md

Each of the two is a folder, or a git revision of the knowledge folder (REV, or REV:path where it was elsewhere). Asked are the
questions of the articles and what each vendor, line, model and plan costs; --questions adds a corpus (YAML, JSON, JSON
lines) or a text with a question a line.

Exit status 0, whatever changes; 2 where one of the two cannot be read.
"""


STALE_EPILOG: Final = """\
examples:
  pricebot stale                        what nobody has checked for 90 days
  pricebot stale --days 30 --lang zh
  PRICEBOT_DATABASE=/state/chats.sqlite pricebot stale > due.md

Counted is from `checked:` of each price, else from the day of its source; of whether a model is still sold, from `status_checked:`.
First comes what people asked the bot in vain most, where it keeps that (see `pricebot unanswered`), then what is current.

Exit status 0, whatever is due.
"""


def add_diff_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("before", metavar="BEFORE", help="a git revision, or a folder")
    command.add_argument("after", nargs="?", metavar="AFTER", help="the same; without it, the folder as it is")
    command.add_argument(
        "--questions", type=Path, action="append", metavar="FILE", help="further questions to ask of both"
    )
    command.add_argument("--no-questions", action="store_true", help="ask nothing, which is quicker")
    _add_telling(command, "how many items of each section are shown; 40 unless told", 40)


def add_stale_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--days", type=number, default=90, metavar="N", help="not checked for so long; 90 unless told")
    _add_telling(command, "how many are shown; 200 unless told", 200)


def _add_telling(command: argparse.ArgumentParser, most_help: str, most: int) -> None:
    command.add_argument("--most", type=number, default=most, metavar="N", help=most_help)
    command.add_argument("--lang", type=language, metavar="LANG", help="report in zh or en; by the locale unless told")
    command.add_argument("--now", type=moment, metavar="WHEN", help="as if it were then, e.g. 2026-11-28T20:30")


REPORTS: Final[Mapping[str, Callable[[argparse.ArgumentParser], None]]] = {
    "diff": add_diff_arguments,
    "stale": add_stale_arguments,
}
"""What adds the arguments of each of the commands that report."""
