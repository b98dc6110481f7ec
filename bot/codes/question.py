"""The short text form of a Question, which reads back to the same Question.

Of the characters ``A-Za-z0-9_-``, at most 60 where a button carries it: a letter for the kind, then a field for each slot that is filled, joined by
``-``. Ids stand as their codes (see :mod:`bot.codes.ids`), numbers as digits with a power of ten (``8n4`` is 0.0008, ``2e6`` two
million), ranges as two numbers around ``r``. The form is what buttons, deep links and inline results carry, so fields
may be added, but a letter never changes its meaning.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Any, Final

from bot.codes.errors import BadCodeError
from bot.codes.ids import IdCodes
from bot.codes.slots import FIELDS
from bot.question import Question
from bot.questions.kinds.handlers import handlers, kind_of_letter
from bot.well_formed import is_well_formed

MAX_CODE_LENGTH: Final = 60
"""Characters of a code that a button or a link carries."""
MOST_KEPT: Final = 240
"""Characters of a code that is only kept, for what follows the question."""

_SLOTS: Final = attrgetter(*FIELDS)
"""All slots of a question, in the order of their fields."""
_WRITERS: Final = tuple(FIELDS.values())


def encode(question: Question, ids: IdCodes | None, longest: int = MAX_CODE_LENGTH) -> str | None:
    """The code of a question, or ``None`` where it does not fit, or a value into no field.

    ``ids`` may be left out for a question that names nothing.
    """
    parts = [handlers()[question.kind].letter]
    try:
        for place, value in enumerate(_SLOTS(question)):
            if value is not None and value is not False and value != ():
                letter, write, _ = _WRITERS[place]
                parts.append(letter + write(value, ids))
    except (BadCodeError, KeyError):
        return None
    code = "-".join(parts)
    return code if len(code) <= longest else None


def decode(code: str, ids: IdCodes) -> Question | None:
    """The question of a code; ``None`` where it is none, names what is no longer known, or asks what nobody could."""
    if not code or len(code) > MOST_KEPT:
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


def _read_field(part: str, ids: IdCodes) -> tuple[str, Any]:
    for name, (letter, _, read) in FIELDS.items():
        if part.startswith(letter):
            return name, read(part[len(letter) :], ids)
    raise BadCodeError(part)
