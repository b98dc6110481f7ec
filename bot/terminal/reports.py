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


COMPARE_EPILOG: Final = """\
examples:
  pricebot compare-sources              with the wider catalogue of prices
  pricebot compare-sources prices.csv --currency USD --column model=Model --column "input=Input price"
  pricebot compare-sources list.json --map list.yaml --json

A mapping says which column of a list says what; options go over it:

  rows: data.*              JSON alone: the way to the rows; * goes through all keys, which @1, @2 ... name
  currency: USD             or a column for it; so for seller (without one, each model's vendor) and per (tokens; 1M)
  columns:
    model: name
    input: pricing.prompt   a path with dots in JSON; sides: amount (both), input, output, cached_input ...
    batch output: batch_out
    input above 200000: long_in

Prices are compared in one currency alone, per side, mode, hours and tier, and by one seller.

Exit status 0, whatever differs; 2 where a list or mapping cannot be used.
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


def add_compare_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="*", type=Path, metavar="LIST", help="price lists, in CSV or JSON")
    command.add_argument("--map", type=Path, metavar="FILE", help="a YAML file that says what the columns mean")
    command.add_argument("--column", action="append", default=[], metavar="WHAT=COLUMN", help="what a column means")
    for option, explained in LIST_OPTIONS.items():
        command.add_argument(f"--{option}", metavar=option.upper(), help=explained)
    command.add_argument("--json", action="store_true", help="one JSON object, with all numbers exact")
    _add_telling(command, "how many items of each section are shown; 100 unless told", 100)


LIST_OPTIONS: Final = {
    "format": "csv or json, where the file's name does not tell",
    "rows": "in JSON, the way to the rows",
    "seller": "whose prices they are",
    "currency": "their currency",
    "per": "the number of tokens that they are for; 1M unless told",
}


def _add_telling(command: argparse.ArgumentParser, most_help: str, most: int) -> None:
    command.add_argument("--most", type=number, default=most, metavar="N", help=most_help)
    command.add_argument("--lang", type=language, metavar="LANG", help="report in zh or en; by the locale unless told")
    command.add_argument("--now", type=moment, metavar="WHEN", help="as if it were then, e.g. 2026-11-28T20:30")


REPORTS: Final[Mapping[str, Callable[[argparse.ArgumentParser], None]]] = {
    "diff": add_diff_arguments,
    "stale": add_stale_arguments,
    "compare-sources": add_compare_arguments,
}
"""What adds the arguments of each of the commands that report."""
