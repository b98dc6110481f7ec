"""Ids of models as vendors and sellers document them: claude-3-5-sonnet-20241022, meta-llama/llama-3.3-70b-instruct."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from bot.language.basics.entities import EntityKind, Named
from bot.language.tokens.reading import Reading

_MOST: Final = 8
"""So many stretches of a text are looked up at most."""
_LONGEST: Final = 100
_RUN: Final = re.compile(r"(?<![a-z0-9])[~@]?[a-z][a-z0-9]*(?:[-._/:@+]+[a-z0-9]+)+")
_TELLING: Final = re.compile(r"[0-9/:]|-latest")
"""What a stretch must hold beside letters to be an id that is no name as well."""


def model_ids(reading: Reading, find: Callable[[str], str | None]) -> list[Named]:
    """The ids in a text that are no names by themselves, each with the model that ``find`` knows by it."""
    found = ((start, end, find(reading.text[start:end])) for start, end in islice(_runs(reading), _MOST))
    return [Named(EntityKind.MODEL, start, end, id_) for start, end, id_ in found if id_ is not None]


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    whole = [(name.start, name.end) for _, name in reading.names if name.version is None]
    for first, last in id_spans(reading.text):
        if not any(start <= first and last <= end for start, end in whole):
            yield first, last


def id_spans(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that have the form of an id."""
    for match in _RUN.finditer(text):
        if len(match[0]) <= _LONGEST and _TELLING.search(match[0]):
            yield match.span()
