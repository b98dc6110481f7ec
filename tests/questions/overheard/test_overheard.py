"""What speaks against an overheard message, and the part of it that asks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Status
from bot.engine import Engine
from tests.corpus_cases import TODAY

OVERHEARD = Context(addressed=False, today=TODAY)
MOST = 70
"""Characters of a Chinese message that are borne; two Latin ones count as one."""

WORDS = "早 累死了 豆包 GLM 哪个模型 多少钱 便宜 吗 , 。 ? 😀 how much tokens 1元".split()
TALK = "小李老阿\"'“”‘’「」: ,，问我他@/#>豆包多少钱GLM asked me?\n"


@pytest.mark.parametrize(
    ("words", "question"), [("请问", "1元能买多少GLM tokens"), ("please ", "how many GLM tokens can I buy for 1 yuan")]
)
def test_a_long_message_gets_no_reply(price_bot: Engine, words: str, question: str) -> None:
    """Behind a few more words the question is answered, behind so many that it is long it is not, however plain."""
    few, many = words * 3, words * MOST
    assert price_bot.ask(few + question, OVERHEARD).status is Status.ANSWERED
    assert price_bot.ask(many + question, OVERHEARD).status is Status.IGNORED
    assert price_bot.explain(many + question, OVERHEARD).against == ("it is long",)


@given(st.text(TALK, max_size=80))
def test_reasons_are_told_once_whatever_the_text(price_bot: Engine, text: str) -> None:
    seen = price_bot.explain(text, OVERHEARD)
    assert len(set(seen.against)) == len(seen.against)
    assert seen.speaks_up is (price_bot.ask(text, OVERHEARD).status is not Status.IGNORED)


@given(st.lists(st.sampled_from(WORDS), max_size=10))
def test_a_question_in_passing_is_a_part_of_the_message(price_bot: Engine, words: list[str]) -> None:
    """It stands in the message as it is, is shorter, and is answered as it is alone."""
    text = " ".join(words)
    seen = price_bot.explain(text, OVERHEARD)
    if seen.part is not None:
        assert seen.speaks_up
        assert seen.part in text and len(seen.part) < len(text)
        part, whole = price_bot.ask(seen.part, OVERHEARD), price_bot.ask(text, OVERHEARD)
        assert (whole.results, whole.text) == (part.results, part.text)
