"""One sum that is divided among models."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.questions.frames.divided_sum import divided
from bot.questions.phrases.slots import Slots
from tests.conftest import DOUBAO, GLM


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("100块一半买豆包一半买GLM", {DOUBAO: 50, GLM: 50}),
        ("100块豆包和GLM各占50%", {DOUBAO: 50, GLM: 50}),
        ("对半分，豆包和GLM一共100块", {DOUBAO: 50, GLM: 50}),
        ("100块七成买GLM，剩下的买豆包", {GLM: 70, DOUBAO: 30}),
        ("100块一成买GLM，两成买豆包", {GLM: 10, DOUBAO: 20}),
        ("100块按1:3分给豆包和GLM", {DOUBAO: 25, GLM: 75}),
        ("100块四六开买豆包和GLM", {DOUBAO: 40, GLM: 60}),
        ("100块买豆包和GLM，豆包占60%，GLM占40%", {DOUBAO: 60, GLM: 40}),
        ("100块里30块买豆包，其余买GLM", {DOUBAO: 30, GLM: 70}),
        ("split 10 yuan between doubao and glm", {DOUBAO: 5, GLM: 5}),
        ("20% of 10 yuan on doubao, the rest on glm", {DOUBAO: 2, GLM: 8}),
    ],
)
def test_each_model_has_its_share(slotted: Callable[[str], Slots], text: str, sums: dict[str, int]) -> None:
    found = divided(slotted(text))
    assert found is not None
    assert {model: money.value.exact for model, money in found.sums} == {id_: Decimal(of) for id_, of in sums.items()}


@pytest.mark.parametrize(
    "text",
    [
        "100块买豆包和GLM",
        "100块一半买豆包",
        "100块七成买GLM四成买豆包",
        "30块平分给3个人，买豆包还是GLM",
        "split 30 yuan between 3 people on glm or doubao",
        "豆包降价50%，100块买豆包和GLM",
    ],
)
def test_sums_that_are_not_clearly_divided(slotted: Callable[[str], Slots], text: str) -> None:
    assert divided(slotted(text)) is None
