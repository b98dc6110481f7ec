"""What the command line understands of what writes files of the knowledge base."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from bot.terminal.values import language

NEW_KINDS: Final = ("vendor", "model", "price", "end", "plan", "window", "quota", "rate", "article", "fact")
"""What ``pricebot new`` writes."""

NEW_EPILOG: Final = """\
examples:
  pricebot new price                      asks at a terminal for what it needs to know
  pricebot new price --model GLM-5.3 --input 6 --output 22 --from 2026-12-10 \\
      --publisher 智谱 --publisher-en Zhipu --title 关于价格调整的公告 --published 2026-12-01
  pricebot new price --help               all that a price may say; as well for the other kinds
  pricebot new fact --dry-run ...         shows the lines and the answers, and writes nothing

What stands in the files stays as it is: what is new is put in its place among it. It is checked first, as `pricebot check`
does; where that finds a mistake nothing is written. Then questions are asked of it, and shown with their answers.

Exit status 0 where it is written, 2 where something is missing or wrong and nothing is.
"""

NEW_EPILOGS: Final = {
    "vendor": "Writes the file of a new vendor, with its names and its zone.",
    "model": "Writes a new model into the file of its vendor, with its first price where one is given.",
    "price": "Writes a new price below the earlier ones of a model, which stay as they are.",
    "end": "Writes from which day on a model is not sold any more, and what came after it.",
    "plan": "Writes a subscription into the file of its vendor, or one more price of one that is there (--id).",
    "window": "Writes the hours of a vendor in which its prices are others; prices name them (--window).",
    "quota": "Writes how many tokens a vendor does not charge, and to whom.",
    "rate": "Writes how many characters or words a vendor counts for its tokens.",
    "article": "Writes the file of an article, with the source itself and its first fact.",
    "fact": "Writes a fact into the file of its article.",
}

SCHEMA_EPILOG: Final = """\
examples:
  pricebot schema
  pricebot schema -o my-prices/schema.json

One document describes all kinds of files, in Chinese and English. The first line of a file says which kind it is, so that
an editor (VS Code with the YAML extension, and others with the YAML language server) completes and explains while you type:
  # yaml-language-server: $schema=../schema.json#/$defs/VendorFile     in vendors/*.yaml
  # yaml-language-server: $schema=../schema.json#/$defs/ArticleFile    in articles/*.yaml
"""


def add_new_arguments(command: argparse.ArgumentParser) -> None:
    """The kind of entry alone: what each may say is a command line of its own, read when it is known."""
    command.add_argument("kind", choices=NEW_KINDS, help="what to write")
    command.add_argument("rest", nargs=argparse.REMAINDER, metavar="...", help="pricebot new KIND --help lists them")


def add_arguments_of_kind(command: argparse.ArgumentParser) -> None:
    """What all kinds have beside the entry's own fields."""
    command.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")
    command.add_argument(
        "--lang", type=language, metavar="LANG", help="in zh-Hans, zh-Hant or en; by the locale unless told"
    )
    command.add_argument("--knowledge", type=Path, metavar="DIR", help="the folder of YAML files to write into")


def add_schema_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write it into")


WRITING: Final[Mapping[str, Callable[[argparse.ArgumentParser], None]]] = {
    "new": add_new_arguments,
    "schema": add_schema_arguments,
}
"""What adds the arguments of each of these commands."""
