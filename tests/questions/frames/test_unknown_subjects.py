"""What is asked of something that nobody here knows gets no answer of anything else."""

from __future__ import annotations

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from tests.conftest import TODAY

PREVIOUS = [
    "豆包多少钱",
    "1元能买多少豆包",
    "100万tokens豆包多少钱",
    "豆包和GLM哪个便宜",
    "what would 2 million tokens of doubao cost",
]
UNKNOWN = [
    ("hunyuan turbo多少钱", "hunyuan turbo"),
    ("百川多少钱", "百川"),
    ("那百川呢", "百川"),
    ("Nova Max多少钱", "Nova Max"),
    ("某某模型多少钱", "某某"),
    ("換成商湯日日新呢", "商湯日日新"),
    ("how much is SenseNova", "SenseNova"),
    ("what about foobar?", "foobar"),
    ("foobar", "foobar"),
    ("and yi-lightning?", "yi-lightning"),
    ("用foobar 3呢", "foobar 3"),
]


@pytest.mark.parametrize("before", PREVIOUS)
@pytest.mark.parametrize(("text", "name"), UNKNOWN)
def test_an_unknown_name_never_gets_the_last_answer(price_bot: Engine, before: str, text: str, name: str) -> None:
    previous = price_bot.ask(before, Context(today=TODAY)).code
    assert previous is not None
    reply = price_bot.ask(text, Context(today=TODAY, previous=previous))
    assert (reply.status, reply.results) == (Status.UNKNOWN, ())
    assert name in reply.text.partition("\n")[0]
