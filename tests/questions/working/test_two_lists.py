"""Vendors with two price lists of their own: that of their home, and one in dollars."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import pytest

from bot.answers import BEIJING
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.replies.machine import reply_object
from tests.corpus_cases import TODAYS_CLOCK, TODAYS_MARKET


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge(TODAYS_MARKET))


def _prices(engine: Engine, text: str, when: datetime | None = None) -> dict[tuple[str, str], Decimal]:
    """The prices of input and output by role and currency."""
    reply = reply_object(engine.ask(text, replace(TODAYS_CLOCK, now=when or TODAYS_CLOCK.now)))
    return {
        (each["role"], each["unit"]): Decimal(each["value"]) for each in reply["results"] if each["side"] == "output"
    }


@pytest.mark.parametrize(
    ("text", "answer", "also"),
    [
        ("kimi k3 price", ("USD", "15"), ("CNY", "100")),
        ("kimi k3多少钱", ("CNY", "100"), ("USD", "15")),
        ("kimi k3 price in yuan", ("CNY", "100"), ("USD", "15")),
        ("kimi k3多少美元", ("USD", "15"), ("CNY", "100")),
    ],
)
def test_the_language_or_the_currency_asked_for_says_which_list_answers(
    engine: Engine, text: str, answer: tuple[str, str], also: tuple[str, str]
) -> None:
    found = _prices(engine, text)
    assert found == {("answer", answer[0]): Decimal(answer[1]), ("also", also[0]): Decimal(also[1])}


def test_the_list_in_dollars_goes_by_the_weekdays_of_its_home(engine: Engine) -> None:
    saturday, monday = (datetime(2026, 11, day, 10, tzinfo=BEIJING) for day in (28, 30))
    assert _prices(engine, "deepseek v4 pro price", saturday)["answer", "USD"] == Decimal("1.98")
    assert _prices(engine, "deepseek v4 pro price", monday)["answer", "USD"] == Decimal("3.96")


def test_a_day_that_the_list_in_dollars_does_not_reach_is_told_by_that_of_its_home(engine: Engine) -> None:
    assert _prices(engine, "what did deepseek v4 pro cost in june 2026") == {("answer", "CNY"): Decimal(6)}


def test_a_cost_in_dollars_is_not_made_of_yuan(engine: Engine) -> None:
    reply = reply_object(engine.ask("10M output tokens of glm-5.3", TODAYS_CLOCK))
    assert [(each["value"], each["unit"]) for each in reply["results"]] == [("44", "USD")]
