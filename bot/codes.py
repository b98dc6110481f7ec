"""The short text form of a Question, which reads back to the same Question.

At most 60 characters of ``A-Za-z0-9_-``: a letter for the kind, then a field for each slot that is filled, joined by
``-``. Ids stand as their codes (see :mod:`bot.idcodes`), numbers as digits with a power of ten (``8n4`` is 0.0008, ``2e6`` two
million), ranges as two numbers around ``r``. The form is what buttons, deep links and inline results carry, so fields
may be added, but a letter never changes its meaning.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Any, Final, Protocol

from bot.amountcodes import (
    NUMBER,
    BadCodeError,
    money_code,
    number_code,
    range_code,
    read_money,
    read_number,
    read_range,
    read_unit_price,
    unit_price_code,
)
from bot.idcodes import CODE
from bot.quantities import (
    ARITHMETIC,
    CALL,
    CHARACTER,
    COPY,
    DAY,
    HOUR,
    IMAGE,
    PAGE,
    PERCENT,
    REQUEST,
    TIMES,
    TOKEN,
    WORD,
    ZERO,
    Quantity,
)
from bot.question import Baseline, Load, Order, Question, Terms, Topic, Trait, Unpriced
from bot.questions.kinds.handlers import handlers, kind_of_letter
from bot.well_formed import is_well_formed

MAX_CODE_LENGTH: Final = 60

_UNITS: Final = {
    TOKEN: "t", CHARACTER: "c", WORD: "w", CALL: "k", COPY: "y", DAY: "d", HOUR: "h", IMAGE: "m", PAGE: "a", REQUEST: "u",
}  # fmt: skip
_UNIT_OF: Final = {letter: unit for unit, letter in _UNITS.items()}
_TRAITS: Final = {Trait.OPEN_WEIGHTS: "o", Trait.PICTURES: "p"}
_ORDERS: Final = {
    Order.CHEAPEST: "c",
    Order.DEAREST: "d",
    Order.ASCENDING: "a",
    Order.DESCENDING: "z",
    Order.FREE: "f",
    Order.OFFER: "o",
}
_TOPICS: Final = {Topic.ABILITIES: "a", Topic.MODELS: "m", Topic.SOURCES: "s"}
_BASELINES: Final = {Baseline.BEFORE: "b", Baseline.INDUSTRY: "i"}
_UNPRICED: Final = {
    Unpriced.TUNING: "t", Unpriced.TRAINING: "n", Unpriced.SEARCH: "w", Unpriced.HOSTING: "h",
    Unpriced.BATCH: "b", Unpriced.LONG: "l", Unpriced.IMAGES: "i", Unpriced.SPEECH: "s",
    Unpriced.EMBEDDING: "e", Unpriced.SUBSCRIPTION: "p", Unpriced.CACHE: "c", Unpriced.DISCOUNT: "d",
    Unpriced.SUPPOSITION: "x", Unpriced.FLEX: "f", Unpriced.PRIORITY: "r", Unpriced.FAST: "a",
}  # fmt: skip
_SIDES: Final = {
    "input": "i", "output": "o", "cached_input": "c", "thinking": "t", "cache_write": "w", "audio_input": "a",
    "audio_output": "b", "image_input": "p", "image_output": "q",
}  # fmt: skip
_TARGETS: Final = {**_UNITS, PERCENT: "p", TIMES: "x", "price": "q", "change": "g", "jiao": "j", "fen": "f", "li": "l"}


_Field = tuple[str, Callable[..., str], Callable[..., Any]]
"""A letter, what writes a slot's value after it, and what reads it."""


class IdCodes(Protocol):
    """Codes of ids and ids of codes."""

    def code_of(self, id_: str) -> str: ...
    def id_of(self, code: str) -> str | None: ...


class Draft:
    """A question written out slot by slot, of which some may be changed before they are joined to a code.

    ``ids`` may be left out for a question that names nothing.
    """

    __slots__ = ("_kind", "_texts")

    def __init__(self, question: Question, ids: IdCodes | None = None) -> None:
        self._kind = handlers()[question.kind].letter
        self._texts: list[str | None] = [""] * len(_FIELDS)
        for place, value in enumerate(_SLOTS(question)):
            if value is not None and value is not False and value != ():
                self._texts[place] = _written(_WRITERS[place], value, ids)

    def code(self, ids: IdCodes | None = None, **changed: Any) -> str | None:
        """The code with the slots ``changed``, or ``None`` where it does not fit."""
        texts = self._texts
        if changed:
            texts = texts.copy()
            for name, value in changed.items():
                texts[_PLACES[name]] = _written(_FIELDS[name], value, ids)
        if None in texts:
            return None
        code = "-".join([self._kind, *filter(None, texts)])
        return code if len(code) <= MAX_CODE_LENGTH else None


def encode(question: Question, ids: IdCodes) -> str | None:
    """The code of a question, or ``None`` where it does not fit."""
    return Draft(question, ids).code(ids)


