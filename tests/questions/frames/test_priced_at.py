"""Models asked for by their price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.frames.priced_at import models_priced_at
from bot.questions.phrases.slots import Slots
from tests.conftest import DOUBAO, GLM, TINY, Asked, values


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("哪个模型0.5元一百万", GLM),
        ("一块钱两百万的是哪家", GLM),
        ("邊間一蚊一百萬token", TINY),
        ("谁家是0.8元每百万tokens", DOUBAO),
        ("which model is 0.8 yuan per million", DOUBAO),
        ("who charges 1 yuan per million tokens", TINY),
    ],
)
def test_the_model_with_a_price(asked: Asked, text: str, model: str) -> None:
    assert [subject for subject, _, _ in values(asked(text))] == [model]


@pytest.mark.parametrize(
    "text",
    [
        "哪个模型比0.5元一百万便宜",
        "哪家2元一百万",
        "豆包是不是0.8元每百万",
        "哪家1元能买多少tokens",
        "哪些低于1元每百万tokens",
    ],
)
def test_no_model_is_asked_for_by_its_price(slotted: Callable[[str], Slots], text: str) -> None:
    assert models_priced_at(slotted(text)) is None
