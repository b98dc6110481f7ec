"""Work and sums of which each model has its own."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.questions.phrases.slots import Slots
from bot.questions.phrases.work_per_model import own_sums
from tests.conftest import DOUBAO, GLM, Asked, answers, values


@pytest.mark.parametrize(
    "text",
    [
        "豆包30万输入10万输出和GLM50万输入5万输出哪个便宜",
        "30万输入10万输出用豆包，50万输入5万输出用GLM，一共多少钱",
        "Doubao 300k in 100k out and GLM 500k in 50k out, total cost",
    ],
)
def test_amounts_on_sides_of_each_model(slotted: Callable[[str], Slots], text: str) -> None:
    found = [(load.subject, load.side, load.amount.value.exact) for load in slotted(text).loads[0]]
    assert found == [
        (DOUBAO, "input", Decimal(300_000)),
        (DOUBAO, "output", Decimal(100_000)),
        (GLM, "input", Decimal(500_000)),
        (GLM, "output", Decimal(50_000)),
    ]


def test_amounts_that_are_shared_have_no_owner(slotted: Callable[[str], Slots]) -> None:
    loads, _ = slotted("豆包和GLM，输入200万输出100万，哪个便宜").loads
    assert [load.subject for load in loads] == [None, None]


def test_sums_of_each_model(slotted: Callable[[str], Slots]) -> None:
    found = own_sums(slotted("5块钱豆包加5块钱GLM一共多少token"))
    assert found is not None
    assert [(model, money.value.exact) for model, money in found[0]] == [(DOUBAO, Decimal(5)), (GLM, Decimal(5))]


@pytest.mark.parametrize("text", ["10块买豆包还是GLM", "豆包和GLM，10块和20块各能买多少", "10块和20块能买多少豆包"])
def test_sums_that_are_shared(slotted: Callable[[str], Slots], text: str) -> None:
    assert own_sums(slotted(text)) is None


def test_what_all_sums_buy_together(asked: Asked) -> None:
    reply = asked("10块买豆包，20块买GLM")
    assert values(reply) == [(DOUBAO, "12500000", "token"), (GLM, "40000000", "token")]
    assert [each["value"] for each in reply["results"] if each["role"] == "also"] == ["52500000"]
    assert "5250万" in reply["text"].splitlines()[0]


def test_one_model_is_no_contest(asked: Asked) -> None:
    reply = asked("豆包100万token和200万token各多少钱")
    assert len(answers(reply)) == 2
    assert "最便宜" not in reply["text"]
    assert "最多" not in asked("一块钱买GPT-4o能买多少")["text"]


@pytest.mark.parametrize(
    "text",
    [
        "120M tokens on Doubao and 80M tokens on GLM, what are the two costs",
        "120M tokens on Doubao and 80M on GLM, what do the two models cost",
    ],
)
def test_a_number_of_models_is_no_amount(slotted: Callable[[str], Slots], text: str) -> None:
    found = [(load.subject, load.amount.value.exact) for load in slotted(text).loads[0]]
    assert found == [(DOUBAO, Decimal(120_000_000)), (GLM, Decimal(80_000_000))]
