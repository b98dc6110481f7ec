"""The finder as a whole: words that name no country, exactness, bounds on time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.language.amounts.amounts import MAX_CANDIDATES, AmountFinder
from bot.language.basics.entities import EntityKind
from bot.quantities import Range
from bot.text import normalize


@pytest.mark.parametrize(
    ("text", "generic"),
    [
        ("5块", True),
        ("$5", True),
        ("¥5", True),
        ("5蚊", True),
        ("5美元", False),
        ("RMB 5", False),
        ("5块人民币", False),
    ],
)
def test_words_that_name_no_country_are_generic(finder: AmountFinder, text: str, generic: bool) -> None:
    (amount,) = finder.find(normalize(text))
    assert amount.generic is generic


def test_long_numbers_stay_exact(finder: AmountFinder) -> None:
    digits = "1234567890" * 4
    (amount,) = finder.find(normalize(f"{digits}元"))
    assert amount.value == Range.exactly(Decimal(digits))
    assert finder.find(normalize(f"{digits}1元")) == ()


def test_division_that_does_not_end_is_wide(finder: AmountFinder) -> None:
    (amount,) = finder.find(normalize("三分之一"))
    assert amount.value.exact is not None
    assert abs(amount.value.exact * 3 - 1) < Decimal("1e-40")


def test_amounts_of_one_text_are_bounded(finder: AmountFinder) -> None:
    found = finder.find(normalize("1元," * 1000))
    assert len(found) == MAX_CANDIDATES
    assert {amount.kind for amount in found} == {EntityKind.MONEY}
