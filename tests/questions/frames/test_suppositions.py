"""Changes of prices that a message supposes: by how much, and of whose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.questions.frames.suppositions import supposition
from tests.conftest import DOUBAO, GLM, TINY
from tests.questions.conftest import Slotted


@pytest.mark.parametrize(
    ("text", "factor"),
    [
        ("豆包打八折多少钱", "0.8"),
        ("如果豆包降价30%，1000万token多少钱", "0.7"),
        ("豆包便宜两成后每百万多少", "0.8"),
        ("豆包涨价一倍后100万token多少钱", "2"),
        ("如果豆包涨到原来的三倍，1元买多少", "3"),
        ("如果豆包贵三倍，1元买多少", "4"),
        ("如果豆包翻一番，1元买多少", "2"),
        ("豆包降到一半，100万token多少钱", "0.5"),
        ("豆包降到八成，100万token多少钱", "0.8"),
        ("豆包降四分之一后多少钱", "0.75"),
        ("豆包腰斩的话，1元买多少", "0.5"),
        ("文心加價五成後，10蚊買到幾多token", "1.5"),
        ("买一送一，豆包1块钱多少token", "0.5"),
        ("买三送一，豆包1块钱多少token", "0.75"),
        ("if ERNIE Tiny tripled in price what would 2M tokens cost", "3"),
        ("if Doubao halved its price what would 2M tokens cost", "0.5"),
        ("if doubao were twice as expensive, what would 1M tokens cost", "2"),
        ("if GLM cost three times as much, how many tokens would 1 yuan buy", "3"),
        ("if Doubao raised its price by half what would 10M tokens cost", "1.5"),
        ("if doubao prices dropped to a quarter what would 2M tokens cost", "0.25"),
        ("if prices rise 10% how many doubao tokens does 1 yuan buy", "1.1"),
        ("buy one get one free on doubao, how many tokens for 1 yuan", "0.5"),
        ("how many GLM tokens would 10 yuan buy with a 20% discount", "0.8"),
    ],
)
def test_a_supposed_change_multiplies_the_price(slotted: Slotted, text: str, factor: str) -> None:
    supposed = supposition(slotted(text))
    assert supposed is not None
    assert (supposed.factor, supposed.owner) == (Decimal(factor), None)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("如果豆包打五折，和GLM哪个便宜", DOUBAO),
        ("GLM和打五折的豆包哪个便宜", DOUBAO),
        ("GLM比豆包打五折后贵多少", DOUBAO),
        ("GLM便宜一半的话和豆包比哪个贵", GLM),
        ("如果豆包价格翻倍，比文心贵多少", DOUBAO),
        ("假如文心加價一倍，同豆包比邊個貴", TINY),
        ("what if GLM doubled its price, would Doubao be cheaper", GLM),
        ("would Doubao be cheaper than GLM if Doubao halved its price", DOUBAO),
        ("is Doubao at half price cheaper than GLM", DOUBAO),
        ("如果豆包打五折，比行业便宜多少", DOUBAO),
    ],
)
def test_it_belongs_to_the_one_model_beside_which_it_is_said(slotted: Slotted, text: str, owner: str) -> None:
    supposed = supposition(slotted(text))
    assert supposed is not None
    assert supposed.factor is not None
    assert supposed.owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "豆包和GLM打五折后哪个便宜",
        "would doubao be cheaper than GLM if it halved its price",
        "GLM打五折和豆包打八折哪个便宜",
        "豆包先降30%再打八折，100万token多少钱",
    ],
)
def test_one_that_may_be_anybodys_is_not_worked_in(slotted: Slotted, text: str) -> None:
    supposed = supposition(slotted(text))
    assert supposed is not None
    assert (supposed.factor, supposed.published) == (None, False)


@pytest.mark.parametrize("text", ["GLM降价90%，1元能买多少", "GLM-3 Turbo降价90%后是多少钱", "GLM降价后多少钱"])
def test_the_published_cut_is_none_that_is_supposed(slotted: Slotted, text: str) -> None:
    supposed = supposition(slotted(text))
    assert supposed is not None
    assert (supposed.factor, supposed.published) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        "豆包比GLM便宜两成吗",
        "豆包比GLM贵一倍吗",
        "is GLM half the price of ernie tiny",
        "我们用量翻倍，每天200万token豆包多少钱",
        "if my usage doubled to 2M tokens what would Doubao cost",
        "豆包涨价20%了吗",
        "文心价格是豆包的几倍",
        "半本三体用豆包多少钱",
        "if I use half a million tokens with doubao what does it cost",
    ],
)
def test_what_compares_or_counts_supposes_nothing(slotted: Slotted, text: str) -> None:
    assert supposition(slotted(text)) is None
