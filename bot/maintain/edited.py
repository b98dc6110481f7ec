"""Prices of the past that were changed: what a folder says of days gone by, beside what it said before an edit.

A price that has begun stays true for its time; a change is a new line with its own day. What was written wrong may be put
right, so these are warnings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bot.knowledge.build_prices import line_prices
from bot.knowledge.folder import File, Folder
from bot.knowledge.price_entries import Basis, Conditions, Price, Side
from bot.knowledge.problems import Path, Problem
from bot.knowledge.schema import ModelShape, VendorFile
from bot.maintain import messages as says
from bot.maintain.prices import price_words
from bot.quantities import ARITHMETIC


class _What(NamedTuple):
    """What a price is for, and from when."""

    since: date
    side: Side | None
    unit: str
    conditions: Conditions
    reported: bool


class _Paid(NamedTuple):
    """What it costs, however it is written: 1 for 1,000 is 1,000 for a million."""

    each: Decimal
    currency: str


_Lines = Mapping[_What, tuple[Price, int]]
"""The prices of a model by what they are for, each with the number of its line."""


def edited_prices(before: Folder, now: Folder, today: date) -> Iterator[Problem]:
    """Warnings of prices that began by ``today`` and were other, or more, in the folder ``before``.

    What belongs to models that are gone is left out, and a price whose line only says more of itself is the same.
    """
    known = {model.id: _lines(model) for file in before.files for model in _models(file)}
    for file in now.files:
        for place, model in enumerate(_models(file)):
            if model.id in known:
                yield from _edited(file, place, known[model.id], _lines(model), today)


def _edited(file: File, place: int, before: _Lines, now: _Lines, today: date) -> Iterator[Problem]:
    path: Path = ("models", place, "prices")
    for what, (old, _) in before.items():
        if what.since > today:
            continue
        if what in now:
            new, number = now[what]
            if _paid(new) != _paid(old):
                at = (*path, number)
                parts = {"price": price_words(new), "other": price_words(old), "day": what.since}
                yield Problem.maybe(file.document.place(at), at, says.PAST_PRICE_CHANGED, **parts)
        elif not any(new.since == what.since and _paid(new) == _paid(old) for new, _ in now.values()):
            parts = {"other": price_words(old), "day": what.since}
            yield Problem.maybe(file.document.place(path), path, says.PAST_PRICE_GONE, **parts)


def _lines(model: ModelShape) -> _Lines:
    found = ((price, number) for number, line in enumerate(model.prices) for price in line_prices(model.id, line))
    return {_what(price): (price, number) for price, number in found}


def _models(file: File) -> tuple[ModelShape, ...]:
    return file.typed.models if isinstance(file.typed, VendorFile) else ()


def _what(price: Price) -> _What:
    return _What(price.since, price.side, price.unit, price.conditions, price.basis is Basis.REPORT)


def _paid(price: Price) -> _Paid:
    return _Paid(ARITHMETIC.divide(price.amount, price.per), price.currency)
