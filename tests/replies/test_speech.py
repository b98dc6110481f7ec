"""Lines as they are to be shown, each the same whatever stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine import Engine
from bot.questions.working.market import Market
from bot.replies.layout import Line, Style
from bot.replies.speech import Speech
from bot.text import Language
from tests.conftest import TODAY
from tests.frozen import frozen_catalogue, frozen_exchange


@pytest.fixture(scope="module")
def market(price_bot: Engine) -> Market:
    return Market(price_bot.knowledge, frozen_catalogue(), frozen_exchange(), TODAY)


texts = st.lists(st.sampled_from(["豆", "发", "头发", "里", "万", "GLM-4", "5", "%", " ", "the ", "\n", "\x1e"])).map(
    "".join
)


@pytest.mark.parametrize("language", Language)
@given(lines=st.lists(st.builds(Line, texts, st.sampled_from(Style)), max_size=5))
def test_lines_are_shown_each_by_itself(market: Market, language: Language, lines: list[Line]) -> None:
    speech = Speech(market, language)
    assert speech.finish(lines) == [speech.finish([line])[0] for line in lines]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (Language.ZH_HANS, "用 GLM-4 写 200万字，便宜 5% 左右"),
        (Language.ZH_HANT, "用 GLM-4 寫 200萬字，便宜 5% 左右"),
        (Language.EN, "用GLM-4写200万字，便宜5%左右"),
    ],
)
def test_chinese_keeps_a_space_from_letters_and_digits(market: Market, language: Language, shown: str) -> None:
    assert Speech(market, language).label("用GLM-4写200万字，便宜5%左右") == shown
