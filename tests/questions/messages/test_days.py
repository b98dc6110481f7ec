"""The day that a message names: whatever is asked is answered as on that day, and the code keeps it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context
from bot.engine import Engine
from tests.corpus_cases import TODAY

QUESTIONS = (
    "{}1元能买多少豆包tokens",
    "{}豆包多少錢一百萬tokens",
    "{}100万tokens的豆包要多少钱",
    "{}豆包比GLM便宜多少",
    "{}哪个模型最便宜",
    "how much does Doubao cost per million tokens, {}",
)


@pytest.mark.parametrize("text", QUESTIONS)
def test_every_kind_answers_with_the_prices_of_the_day(price_bot: Engine, text: str) -> None:
    day = date(2024, 5, 20)
    asked = price_bot.ask(text.format("2024-05-20 " if text.startswith("{}") else "2024-05-20"), Context(today=TODAY))
    then = price_bot.ask(text.format(""), Context(today=TODAY, as_of=day))
    assert asked.results == then.results != ()
    assert asked.code is not None and asked.code.endswith("-a20240520")
    assert price_bot.press(asked.code, Context(today=TODAY)).results == asked.results


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from([("{}年{}月{}日豆包多少錢", "豆包多少錢"), ("GLM price {}-{}-{}", "GLM price")]),
)
def test_whatever_the_day_the_rest_of_the_message_is_as_it_is_without_it(
    price_bot: Engine, day: date, words: tuple[str, str]
) -> None:
    text, rest = words
    asked = price_bot.ask(text.format(day.year, day.month, day.day), Context(today=TODAY))
    then = price_bot.ask(rest, Context(today=TODAY, as_of=day))
    assert (asked.status, asked.kind, asked.results) == (then.status, then.kind, then.results)
