"""Prices that a message names beside a model: by how much they differ, and whether one is below the other."""

from __future__ import annotations

import pytest

from bot.quantities import Range
from tests.conftest import DOUBAO, Asked, answers
from tests.questions.conftest import Slotted


@pytest.mark.parametrize(
    ("text", "low", "high", "strictly"),
    [
        ("is doubao cheaper than 1 yuan per million", None, 1, True),
        ("is 1 yuan per million cheaper than doubao?", 1, None, True),
        ("豆包每百万不到一块吧", None, 1, True),
        ("豆包每百万1元以内吗", None, 1, False),
        ("豆包每百万超过1元吗", 1, None, True),
        ("1元每百万比豆包贵吗", None, 1, True),
    ],
)
def test_a_bound_is_of_the_models_price(
    slotted: Slotted, text: str, low: int | None, high: int | None, strictly: bool
) -> None:
    claim = slotted(text).claim
    assert claim is not None
    found = claim.price.money.value
    assert (found.low, found.high, claim.below) == (low, high, strictly)


@pytest.mark.parametrize(
    "text",
    [
        "比1元每百万便宜的有哪些",
        "有没有比豆包便宜的，低于1元每百万",
        "豆包不比1元每百万便宜吧",
        "豆包每百万1元便宜还是贵",
        "10块钱够豆包写100万字吗",
        "豆包1元每百万多少钱",
    ],
)
def test_no_bound_and_no_claim(slotted: Slotted, text: str) -> None:
    assert slotted(text).claim is None


@pytest.mark.parametrize(
    "text",
    ["听说豆包百万token只要8毛，真的吗", "I heard doubao is 0.8 yuan per million tokens, is that true?"],
)
def test_a_price_that_somebody_has_heard_of(slotted: Slotted, text: str) -> None:
    claim = slotted(text).claim
    assert claim is not None
    assert claim.price.money.value.exact is not None
    assert claim.price.per == 1_000_000


@pytest.mark.parametrize(
    ("text", "of_price"),
    [("每百万10块比豆包贵多少", False), ("豆包比每百万10块便宜多少", True), ("现在每百万10块，豆包便宜多少", True)],
)
def test_which_of_the_two_is_compared_with(slotted: Slotted, text: str, of_price: bool) -> None:
    slots = slotted(text)
    assert slots.price_apart is not None
    assert slots.price_apart[1].money.value == Range.exactly(10)
    assert slots.compared_with_price is of_price


@pytest.mark.parametrize(
    "text", ["豆包和GLM每百万差10块吗", "豆包降价前每百万10块，便宜了多少", "预算10块，豆包能买多少"]
)
def test_no_price_to_compare_with(slotted: Slotted, text: str) -> None:
    assert slotted(text).price_apart is None


def test_the_price_named_stands_beside_the_models(asked: Asked) -> None:
    reply = asked("每百万10块比豆包贵多少")
    assert reply["kind"] == "compare"
    assert [(each["subject"], each["value"]) for each in answers(reply)] == [(DOUBAO, "0.8"), (None, "10")]
    differences = {each["unit"]: each["value"] for each in reply["results"] if each["role"] == "difference"}
    assert differences == {"percent": "1150", "times": "12.5", "CNY": "9.2"}
    assert reply["text"].startswith("你说的价更贵：比豆包主力模型贵 1,150%")
