"""What else than text is asked the price of."""

from __future__ import annotations

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from bot.question import Unpriced


@pytest.mark.parametrize(
    "text",
    [
        "豆包视频生成多少钱",
        "GLM 微調點收費",
        "fine-tuned doubao price",
        "gpt-5 web search call price",
        "GLM私有化部署多少钱",
    ],
)
def test_no_price_of_text_answers_for_another_service(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text)
    assert reply.status is Status.UNKNOWN
    assert not reply.results


@pytest.mark.parametrize("text", ["用豆包写100万字视频脚本多少钱", "GLM翻译200万tokens字幕要多少钱"])
def test_text_about_pictures_is_text(price_bot: Engine, text: str) -> None:
    assert price_bot.ask(text, Context()).status is Status.ANSWERED


def test_only_a_discount_or_a_supposition_leaves_the_ordinary_price_an_answer() -> None:
    assert [each for each in Unpriced if not each.is_service] == [Unpriced.DISCOUNT, Unpriced.SUPPOSITION]
