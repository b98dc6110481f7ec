"""Models asked for at a seller that is named: that seller's price, or none."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from bot.replies.machine import reply_object
from tests.conftest import answers
from tests.frozen import shipped_engine

TODAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def bot() -> Engine:
    """On the installed catalogue, which knows many sellers."""
    return shipped_engine()


def subjects(bot: Engine, text: str) -> set[str]:
    return {result["subject"] for result in answers(reply_object(bot.ask(text, Context(today=TODAY))))}


@pytest.mark.parametrize(
    ("text", "sellers"),
    [
        ("meta llama 3.1 405b on together", {"together"}),
        ("llama 3.3 70b groq or together, whos cheaper", {"groq", "together"}),
        ("claude opus 5.5 on bedrock price", {"aws"}),
        ("openrouter deepseek v3.2多少钱", {"openrouter"}),
        ("groq的llama 3.3 70b多少钱", {"groq"}),
    ],
)
def test_the_seller_that_is_named_is_the_one(bot: Engine, text: str, sellers: set[str]) -> None:
    assert {subject.partition("/")[0] for subject in subjects(bot, text)} == sellers


@pytest.mark.parametrize("text", ["claude sonnet 5 price on groq", "cerebras的claude opus 5.5多少钱"])
def test_no_other_seller_answers_for_one_that_does_not_sell_it(bot: Engine, text: str) -> None:
    reply = bot.ask(text, Context(today=TODAY))
    assert reply.status is Status.UNKNOWN
    assert not reply.results


def test_everyday_words_are_no_sellers(bot: Engine) -> None:
    found = subjects(bot, "how much are gpt-5 and claude opus 5.5 together for 1M tokens")
    assert {subject.partition("/")[0] for subject in found} == {"openai", "anthropic"}
