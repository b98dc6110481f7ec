"""The day that prices are asked for: where a text names it, and what becomes of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context
from bot.engine import Engine
from bot.language.basics.cues import Cue
from tests.conftest import TODAY
from tests.questions.conftest import Read, Slotted


@pytest.mark.parametrize(
    ("text", "span", "day"),
    [
        ("2024年5月20日豆包多少钱", "2024年5月20日", date(2024, 5, 20)),
        ("豆包在2024年5月20號是幾多錢", "2024年5月20号", date(2024, 5, 20)),
        ("豆包２０２４年５月什么价", "2024年5月", date(2024, 5, 31)),
        ("2024年的豆包多少錢", "2024年", date(2024, 12, 31)),
        ("2024-05-20 GLM price", "2024-05-20", date(2024, 5, 20)),
        ("GLM price on 20 May 2024 please", "20 may 2024", date(2024, 5, 20)),
        ("what was GLM's price on May 20th, 2024", "may 20th, 2024", date(2024, 5, 20)),
        ("what did GLM cost in 2023", "in 2023", date(2023, 12, 31)),
        ("2024年5月豆包比2024年6月便宜多少", "2024年5月", date(2024, 5, 31)),
    ],
)
def test_a_day_is_one_word_of_the_message(read: Read, slotted: Slotted, text: str, span: str, day: date) -> None:
    """The first day that is named with its year is one word, which is no amount, and its prices are asked for."""
    reading = read(text)
    (token,) = [reading.tokens[place] for place in reading.places(Cue.DATE)]
    assert reading.text[token.start : token.end] == span
    assert (token.amount, token.name) == (None, None)
    assert not any(start < token.end and token.start < end for start, end in reading.residue)
    assert slotted(text).as_of == day


@pytest.mark.parametrize(
    "text",
    [
        "豆包多少钱",
        "5月20日豆包多少钱",
        "2024元能买多少豆包tokens",
        "Doubao price of 2024 tokens",
        "in 2024 tokens of GLM",
        "2024年13月豆包多少錢",
        "GLM 2024 price",
    ],
)
def test_without_a_day_prices_of_today_are_asked_for(read: Read, slotted: Slotted, text: str) -> None:
    """A day without its year, an amount of 2024 and a month that there is not name no day."""
    assert not read(text).has(Cue.DATE)
    assert slotted(text).as_of is None


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["{}年{}月{}日豆包多少錢", "GLM price {}-{}-{}"])
)
def test_every_day_leaves_the_rest_of_the_message_as_it_is(read: Read, slotted: Slotted, day: date, words: str) -> None:
    """Whatever the day, what else is recognized is what is recognized without it."""
    text = words.format(day.year, day.month, day.day)
    rest = read(words.replace("{}年{}月{}日", "").replace("{}-{}-{}", "")).tokens
    assert [token.cues for token in read(text).tokens if Cue.DATE not in token.cues] == [token.cues for token in rest]
    assert slotted(text).as_of == day


@pytest.mark.parametrize(
    "text",
    [
        "{}1元能买多少豆包tokens",
        "{}豆包多少錢一百萬tokens",
        "{}100万tokens的豆包要多少钱",
        "{}豆包比GLM便宜多少",
        "{}哪个模型最便宜",
        "how much does Doubao cost per million tokens, {}",
    ],
)
def test_every_kind_answers_with_the_prices_of_the_day(price_bot: Engine, text: str) -> None:
    """A question with a day is answered as it would have been on that day, and its code keeps the day."""
    day = date(2024, 5, 20)
    asked = price_bot.ask(text.format("2024-05-20 " if text.startswith("{}") else "2024-05-20"), Context(today=TODAY))
    then = price_bot.ask(text.format(""), Context(today=TODAY, as_of=day))
    assert asked.results == then.results != ()
    assert asked.code is not None and asked.code.endswith("-a20240520")
    assert price_bot.press(asked.code, Context(today=TODAY)).results == asked.results
