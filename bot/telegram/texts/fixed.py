"""Questions that commands ask: known as such, so that no sentence has to be understood first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.codes.question import encode
from bot.question import Kind, Order, Question

ALL_PRICES: Final = Question(Kind.RANK, order=Order.ASCENDING)

BY_COMMAND: Final[Mapping[str, Question]] = {
    "cheapest": Question(Kind.RANK, order=Order.CHEAPEST),
}


def code_of(question: Question) -> str:
    """The code of a question that names nothing, whatever is known."""
    code = encode(question, None)
    assert code is not None
    return code
