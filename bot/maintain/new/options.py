"""The options of ``pricebot new``, one for each field of the entry."""

from __future__ import annotations

from argparse import ArgumentParser

from bot.maintain.new.fields import FIELDS
from bot.text import Language


def add_fields(parser: ArgumentParser, kind: str, language: Language) -> None:
    """Add the options of a kind of entry, explained in a language as the schema of the files explains them."""
    for field in FIELDS[kind]:
        explained = field.explained(language).replace("%", "%%")
        name = f"--{field.flag}"
        if field.switch:
            parser.add_argument(name, action="store_true", help=explained)
        elif field.many:
            parser.add_argument(name, action="append", metavar="X", help=explained)
        else:
            parser.add_argument(name, metavar="X", help=explained)
