"""What is found in a text: names, amounts and cue words, each with its place."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from bot.quantities import Range


class EntityKind(StrEnum):
    """The kinds of entities; the names are those of the machine-readable output."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    QUANTITY = "quantity"
    MODEL = "model"
    VENDOR = "vendor"
    SUBJECT = "subject"
    WORK = "work"
    DATE = "date"


class Amount(NamedTuple):
    """A number, percentage, sum of money or quantity in a normalized text; ``end`` is exclusive.

    ``unit`` is an ISO 4217 code for money, a unit of ``bot.quantities`` for a quantity, ``None`` for a number and
    ``percent`` for a percentage (99.3 for 99.3%). ``generic`` marks money whose word names no country (块, 蚊, $, ¥),
    so that a chat's own currency may apply. ``approximate`` marks an amount that the text itself calls rough
    (几百, 3000多, about): its value is then the range meant, or the figure named.
    """

    kind: EntityKind
    start: int
    end: int
    value: Range
    unit: str | None = None
    generic: bool = False
    approximate: bool = False


class Named(NamedTuple):
    """A name of the knowledge base in a normalized text; ``corrected`` where a typo was forgiven."""

    kind: EntityKind
    start: int
    end: int
    id: str
    corrected: bool = False
    version: str | None = None
    """What follows a model's name and makes it another model (GLM, 4): that one is not the one that ``id`` names."""
