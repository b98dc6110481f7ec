"""What is asked of something that nobody here knows gets no answer of anything else."""

from __future__ import annotations

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from tests.conftest import CATALOGUE_DAY, TODAY

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("豆包和foobar哪个便宜", "foobar"),
        ("foobar跟豆包边个平", "foobar"),
        ("百川比豆包便宜吗", "百川"),
        ("is foobar cheaper than doubao", "foobar"),
        ("doubao or foobar, which is cheaper", "foobar"),
        ("豆包、百川多少钱", "百川"),
        ("GLM和GPT-9哪个便宜", "GPT-9"),
        ("claude-instant-1.2 price", "claude-instant-1.2"),
        ("qwen-foo多少钱", "qwen-foo"),
        ("openrouter deepseek v3.2 price", "openrouter deepseek v3.2"),
        ("亚马逊bedrock上claude opus 4.5 100万输出多少钱", "claude opus 4.5"),
        ("claude opus 4.5 on bedrock price", "claude opus 4.5 on bedrock"),
    ],
)
def test_no_other_name_answers_for_it(price_bot: Engine, text: str, name: str) -> None:
    for addressed in (True, False):
        reply = price_bot.ask(text, Context(today=CATALOGUE_DAY, addressed=addressed))
        assert reply.status is (Status.UNKNOWN if addressed else Status.IGNORED)
        assert not reply.results
        assert not addressed or name in reply.text.partition("\n")[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("豆包多少钱，百川呢", ["百川"]),
        ("how much is doubao? and foobar?", ["foobar"]),
        ("GLM和豆包哪个便宜？百川呢？foobar呢", ["百川", "foobar"]),
        ("豆包多少钱？gpt-9呢", ["gpt-9"]),
        ("豆包多少钱，谢谢老铁", []),
        ("豆包多少钱，兄弟？", []),
    ],
)
def test_what_is_asked_beside_it_is_named(price_bot: Engine, text: str, names: list[str]) -> None:
    reply = price_bot.ask(text, Context(today=TODAY))
    assert reply.status is Status.ANSWERED
    told = [line for line in reply.text.splitlines() if line.startswith(("没有", "No price"))]
    assert len(told) == len(names)
    assert all(name in line for name, line in zip(names, told, strict=True))
