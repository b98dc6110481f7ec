"""Price lists of others, read by a mapping: CSV, or JSON however it is nested."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from bot.knowledge.characters import harmless
from bot.knowledge.files import shown_name
from bot.maintain.compare.mapping import CURRENCY, MODEL, PER, SELLER, Charged, ListError, ListMapping, amount
from bot.quantities import ARITHMETIC, MILLION

MAX_BYTES: Final = 50_000_000
MAX_ROWS: Final = 200_000
_LONGEST: Final = 200
_NOTHING: Final = ("", "-", "—", "n/a", "null", "none")
"""What stands in a list where there is no price."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sum:
    """A price in a list: so much of a currency for a million tokens."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list that gives prices of a model."""

    number: int
    model: str
    seller: str | None
    prices: Mapping[Charged, Sum]


@dataclass(frozen=True, slots=True)
class PriceList:
    """What could be read of a list, and what is wrong with the other rows."""

    label: str
    rows: tuple[Listed, ...]
    complaints: tuple[str, ...]


def read_list(file: Path, mapping: ListMapping) -> PriceList:
    """The prices in a file.

    Raises:
        ListError: nothing in it can be read.
    """
    label = shown_name(file)
    text = _text(file, label)
    is_json = (mapping.format or file.suffix.lower().removeprefix(".")) == "json"
    rows = _json_rows(text, mapping, label) if is_json else _csv_rows(text, mapping, label)
    listed: list[Listed] = []
    complaints: list[str] = []
    for number, row in enumerate(rows, start=1):
        if number > MAX_ROWS:
            raise ListError(f"{label} has more than {MAX_ROWS:,} rows")
        try:
            found = _listed(number, row, mapping)
        except ValueError as error:
            complaints.append(harmless(f"{number}: {error}", _LONGEST))
            continue
        if found is not None:
            listed.append(found)
    if not listed and not complaints:
        raise ListError(f"{label} has no rows with a model and a price; check the columns")
    return PriceList(label, tuple(listed), tuple(complaints))


def _text(file: Path, label: str) -> str:
    try:
        with file.open("rb") as opened:
            content = opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise ListError(f"{label} cannot be read: {error.strerror}") from None
    if len(content) > MAX_BYTES:
        raise ListError(f"{label} has more than {MAX_BYTES:,} bytes")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ListError(f"{label} is not in UTF-8") from None


def _listed(number: int, row: Row, mapping: ListMapping) -> Listed | None:
    """A row as it is meant; ``None`` where it names no model or gives no price.

    Raises:
        ValueError: something in it is no amount or no currency.
    """
    model = row.get(mapping.columns[MODEL], "").strip()
    prices = {what: found for what, column in mapping.prices.items() if (found := _number(row, column)) is not None}
    if not model or not prices:
        return None
    currency = _told(row, mapping, CURRENCY, mapping.currency) or ""
    if len(currency) != 3 or not currency.isascii() or not currency.isalpha():
        raise ValueError(f"`{currency}` is no currency code such as USD")
    per = _number(row, mapping.columns[PER]) if PER in mapping.columns else None
    per = mapping.per if per is None else per
    if not per:
        raise ValueError("a price for 0 tokens")
    return Listed(
        number,
        model[:_LONGEST],
        _told(row, mapping, SELLER, mapping.seller),
        {what: Sum(_for_a_million(price, per), currency.upper()) for what, price in prices.items()},
    )


def _for_a_million(price: Decimal, per: Decimal) -> Decimal:
    return ARITHMETIC.divide(ARITHMETIC.multiply(price, MILLION), per)


def _told(row: Row, mapping: ListMapping, what: str, otherwise: str | None) -> str | None:
    column = mapping.columns.get(what)
    told = row.get(column, "").strip() if column is not None else ""
    return told or otherwise


def _number(row: Row, column: str) -> Decimal | None:
    text = row.get(column, "").strip()
    if text.casefold() in _NOTHING:
        return None
    found = amount(text)
    if found is None:
        raise ValueError(f"`{column}`: `{text}` is no amount")
    return found


# --- CSV --------------------------------------------------------------------------------------------------------------


def _csv_rows(text: str, mapping: ListMapping, label: str) -> Iterator[Row]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    wanted = (*mapping.columns.values(), *mapping.prices.values())
    try:
        known = reader.fieldnames or ()
        if missing := next((column for column in wanted if column not in known), None):
            raise ListError(
                f"{label} has no column `{harmless(missing)}`; it has {harmless(', '.join(known), _LONGEST)}"
            )
        for row in reader:
            yield {column: value for column, value in row.items() if column is not None and isinstance(value, str)}
    except csv.Error as error:
        raise ListError(f"{label} is no CSV: {harmless(str(error))}") from None


# --- JSON -------------------------------------------------------------------------------------------------------------


def _json_rows(text: str, mapping: ListMapping, label: str) -> Iterator[Row]:
    try:
        value = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError) as error:
        raise ListError(f"{label} is no JSON: {harmless(str(error), _LONGEST)}") from None
    wanted = (*mapping.columns.values(), *mapping.prices.values())
    for keys, inner in _rows(value, mapping.rows, ()):
        named = {f"@{place}": key for place, key in enumerate(keys, start=1)}
        yield {column: named[column] if column in named else _at(inner, column) for column in wanted}


def _rows(value: object, way: tuple[str, ...], keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], object]]:
    """The values at the end of a way, with the keys passed at each ``*``; of a list there, its items."""
    if not way:
        yield from ((keys, item) for item in value) if isinstance(value, list) else ((keys, value),)
    elif way[0] == "*":
        items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        for key, inner in items:
            yield from _rows(inner, way[1:], (*keys, str(key)))
    elif isinstance(value, dict):
        yield from _rows(value.get(way[0]), way[1:], keys)


def _at(value: object, column: str) -> str:
    """The text or number at a path with dots, or under a key that has dots itself; nothing where there is none."""
    found = value.get(column) if isinstance(value, dict) else None
    if found is None:
        found = value
        for step in column.split("."):
            found = found.get(step) if isinstance(found, dict) else None
    return found if isinstance(found, str) else ""
