"""Currencies that an answer is wanted in, named without an amount."""

from __future__ import annotations

import pytest

from bot.engine import Engine


@pytest.mark.parametrize(
    ("words", "currency"),
    [
        ("in INR", "INR"),
        ("in rupees", "INR"),
        ("in yen", "JPY"),
        ("into Swiss francs", "CHF"),
        ("in MYR", "MYR"),
        ("in won", "KRW"),
        ("折成泰铢", "THB"),
        ("換成港幣", "HKD"),
        ("按马币算", "MYR"),
        ("换成inr", "INR"),
    ],
)
def test_the_answer_is_in_the_currency_that_is_asked_for(engine: Engine, words: str, currency: str) -> None:
    """Every currency with a rate can be asked for by its code and by the names people use."""
    reply = engine.ask(f"what do 1M tokens of GLM cost {words}")
    assert reply.results[0].unit == currency


@pytest.mark.parametrize("words", ["in all", "in php", "to try", "to top that", "in real life", "in a cup"])
def test_an_everyday_word_is_no_currency(engine: Engine, words: str) -> None:
    """Codes and names of currencies that mean something else are left alone."""
    reply = engine.ask(f"what do 1M tokens of GLM cost {words}")
    assert reply.results[0].unit == "USD"
