"""A fact that words lead to tells of those that a message names, or of somebody else."""

from __future__ import annotations

import pytest

from bot.answers import Context
from bot.asked import Asked
from bot.engine import Engine
from bot.question import Kind, Question
from bot.questions.overheard.others import tells_of_others
from tests.corpus_cases import TODAY


def _of_others(bot: Engine, text: str, question: Question) -> bool:
    context = Context(addressed=False, today=TODAY)
    shelf = bot._shelf
    return tells_of_others(question, Asked(shelf, shelf.market(context), text, context).slots, shelf.knowledge)


@pytest.mark.parametrize(
    ("text", "fact", "others"),
    [
        ("文心为什么降价", "doubao-why", True),
        ("豆包为什么降价", "doubao-why", False),
        ("字节为什么降价", "doubao-why", False),
        ("百度和字节为什么降价", "doubao-why", False),
        ("为什么降价", "doubao-why", False),
        ("google的推理成本降了多少", "wenxin-inference-cost", True),
        ("文心的推理成本降了多少", "wenxin-inference-cost", False),
    ],
)
def test_whom_a_fact_tells_of(price_bot: Engine, text: str, fact: str, others: bool) -> None:
    assert _of_others(price_bot, text, Question(Kind.FACT, facts=(fact,))) is others


@pytest.mark.parametrize(
    "question",
    [
        Question(Kind.PRICE, facts=("doubao-why",)),
        Question(Kind.FACT),
        Question(Kind.FACT, facts=("no-such-fact",)),
    ],
)
def test_what_states_no_known_fact_tells_of_nobody_else(price_bot: Engine, question: Question) -> None:
    assert not _of_others(price_bot, "文心为什么降价", question)
