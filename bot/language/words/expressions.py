"""Expressions that say one thing in several words: who asked, what was heard, that something does not matter."""

from __future__ import annotations

from functools import cache
from itertools import product

from bot.language.basics.vocabulary import documents
from bot.language.basics.wordset import WordSet


@cache
def expressions(*names: str) -> WordSet:
    """The expressions under some headings, in all languages."""
    return WordSet(word for name in names for word in worded(name))


def worded(name: str) -> tuple[str, ...]:
    """The expressions under one heading; a heading that no file has is an error."""
    files = [file for file in documents("expressions") if name in file["expressions"]]
    if not files:
        raise KeyError(name)
    return tuple(
        file["joint"].join(filter(None, chosen))
        for file in files
        for row in file["expressions"][name]
        for chosen in product(*row)
    )
