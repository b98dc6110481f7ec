"""What work costs before and after a cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from bot.questions.kinds.cut_costs import read
from bot.questions.phrases.slots import Slots
from tests.conftest import DOUBAO, GLM, Asked, answers


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1亿token GLM降价前后差多少钱", 100_000_000),
        ("GLM降价前后100万token差多少钱", 1_000_000),
        ("what do 10M GLM tokens cost before and after the cut", 10_000_000),
        ("how much do I save on 10M GLM tokens since the cut", 10_000_000),
    ],
)
def test_the_change_of_a_cost_is_asked_for(slotted: Callable[[str], Slots], text: str, tokens: int) -> None:
    found = read(slotted(text))
    assert found is not None
    assert [load.amount.value.exact for load in found.question.loads] == [Decimal(tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "GLM降价前1亿token多少钱",
        "GLM降价前后差多少",
        "如果GLM再降价50%，1亿token能省多少钱",
        "1亿token GLM比豆包便宜多少",
    ],
)
def test_something_else_is_asked_for(slotted: Callable[[str], Slots], text: str) -> None:
    assert read(slotted(text)) is None


def test_both_costs_and_their_difference(asked: Asked) -> None:
    reply = asked("1亿token GLM降价前后差多少钱")
    assert [(each["subject"], each["value"]) for each in answers(reply)] == [(GLM, "500"), (GLM, "50")]
    assert [each["value"] for each in reply["results"] if each["role"] == "difference"] == ["450"]
    assert "500 − 50 = 450" in reply["steps"]
    assert "glm-cut" in reply["facts"]
    assert "90%" in reply["text"]


def test_no_earlier_price(asked: Asked) -> None:
    reply = asked("1亿token豆包降价前后差多少钱")
    assert [(each["subject"], each["value"]) for each in answers(reply)] == [(DOUBAO, "80")]
    assert reply["text"].startswith("没有")


def test_a_dated_price_before(asked_small: Asked) -> None:
    reply = asked_small("1亿token的Anvil降价前后差多少钱")
    assert [each["value"] for each in answers(reply)] == ["400", "100"]
    assert [each["value"] for each in reply["results"] if each["role"] == "difference"] == ["300"]


def test_a_price_that_rose_since(asked_small: Asked) -> None:
    reply = asked_small("1亿token的Anvil降价前后差多少钱", as_of=date(2024, 10, 1))
    assert [each["value"] for each in reply["results"] if each["role"] == "difference"] == ["200"]
    assert "比之前多" in reply["text"].splitlines()[0]