def decode(code: str, ids: IdCodes) -> Question | None:
    """The question of a code; ``None`` where it is none, names what is no longer known, or asks what nobody could."""
    if not code or len(code) > MAX_CODE_LENGTH:
        return None
    letter, *parts = code.split("-")
    kind = kind_of_letter(letter)
    if kind is None:
        return None
    try:
        values = dict(_read_field(part, ids) for part in parts)
        question = Question(kind, **values)
    except (BadCodeError, IndexError, ArithmeticError, ValueError):
        return None
    return question if len(values) == len(parts) and is_well_formed(question) else None


def _written(field: _Field, value: Any, ids: IdCodes | None) -> str | None:
    """A slot as a field of a code, nothing for an empty one; ``None`` for a value that no field can hold."""
    if value is None or value is False or value == ():
        return ""
    letter, write, _ = field
    try:
        return letter + write(value, ids)
    except (BadCodeError, KeyError):
        return None


def _read_field(part: str, ids: IdCodes) -> tuple[str, Any]:
    for name, (letter, _, read) in _FIELDS.items():
        if part.startswith(letter):
            return name, read(part[len(letter) :], ids)
    raise BadCodeError(part)


def _ids(value: tuple[str, ...], ids: IdCodes) -> str:
    return "".join(ids.code_of(id_) for id_ in value)


_FIND_CODES: Final = re.compile(CODE).findall
_IS_CODES: Final = re.compile(f"{CODE}+").fullmatch


def _read_ids(text: str, ids: IdCodes) -> tuple[str, ...]:
    if not _IS_CODES(text):
        raise BadCodeError(text)
    found = tuple(ids.id_of(code) for code in _FIND_CODES(text))
    if None in found:
        raise BadCodeError(text)
    return tuple(id_ for id_ in found if id_ is not None)


def _read_id(text: str, ids: IdCodes) -> str:
    return _read_ids(text, ids)[0]


def _load(load: Load, ids: IdCodes) -> str:
    text = range_code(load.amount.value) + _UNITS[load.amount.unit]
    text += "".join(f"x{number_code(factor)}" for factor in load.times)
    text += f"s{_SIDES[load.side]}" if load.side else ""
    text += "R" if load.request else ""
    for letter, value in (("F", load.free), ("H", load.heads), ("E", load.every)):
        text += f"{letter}{number_code(value)}" if value is not None else ""
    text += _lasting(load)
    text += f"W{ids.code_of(load.work)}" if load.work else ""
    return text + (f"M{ids.code_of(load.subject)}" if load.subject else "")


def _lasting(load: Load) -> str:
    """How often the period of a load comes; as the seconds of all, where that is a number with an end: 30 days in weeks."""
    if load.lasting is None:
        return ""
    if load.every and len(load.lasting.as_tuple().digits) > _FEW_DIGITS:
        seconds = ARITHMETIC.multiply(load.lasting, load.every).to_integral_value()
        if ARITHMETIC.divide(seconds, load.every) == load.lasting:
            return f"S{number_code(seconds)}"
    return f"L{number_code(load.lasting)}"


_FEW_DIGITS: Final = 8
_LOAD: Final = re.compile(
    rf"([0-9enr]+)([a-z])((?:x{NUMBER})*)(?:s([ioctwabpq]))?(R)?(?:F({NUMBER}))?(?:H({NUMBER}))?(?:E({NUMBER}))?(?:([LS])({NUMBER}))?"
    rf"(?:W({CODE}))?(?:M({CODE}))?"
)


def _read_load(text: str, ids: IdCodes) -> Load:
    match = _LOAD.fullmatch(text)
    if match is None or match[2] not in _UNIT_OF:
        raise BadCodeError(text)
    times = tuple(read_number(factor) for factor in match[3].split("x")[1:])
    free, heads, every, lasting = (read_number(match[at]) if match[at] else None for at in (6, 7, 8, 10))
    if match[9] == "S" and lasting is not None:
        lasting = ARITHMETIC.divide(lasting, every or ZERO)
    work = _read_id(match[11], ids) if match[11] else None
    side = _find(_SIDES, match[4]) if match[4] else None
    subject = _read_id(match[12], ids) if match[12] else None
    return Load(
        Quantity(read_range(match[1]), _UNIT_OF[match[2]]),
        times,
        work,
        side,
        subject,
        bool(match[5]),
        free,
        heads,
        every,
        lasting,
    )


def _loads(loads: tuple[Load, ...], ids: IdCodes) -> str:
    return "_".join(_load(load, ids) for load in loads)


def _read_loads(text: str, ids: IdCodes) -> tuple[Load, ...]:
    """Loads joined by ``_``, which may be a part of the code of an id as well."""
    found: list[Load] = []
    part: str | None = None
    for piece in text.split("_"):
        part = piece if part is None else f"{part}_{piece}"
        if _LOAD.fullmatch(part):
            found.append(_read_load(part, ids))
            part = None
    if part is not None:
        raise BadCodeError(text)
    return tuple(found)


