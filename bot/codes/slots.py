"""The slots of a question as fields of its code: the letter of each, what writes its value after it, and what reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any, Final

from bot.codes.amounts import money_code, number_code, read_money, read_number, read_unit_price, unit_price_code
from bot.codes.errors import BadCodeError
from bot.codes.ids import IdCodes, ids_code, read_id, read_ids
from bot.codes.letters import BASELINES, ORDERS, SIDES, TARGETS, TOPICS, TRAITS, UNPRICED, value_of
from bot.codes.loads import load_code, loads_code, read_load, read_loads
from bot.codes.terms import read_terms, terms_code
from bot.question import Question, Trait

Field = tuple[str, Callable[..., str], Callable[..., Any]]
"""A letter, what writes a slot's value after it, and what reads it."""


def _target(value: str) -> str:
    return TARGETS.get(value, value)


def _read_target(text: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", text):
        return text
    return str(value_of(TARGETS, text))


def _letters(letters: dict[Any, str]) -> tuple[Callable[..., str], Callable[..., Any]]:
    return (lambda value, ids: letters[value]), (lambda text, ids: value_of(letters, text))


def _list(write: Callable[..., str], read: Callable[..., Any]) -> tuple[Callable[..., str], Callable[..., Any]]:
    return (
        lambda values, ids: "_".join(write(value, ids) for value in values),
        lambda text, ids: tuple(read(part, ids) for part in text.split("_")),
    )


def _read_flag(text: str, _: IdCodes) -> bool:
    if text:
        raise BadCodeError(text)
    return True


def _read_traits(text: str) -> tuple[Trait, ...]:
    if not text or len(set(text)) < len(text):
        raise BadCodeError(text)
    return tuple(value_of(TRAITS, letter) for letter in text)


def _read_positive(text: str) -> Decimal:
    number = read_number(text)
    if not number:
        raise BadCodeError(text)
    return number


def _read_place(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]?", text):
        raise BadCodeError(text)
    return int(text)


def _read_day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{8}", text):
        raise BadCodeError(text)
    return date(int(text[:4]), int(text[4:6]), int(text[6:]))


_FLAG: Final = (lambda value, ids: "", _read_flag)
FIELDS: Final[dict[str, Field]] = {
    "subjects": ("s", ids_code, read_ids),
    "money": ("m", *_list(lambda value, ids: money_code(value), lambda text, ids: read_money(text))),
    "loads": ("l", loads_code, read_loads),
    "unit_price": (
        "u",
        lambda value, ids: unit_price_code(value),
        lambda text, ids: read_unit_price(text),
    ),
    "other_price": (
        "w",
        lambda value, ids: unit_price_code(value),
        lambda text, ids: read_unit_price(text),
    ),
    "terms": ("T", lambda value, ids: terms_code(value), lambda text, ids: read_terms(text)),
    "target": ("t", lambda value, ids: _target(value), lambda text, ids: _read_target(text)),
    "per": ("p", lambda value, ids: number_code(value), lambda text, ids: read_number(text)),
    "side": ("d", *_letters(SIDES)),
    "size": ("z", load_code, read_load),
    "days": ("y", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "order": ("o", *_letters(ORDERS)),
    "limit": ("n", lambda value, ids: str(value), lambda text, ids: _read_place(text)),
    "nth": ("N", lambda value, ids: str(value), lambda text, ids: _read_place(text)),
    "excluded": ("e", ids_code, read_ids),
    "paid_only": ("P", *_FLAG),
    "cheaper_than": ("c", lambda value, ids: ids.code_of(value), read_id),
    "dearer": ("D", *_FLAG),
    "below": ("B", *_FLAG),
    "apart": ("E", *_FLAG),
    "times": ("x", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "among": ("X", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "traits": (
        "I",
        lambda value, ids: "".join(TRAITS[each] for each in value),
        lambda text, ids: _read_traits(text),
    ),
    "everything": ("A", *_FLAG),
    "sellers": ("V", *_FLAG),
    "baseline": ("b", *_letters(BASELINES)),
    "alongside": ("L", lambda value, ids: ids.code_of(value), read_id),
    "versus": ("v", lambda value, ids: ids.code_of(value), read_id),
    "facts": ("f", ids_code, read_ids),
    "topic": ("h", *_letters(TOPICS)),
    "factor": ("k", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "supposed_of": ("K", lambda value, ids: ids.code_of(value), read_id),
    "unpriced": ("q", *_letters(UNPRICED)),
    "since": ("S", lambda value, ids: f"{value:%Y%m%d}", lambda text, ids: _read_day(text)),
    "earlier": ("Y", ids_code, read_ids),
    "whole": ("W", *_FLAG),
    "as_of": ("a", lambda value, ids: f"{value:%Y%m%d}", lambda text, ids: _read_day(text)),
}

assert {field.name for field in fields(Question)} == {"kind", *FIELDS}, "every slot needs a letter"
