"""Questions that commands ask: known as such, so that no sentence has to be understood first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.answers import Kind, Order, Question, Topic
from bot.codes import encode
from bot.knowledge.load import short_code

ALL_PRICES: Final = Question(Kind.RANK, order=Order.ASCENDING)

BY_COMMAND: Final[Mapping[str, Question]] = {
    "cheapest": Question(Kind.RANK, order=Order.CHEAPEST),
    "models": Question(Kind.HELP, topic=Topic.MODELS),
    "sources": Question(Kind.HELP, topic=Topic.SOURCES),
}


def code_of(question: Question) -> str:
    """The code of a question that is short enough to have one."""
    code = encode(question, _Ids())
    assert code is not None
    return code


class _Ids:
    """Codes of ids, for writing only."""

    def code_of(self, id_: str) -> str:
        return short_code(id_)

    def id_of(self, _code: str) -> str | None:
        return None