_MODES: Final = {"batch": "b", "flex": "f", "priority": "p", "fast": "q", "thinking": "t"}
_LIVES: Final = {"5m": "m", "1h": "h"}
_WINDOWS: Final = {"peak": "p", "off-peak": "o", "both": "b"}
_TERMS: Final = re.compile(rf"(?:m([bfpqt]))?(?:c([mh]))?(?:w([pob]))?(?:r({NUMBER}))?(?:b({NUMBER}))?(L)?")


def _terms(terms: Terms) -> str:
    text = f"m{_MODES[terms.mode]}" if terms.mode else ""
    text += f"c{_LIVES[terms.cache_life]}" if terms.cache_life else ""
    text += f"w{_WINDOWS[terms.window]}" if terms.window else ""
    text += f"r{number_code(terms.tokens)}" if terms.tokens is not None else ""
    text += f"b{number_code(terms.blend)}" if terms.blend is not None else ""
    return text + ("L" if terms.launch else "")


def _read_terms(text: str) -> Terms:
    match = _TERMS.fullmatch(text)
    if match is None or not text:
        raise BadCodeError(text)
    mode, life, window = (
        _find(letters, letter) if letter else None
        for letters, letter in zip((_MODES, _LIVES, _WINDOWS), match.groups()[:3], strict=True)
    )
    tokens, blend = (read_number(number) if number else None for number in match.groups()[3:5])
    return Terms(mode, life, window, tokens, bool(match[6]), blend)


def _target(value: str) -> str:
    return _TARGETS.get(value, value)


def _read_target(text: str) -> str:
    if re.fullmatch(r"[A-Z]{3}", text):
        return text
    return str(_find(_TARGETS, text))


def _find(letters: dict[Any, str], letter: str) -> Any:
    for value, known in letters.items():
        if known == letter:
            return value
    raise BadCodeError(letter)


def _letters(letters: dict[Any, str]) -> tuple[Callable[..., str], Callable[..., Any]]:
    return (lambda value, ids: letters[value]), (lambda text, ids: _find(letters, text))


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
    return tuple(_find(_TRAITS, letter) for letter in text)


_FLAG: Final = (lambda value, ids: "", _read_flag)
_FIELDS: Final[dict[str, _Field]] = {
    "subjects": ("s", _ids, _read_ids),
    "money": ("m", *_list(lambda value, ids: money_code(value), lambda text, ids: read_money(text))),
    "loads": ("l", _loads, _read_loads),
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
    "terms": ("T", lambda value, ids: _terms(value), lambda text, ids: _read_terms(text)),
    "target": ("t", lambda value, ids: _target(value), lambda text, ids: _read_target(text)),
    "per": ("p", lambda value, ids: number_code(value), lambda text, ids: read_number(text)),
    "side": ("d", *_letters(_SIDES)),
    "size": ("z", _load, _read_load),
    "days": ("y", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "order": ("o", *_letters(_ORDERS)),
    "limit": ("n", lambda value, ids: str(value), lambda text, ids: _read_place(text)),
    "nth": ("N", lambda value, ids: str(value), lambda text, ids: _read_place(text)),
    "excluded": ("e", _ids, _read_ids),
    "paid_only": ("P", *_FLAG),
    "cheaper_than": ("c", lambda value, ids: ids.code_of(value), _read_id),
    "dearer": ("D", *_FLAG),
    "below": ("B", *_FLAG),
    "apart": ("E", *_FLAG),
    "times": ("x", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "among": ("X", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "traits": (
        "I",
        lambda value, ids: "".join(_TRAITS[each] for each in value),
        lambda text, ids: _read_traits(text),
    ),
    "everything": ("A", *_FLAG),
    "sellers": ("V", *_FLAG),
    "baseline": ("b", *_letters(_BASELINES)),
    "versus": ("v", lambda value, ids: ids.code_of(value), _read_id),
    "facts": ("f", _ids, _read_ids),
    "topic": ("h", *_letters(_TOPICS)),
    "factor": ("k", lambda value, ids: number_code(value), lambda text, ids: _read_positive(text)),
    "supposed_of": ("K", lambda value, ids: ids.code_of(value), _read_id),
    "unpriced": ("q", *_letters(_UNPRICED)),
    "since": ("S", lambda value, ids: f"{value:%Y%m%d}", lambda text, ids: _read_day(text)),
    "as_of": ("a", lambda value, ids: f"{value:%Y%m%d}", lambda text, ids: _read_day(text)),
}


_SLOTS: Final = attrgetter(*_FIELDS)
"""All slots of a question, in the order of their fields."""
_WRITERS: Final = tuple(_FIELDS.values())
_PLACES: Final = {name: place for place, name in enumerate(_FIELDS)}


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


assert {field.name for field in fields(Question)} == {"kind", *_FIELDS}, "every slot needs a letter"
