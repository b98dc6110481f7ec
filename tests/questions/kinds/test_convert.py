"""Tokens to characters, one unit of price or currency to another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.conftest import Asked, answers


@pytest.mark.parametrize(
    ("part", "in_a_yuan", "texts"),
    [
        ("角", 10, ("1美元等于多少角", "1美元係幾多角")),
        ("分", 100, ("1美元等于多少分", "1美元合多少分钱")),
        ("jiao", 10, ("how many jiao is 1 dollar",)),
    ],
)
def test_another_currency_into_parts_of_a_yuan(asked: Asked, part: str, in_a_yuan: int, texts: tuple[str, ...]) -> None:
    """What is given in another currency is exchanged into yuan, and worded in the part."""
    (whole,) = answers(asked("1美元等于多少元"))
    for text in texts:
        reply = asked(text)
        (result,) = answers(reply)
        assert (result["value"], result["unit"]) == (whole["value"], "CNY")
        headline = reply["text"].splitlines()[0]
        assert headline.endswith(f" {part}")
        shown = Decimal(headline.split("≈ ")[1].split(" ")[0])
        assert abs(shown - Decimal(result["value"]) * in_a_yuan) <= Decimal("0.05")


@pytest.mark.parametrize("text", ["5美分是多少美元", "how many cents is 2 dollars", "5角是多少美元"])
def test_parts_of_other_currencies_are_no_parts_of_a_yuan(asked: Asked, text: str) -> None:
    """A cent is part of a dollar: the answer is in dollars, and words no part of a yuan."""
    reply = asked(text)
    (result,) = answers(reply)
    assert result["unit"] == "USD"
    assert not any(part in reply["text"].splitlines()[0] for part in ("厘", "fen", "jiao"))
