"""What models have in common that a ranking is asked of, and whether all versions are."""

from __future__ import annotations

import pytest

from bot.question import Trait
from bot.questions.phrases.traits import asks_of_versions, traits_in
from bot.text import normalize


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("能看圖的模型哪個最便宜", (Trait.PICTURES,)),
        ("開源裡面邊個最平", (Trait.OPEN_WEIGHTS,)),
        ("cheapest open-weights vision model", (Trait.OPEN_WEIGHTS, Trait.PICTURES)),
        ("画一张图多少钱", ()),
        ("最便宜的模型", ()),
    ],
)
def test_traits(text: str, traits: tuple[Trait, ...]) -> None:
    assert traits_in(normalize(text).text)[0] == traits


@pytest.mark.parametrize(
    ("text", "asks"), [("豆包2.1三個版本", True), ("doubao 2.1 models", True), ("哪个最便宜", False), ("一个月", False)]
)
def test_versions(text: str, asks: bool) -> None:
    assert asks_of_versions(normalize(text).text) is asks
