"""Whether the one model named is the cheapest or the dearest."""

from __future__ import annotations

import pytest

from bot.answers import Order
from bot.questions.frames.first_place import asked_first
from tests.conftest import DOUBAO, GLM, TINY, Asked
from tests.questions.conftest import Slotted


@pytest.mark.parametrize(
    ("text", "order", "model"),
    [
        ("文心是不是最贵的", Order.DEAREST, TINY),
        ("係咪文心最貴", Order.DEAREST, TINY),
        ("智谱最便宜吗", Order.CHEAPEST, GLM),
        ("最便宜的是豆包吗", Order.CHEAPEST, DOUBAO),
        ("is GLM the cheapest one?", Order.CHEAPEST, GLM),
        ("除了MiniCPM，GLM是不是最便宜的", Order.CHEAPEST, GLM),
    ],
)
def test_one_model_is_asked_about(slotted: Slotted, text: str, order: Order, model: str) -> None:
    assert asked_first(slotted(text), order) == model


@pytest.mark.parametrize(
    "text",
    [
        "豆包最便宜的模型好吗",
        "is the cheapest Doubao model free?",
        "豆包和GLM哪个最便宜",
        "最便宜的是哪家",
        "GLM不是最便宜的吧",
    ],
)
def test_no_model_is_asked_about(slotted: Slotted, text: str) -> None:
    assert asked_first(slotted(text), Order.CHEAPEST) is None


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("文心是不是最贵的", "是的。"),
        ("智谱最便宜吗", "不是。"),
        ("Is MiniCPM the cheapest model?", "Yes."),
        ("GLM是不是第二便宜", "是的。"),
    ],
)
def test_yes_or_no_comes_first(asked: Asked, text: str, verdict: str) -> None:
    assert asked(text)["text"].splitlines()[0] == verdict
