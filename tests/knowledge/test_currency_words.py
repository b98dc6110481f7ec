"""The words that CLDR adds to the curated ones."""

from __future__ import annotations

from decimal import Decimal

import pytest

from bot.knowledge.currency_words import currency_words
from bot.knowledge.entries import CurrencyWord

POUND = CurrencyWord("pound", "EGP", Decimal(1), before=False, after=True, generic=False)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("gtq", "GTQ"),
        ("危地马拉格查尔", "GTQ"),
        ("guatemalan quetzal", "GTQ"),
        ("guatemalan quetzals", "GTQ"),
        ("₪", "ILS"),
    ],
)
def test_code_name_plural_and_symbol_are_known(text: str, code: str) -> None:
    words = {word.text: word.currency for word in currency_words(())}
    assert words[text] == code


def test_curated_word_is_kept_as_it_is() -> None:
    assert POUND in currency_words([POUND])


def test_curated_code_stands_on_both_sides() -> None:
    after_only = CurrencyWord("isk", "ISK", Decimal(1), before=False, after=True, generic=False)
    (word,) = [word for word in currency_words([after_only]) if word.text == "isk"]
    assert word.before
    assert word.after


def test_no_word_stands_twice() -> None:
    texts = [word.text for word in currency_words([POUND])]
    assert len(texts) == len(set(texts))


def test_metals_and_test_codes_are_no_money() -> None:
    assert {"xau", "xxx", "xts"}.isdisjoint(word.text for word in currency_words(()))
