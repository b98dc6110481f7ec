"""Sums and comparisons by the price before a cut: where it is asked for, and of which model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.questions.frames.before_cut import before_cut
from tests.conftest import DOUBAO, GLM
from tests.questions.conftest import ANVIL, Slotted


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("GLM降价前1元能买多少", None),
        ("降价前GLM比豆包贵多少", GLM),
        ("GLM比豆包降价前贵多少", DOUBAO),
        ("降价前豆包和GLM哪个贵", None),
        ("豆包和GLM降价前哪个贵", None),
        ("was GLM dearer than Doubao before the cut", None),
        ("how many GLM tokens did 1 yuan buy before they were cut", None),
        ("GLM降了90%之前1元能买多少", None),
        ("GLM以前1元能买多少", None),
    ],
)
def test_the_price_before_a_cut_is_asked_for(slotted: Slotted, text: str, owner: str | None) -> None:
    found = before_cut(slotted(text))
    assert found is not None
    assert found.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "我之前买了豆包，1元能买多少",
        "before I buy, how much would 2M tokens of GLM cost",
        "GLM降价前后1元能买多少",
        "GLM原来这么便宜，1元能买多少",
        "previously I used 2M tokens, what does GLM cost for that",
    ],
)
def test_another_time_is_no_price_before_a_cut(slotted: Slotted, text: str) -> None:
    assert before_cut(slotted(text)) is None


def test_a_dated_price_is_gone_by_where_there_is_one(asked_small: Callable[..., dict[str, Any]]) -> None:
    reply = asked_small("Anvil降价前500万token多少钱")
    (result,) = [result for result in reply["results"] if result["role"] == "answer"]
    assert (result["subject"], result["value"], result["unit"]) == (ANVIL, "20", "CNY")
    assert "推算" not in reply["text"]
