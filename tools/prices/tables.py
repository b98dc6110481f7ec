"""The three tables, row by row, as they are read from their CSV files."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

FOLDER: Final = Path(__file__).parent

_MODES: Final = {"": (None, None), "batch": ("batch", None), "thinking": ("thinking", None),
                 "cache 1 h": (None, "1h"), "cache 5 min": (None, "5m")}  # fmt: skip
_WINDOWS: Final = {
    "": None,
    "08:30-00:30 daily": "peak",
    "00:30-08:30 daily": "off-peak",
    "09:00-12:00 14:00-18:00 daily": "peak",
    "other than 09:00-12:00 14:00-18:00 daily": "off-peak",
    "Mon-Fri 09:00-12:00 14:00-18:00 except public holidays": "peak",
    "other than Mon-Fri 09:00-12:00 14:00-18:00 except public holidays": "off-peak",
}
"""The windows of the table by the names that vendors' files give them; their hours on each day stand there."""
_UNITS: Final = {"tokens": "token", "images": "image", "requests": "request"}


class Tier(NamedTuple):
    """More than ``low`` tokens of one request, up to ``high``."""

    low: Decimal | None
    high: Decimal | None


class Row(NamedTuple):
    """One side of a price in one interval; ``number`` is its line in the file."""

    number: int
    vendor: str
    model: str
    names: str
    aliases: tuple[str, ...]
    side: str
    mode: str | None
    cache_life: str | None
    input_tokens: Tier
    output_tokens: Tier
    window: str | None
    listed: Decimal | None
    amount: Decimal
    currency: str
    per: Decimal
    unit: str
    since: date
    basis: str
    until: date | None
    until_basis: str
    sources: tuple[str, ...]
    confidence: str
    note: str


class Status(NamedTuple):
    """What became of a model."""

    model: str
    status: str
    checked: date
    released: str
    superseded_by: str
    superseded_on: str
    retired_on: str
    sources: tuple[str, ...]
    confidence: str
    note: str


class Source(NamedTuple):
    """Where figures come from; ``date`` may be a month or a year."""

    id: str
    publisher: str
    title: str
    date: str
    address: str


def price_rows() -> list[Row]:
    """All rows of the table of prices, in its order."""
    return [_row(number, row) for number, row in enumerate(_read("price-history.csv"), start=2)]


def _row(number: int, row: dict[str, str]) -> Row:
    mode, cache_life = _MODES[row["mode"]]
    return Row(
        number=number,
        vendor=row["vendor_id"],
        model=row["model_id"],
        names=row["names"],
        aliases=_parts(row["aliases"]),
        side=row["side"],
        mode=mode,
        cache_life=cache_life,
        input_tokens=Tier(_decimal(row["tier_in_min"]), _decimal(row["tier_in_max"])),
        output_tokens=Tier(_decimal(row["tier_out_min"]), _decimal(row["tier_out_max"])),
        window=_WINDOWS[row["window"]],
        listed=_decimal(row["list_amount"]),
        amount=Decimal(row["amount"]),
        currency=row["currency"],
        per=Decimal(row["per"]),
        unit=_UNITS[row["per_unit"]],
        since=date.fromisoformat(row["from"]),
        basis=row["from_basis"],
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        until_basis=row["until_basis"],
        sources=_parts(row["sources"]),
        confidence=row["confidence"],
        note=row["note"],
    )


def statuses() -> dict[str, Status]:
    """What became of each model, by its id."""
    return {
        row["model_id"]: Status(
            row["model_id"],
            row["status"],
            date.fromisoformat(row["as_of"]),
            row["released"],
            row["superseded_by"],
            row["superseded_on"],
            row["retired_on"],
            _parts(row["sources"]),
            row["confidence"],
            row["note"],
        )
        for row in _read("model-status.csv")
    }


def sources() -> dict[str, Source]:
    """All sources, by id."""
    return {row["id"]: Source(**row) for row in _read("price-sources.csv")}


def _read(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None
