"""Mixes of input and output, and offers that may have ended, as messages name them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.questions.phrases.blends import blend_in
from bot.questions.phrases.offers import offer_asked
from bot.text import normalize


@pytest.mark.parametrize(
    ("text", "ratio"),
    [
        ("gpt-5 blended price at 3:1", "3"),
        ("输入输出3比1综合多少", "3"),
        ("三比一混合價", "3"),
        ("output to input 1:4", "4"),
        ("weighted 1:1", "1"),
        ("3:1", None),
        ("比分3:1", None),
        ("input and output price", None),
        ("blended at 0:1", None),
    ],
)
def test_how_much_goes_in_for_what_comes_out(text: str, ratio: str | None) -> None:
    found = blend_in(normalize(text).text)
    assert (found.ratio if found is not None else None) == (Decimal(ratio) if ratio is not None else None)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("glm-5.3-flash半价还有吗", True),
        ("優惠結束未", True),
        ("优惠结束了没", True),
        ("仲系半價咩", True),
        ("is it still half price", True),
        ("is the discount over", True),
        ("half price pizza", False),
        ("优惠多少", False),
    ],
)
def test_whether_an_offer_is_asked_for(text: str, asks: bool) -> None:
    assert (offer_asked(normalize(text).text) is not None) is asks
