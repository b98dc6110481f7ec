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
        (Language.ZH_HANS, "输入 0.03 元 / 千 tokens、输出 100 元 / 百万 tokens"),
        (Language.ZH_HANT, "輸入 0.03 元 / 千 tokens、輸出 100 元 / 百萬 tokens"),
        (Language.EN, "input 0.03 yuan per 1,000 tokens, output 100 yuan per million tokens"),
    ],
)
def test_sides_for_different_numbers_of_tokens(language: Language, told: str) -> None:
    context = Context(language=language, today=date(2026, 11, 28))
    assert told in todays_engine().ask("混元Pro多少钱", context).text
