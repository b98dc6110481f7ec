"""Which columns of somebody's price list say what, in a small YAML file or as options of the command."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, get_args

from bot.knowledge.characters import harmless
from bot.knowledge.files import shown_name
from bot.knowledge.price_entries import Conditions, Side, TokenRange
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.schema_prices import PriceShape
from bot.knowledge.yaml_text import MAX_BYTES, read_yaml
from bot.quantities import MILLION, THOUSAND

MODEL, SELLER, CURRENCY, PER = "model", "seller", "currency", "per"
_ABOUT_ROWS: Final = (MODEL, SELLER, CURRENCY, PER)
_KEYS: Final = ("format", "rows", SELLER, CURRENCY, PER, "columns")
_FORMATS: Final = ("csv", "json")
_WINDOWS: Final = ("peak", "off-peak")
_MODES: Final = tuple(
    mode for part in get_args(PriceShape.model_fields["mode"].annotation) for mode in get_args(part) if mode is not None
)
_AMOUNT: Final = "amount"
"""The price of input and output alike."""


class ListError(Exception):
    """A price list or its mapping cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Charged:
    """What a column gives the price of; without a side it is input and output alike."""

    side: Side | None
    conditions: Conditions


@dataclass(frozen=True, slots=True)
class ListMapping:
    """How a list is read: ``columns`` by what they say, ``prices`` by what is charged there.

    A column of JSON is a path with dots, ``@1`` the key at the first ``*`` of the way to the rows. Where a row does not say
    its seller or currency or the number of tokens, those given here count; without a seller it is each model's vendor.
    """

    columns: Mapping[str, str]
    prices: Mapping[Charged, str]
    format: str | None = None
    rows: tuple[str, ...] = ()
    seller: str | None = None
    currency: str | None = None
    per: Decimal = MILLION


def read_mapping(file: Path | None, options: Mapping[str, str], columns: Iterable[str]) -> ListMapping:
    """The mapping in a file, over which options and columns (``input=Price in``) of the command go.

    Raises:
        ListError: it cannot be read, or does not say enough.
    """
    told: dict[str, object] = {} if file is None else _read(file)
    told |= options
    if unknown := next((key for key in told if key not in _KEYS), None):
        raise ListError(f"unknown key {harmless(unknown)}; known are {', '.join(_KEYS)}")
    mapped = told.get("columns", {})
    if not isinstance(mapped, dict):
        raise ListError("columns: is no mapping; write `model: the name of the column` and the like under it")
    named = {key: _text(key, value) for key, value in mapped.items()}
    for column in columns:
        key, equals, name = column.partition("=")
        if not equals:
            raise ListError(f"--column {harmless(column)}: write WHAT=COLUMN, such as input=Price")
        named[key.strip()] = name
    return _mapping({key: _text(key, value) for key, value in told.items() if key != "columns"}, named)


def _read(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as opened:
            value = read_yaml(shown_name(file), opened.read(MAX_BYTES + 1)).value
    except OSError as error:
        raise ListError(f"{shown_name(file)} cannot be read: {error.strerror}") from None
    except KnowledgeError as error:
        raise ListError(str(error).partition("\n")[0]) from None
    if not isinstance(value, dict):
        raise ListError(f"{shown_name(file)} is no mapping; it holds {', '.join(_KEYS)}")
    return dict(value)


def _text(key: str, value: object) -> str:
    if isinstance(value, (str, Decimal)):
        return str(value)
    raise ListError(f"{harmless(key)}: is no text")


def _mapping(told: Mapping[str, str], columns: Mapping[str, str]) -> ListMapping:
    if told.get("format", "csv") not in _FORMATS:
        raise ListError(f"format: is none of {', '.join(_FORMATS)}")
    if MODEL not in columns:
        raise ListError("no column for `model`: without it nobody knows whose price a row is")
    prices = {charged(key): column for key, column in columns.items() if key not in _ABOUT_ROWS}
    if not prices:
        raise ListError("no column of a price: name one for `input`, `output` or the like")
    if CURRENCY not in columns and CURRENCY not in told:
        raise ListError("no currency: give it as `currency: USD`, or name the column that has it")
    per = amount(told[PER]) if PER in told else MILLION
    if not per:
        raise ListError(f"per: {harmless(told[PER])} is no number of tokens; write 1000000, 1M or 1K")
    return ListMapping(
        columns={key: column for key, column in columns.items() if key in _ABOUT_ROWS},
        prices=prices,
        format=told.get("format"),
        rows=tuple(filter(None, told.get("rows", "").split("."))),
        seller=told.get(SELLER),
        currency=told.get(CURRENCY),
        per=per,
    )


def charged(key: str) -> Charged:
    """What the words before a column mean: ``input``, ``batch output``, ``off-peak input``, ``input above 200000``.

    Raises:
        ListError: one of the words means nothing.
    """
    words = key.split()
    side, mode, window, tier = None, None, None, None
    sided = False
    while words:
        word = words.pop(0)
        if word in (_AMOUNT, *Side) and not sided:
            side, sided = (None if word == _AMOUNT else Side(word)), True
        elif word in _MODES and mode is None:
            mode = word
        elif word in _WINDOWS and window is None:
            window = word
        elif word == "above" and words and (low := amount(words[0])):
            tier = TokenRange(low)
            words.pop(0)
        else:
            sides = ", ".join((_AMOUNT, *Side))
            raise ListError(
                f"column `{harmless(key)}`: `{harmless(word)}` is none of {sides}, which may have {', '.join(_MODES)}, "
                f"{', '.join(_WINDOWS)} before and `above 200000` behind them"
            )
    if not sided:
        raise ListError(f"column `{harmless(key)}`: names no side, such as input")
    return Charged(side, Conditions(mode=mode, window=window, input_tokens=tier))


_SCALES: Final = {"k": THOUSAND, "m": MILLION}
_LONGEST: Final = 40
_EXPONENT: Final = 30


def amount(text: str) -> Decimal | None:
    """A number that is not negative, as lists write it (``$1,200.50``, ``1e-06``, ``1M``); ``None`` where it is none."""
    plain = text.strip().lstrip("$¥€£ ").replace(",", "").replace("_", "").rstrip()
    scale = _SCALES.get(plain[-1:].lower())
    plain = plain[:-1] if scale is not None else plain
    if not 0 < len(plain) <= _LONGEST or not plain.isascii() or not (plain[0].isdigit() or plain[0] == "."):
        return None
    try:
        value = Decimal(plain)
    except ArithmeticError:
        return None
    if not value.is_finite() or value < 0 or abs(value.adjusted()) > _EXPONENT:
        return None
    return value if scale is None else value * scale
