"""Each side's price is told for the tokens that it is for, where vendors publish them for different numbers."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import Context
from bot.text import Language
from tests.frozen import todays_engine


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (Language.ZH_HANS, "输入 0.005 元 / 千 tokens、输出 9 元 / 百万 tokens"),
        (Language.ZH_HANT, "輸入 0.005 元 / 千 tokens、輸出 9 元 / 百萬 tokens"),
        (Language.EN, "input 0.005 yuan per 1,000 tokens, output 9 yuan per million tokens"),
    ],
)
def test_sides_for_different_numbers_of_tokens(language: Language, told: str) -> None:
    context = Context(language=language, today=date(2026, 11, 28))
    assert told in todays_engine().ask("豆包Pro128k降价了吗", context).text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("GLM-4-Plus降价了吗", "是的，GLM-4-Plus 最晚 2025-04-23 起降价 90%：0.05 元 / 千 tokens → 5 元 / 百万 tokens"),
        ("GLM-4-Plus涨价了吗", "没有：GLM-4-Plus 最晚 2025-04-23 起降价 90%"),
        ("did GLM-4-Plus get cheaper", "Yes, GLM-4-Plus down 90%"),
        ("Moonshot V1 8k降价了吗", "是的，Moonshot V1 8k 最晚 2025-04-09 起输入降价 83.33%、输出降价 16.67%"),
    ],
)
def test_which_way_a_price_went_that_is_published_for_another_number_since(question: str, told: str) -> None:
    assert todays_engine().ask(question, Context(today=date(2026, 11, 28))).text.startswith(told)
