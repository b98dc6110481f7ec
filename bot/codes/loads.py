"""Amounts of work as parts of codes: ``5e2tx1e3`` is 500 tokens a thousand times."""

from __future__ import annotations

import re
from typing import Final

from bot.codes.amounts import NUMBER, number_code, range_code, read_number, read_range
from bot.codes.errors import BadCodeError
from bot.codes.ids import CODE, IdCodes, read_id
from bot.codes.letters import SIDES, UNITS, value_of
from bot.quantities import ARITHMETIC, ZERO, Quantity
from bot.question import Load

_FEW_DIGITS: Final = 8
_LOAD: Final = re.compile(
    rf"([0-9enr]+)([a-z])((?:x{NUMBER})*)(?:s([ioctwabpq]))?(R)?(?:F({NUMBER}))?(?:H({NUMBER}))?(?:E({NUMBER}))?(?:([LS])({NUMBER}))?"
    rf"(?:W({CODE}))?(?:M({CODE}))?"
)


def load_code(load: Load, ids: IdCodes) -> str:
    """A load: its amount, what it is taken times, and what else is said of it, each after a letter."""
    text = range_code(load.amount.value) + UNITS[load.amount.unit]
    text += "".join(f"x{number_code(factor)}" for factor in load.times)
    text += f"s{SIDES[load.side]}" if load.side else ""
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


def read_load(text: str, ids: IdCodes) -> Load:
    """The load of a code.

    Raises:
        BadCodeError: it is none.
    """
    match = _LOAD.fullmatch(text)
    if match is None:
        raise BadCodeError(text)
    times = tuple(read_number(factor) for factor in match[3].split("x")[1:])
    free, heads, every, lasting = (read_number(match[at]) if match[at] else None for at in (6, 7, 8, 10))
    if match[9] == "S" and lasting is not None:
        lasting = ARITHMETIC.divide(lasting, every or ZERO)
    work = read_id(match[11], ids) if match[11] else None
    side = value_of(SIDES, match[4]) if match[4] else None
    subject = read_id(match[12], ids) if match[12] else None
    return Load(
        Quantity(read_range(match[1]), value_of(UNITS, match[2])),
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


def loads_code(loads: tuple[Load, ...], ids: IdCodes) -> str:
    """Loads joined by ``_``."""
    return "_".join(load_code(load, ids) for load in loads)


def read_loads(text: str, ids: IdCodes) -> tuple[Load, ...]:
    """The loads of a code, joined by ``_``, which may be a part of the code of an id as well; raises as :func:`read_load`."""
    found: list[Load] = []
    part: str | None = None
    for piece in text.split("_"):
        part = piece if part is None else f"{part}_{piece}"
        if _LOAD.fullmatch(part):
            found.append(read_load(part, ids))
            part = None
    if part is not None:
        raise BadCodeError(text)
    return tuple(found)
