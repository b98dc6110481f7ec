"""Copies of known works, each work with its own number."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.questions.phrases.slots import Slots
from tests.conftest import GLM, Asked, values


@pytest.mark.parametrize(
    ("text", "copies"),
    [
        ("三国演义和西游记用GLM各要多少钱", [("three-kingdoms", 1), ("journey-to-the-west", 1)]),
        ("三国演义、西游记各写三本，GLM多少钱", [("three-kingdoms", 3), ("journey-to-the-west", 3)]),
        ("2本三体加3本红楼梦GLM多少钱", [("three-body", 2), ("red-chamber", 3)]),
        ("how much would 3 novels cost on GLM", [("long-novel", 3)]),
        ("cost of five Journey to the Wests with GLM", [("journey-to-the-west", 5)]),
        ("1 copy of Harry Potter and 2 of War and Peace on GLM, cost", [("harry-potter", 1), ("war-and-peace", 2)]),
        ("红楼梦3本用GLM要多少钱", [("red-chamber", 3)]),
    ],
)
def test_copies_of_works(slotted: Callable[[str], Slots], text: str, copies: list[tuple[str, int]]) -> None:
    loads, _ = slotted(text).loads
    assert [(load.work, load.amount.value.exact) for load in loads] == [(work, Decimal(n)) for work, n in copies]


def test_each_work_has_its_own_cost(asked: Asked) -> None:
    reply = asked("三国演义和西游记用GLM各要多少钱")
    assert values(reply) == [(GLM, "0.75", "CNY"), (GLM, "0.82", "CNY")]
    assert "《三国演义》" in reply["text"] and "《西游记》" in reply["text"]
