"""One price as a multiple of another: whose, of whose, and in which unit."""

from __future__ import annotations

import pytest

from bot.quantities import PERCENT, TIMES
from bot.questions.frames.ratios import asked_ratio
from tests.conftest import DOUBAO, GLM, INDUSTRY, TINY
from tests.questions.conftest import Slotted


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("豆包是行业价的百分之几", (DOUBAO, INDUSTRY, PERCENT)),
        ("GLM是豆包价格的几分之几", (GLM, DOUBAO, PERCENT)),
        ("GLM的價格佔豆包嘅百分之幾多", (GLM, DOUBAO, PERCENT)),
        ("文心价格是豆包的几倍", (TINY, DOUBAO, TIMES)),
        ("what fraction of Doubao's price is GLM", (GLM, DOUBAO, PERCENT)),
        ("GLM costs what percentage of Doubao", (GLM, DOUBAO, PERCENT)),
        ("how many times the price of GLM is Doubao", (DOUBAO, GLM, TIMES)),
    ],
)
def test_one_price_is_wanted_as_a_part_of_another(slotted: Slotted, text: str, ratio: tuple[str, str, str]) -> None:
    assert asked_ratio(slotted(text)) == ratio


@pytest.mark.parametrize("text", ["豆包比GLM贵几倍", "豆包比行业便宜百分之几", "豆包和GLM差几倍", "GLM降了百分之几"])
def test_a_difference_is_no_ratio(slotted: Slotted, text: str) -> None:
    assert asked_ratio(slotted(text)) is None
