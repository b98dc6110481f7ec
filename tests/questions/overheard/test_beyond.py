"""What is asked of a model beside prices and reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.overheard.beyond import asks_beyond
from bot.questions.phrases.slots import Slots
from tests.conftest import Asked


@pytest.mark.parametrize(
    "text",
    [
        "豆包好用吗",
        "豆包上下文多长",
        "is GLM any good at coding",
        "how fast is doubao",
        "豆包什么时候下架",
        "怎么注册文心",
    ],
)
def test_it_is_not_known_and_the_price_is(asked: Asked, text: str) -> None:
    reply = asked(text)
    assert reply["status"] == "unknown"
    assert "0." in reply["text"], "the price that is known"


@pytest.mark.parametrize(
    "text",
    [
        "豆包效果好又便宜，多少钱",
        "豆包支持的100万tokens多少钱",
        "文心比行业水平便宜多少",
        "GLM的代码要写100万tokens，几块钱",
    ],
)
def test_prices_are_asked_for(slotted: Callable[[str], Slots], text: str) -> None:
    assert not asks_beyond(slotted(text), None)


@pytest.mark.parametrize("text", ["豆包大模型什么时候下架", "GLM好用吗", "how fast is ERNIE Tiny?"])
def test_a_group_hears_nothing(asked: Asked, text: str) -> None:
    assert asked(text, addressed=False)["status"] == "ignored"


@pytest.mark.parametrize(
    ("text", "name"), [("讯飞星火价格", "讯飞星火"), ("price of foobar-7", "foobar-7"), ("房租多少钱啊", "房租")]
)
def test_a_name_that_nobody_knows(asked: Asked, text: str, name: str) -> None:
    """It is said that there is no price of it, and whose there is."""
    reply = asked(text)
    assert reply["status"] == "unknown"
    assert name in reply["text"] and "GLM-3 Turbo" in reply["text"]


@pytest.mark.parametrize(
    ("text", "name"), [("glm4多少钱", "glm4"), ("hunyuan-turbo price", "Hunyuan"), ("doubao2 price", "doubao2")]
)
def test_a_version_that_nobody_knows(asked: Asked, text: str, name: str) -> None:
    reply = asked(text)
    assert reply["status"] == "unknown"
    assert name in reply["text"]
