"""The day of a price that is not of today: when it begins, where it is still to come, and never another."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answers import BEIJING, Context
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from tests.test_contributing import WHOLE

NOW = datetime(2026, 11, 30, 10, tzinfo=BEIJING)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """A vendor with an offer until 16 December and a price announced for 1 January."""
    folder = tmp_path_factory.mktemp("knowledge")
    for name, content in WHOLE.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return Engine(load_knowledge(folder))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("星河Max多少钱", "星河 Max：输入 6、输出 18、缓存命中 0.8 元 / 百万 tokens"),
        (
            "星河Max 2026年12月10日多少钱",
            "星河 Max：输入 6、输出 18、缓存命中 0.8 元 / 百万 tokens，按目前公布的 2026-12-10 的价",
        ),
        (
            "星河Max 2026年12月20日多少钱",
            "星河 Max：输入 8、输出 24、缓存命中 0.8 元 / 百万 tokens，按目前公布的 2026-12-20 的价",
        ),
        ("星河Max 2027年1月2日多少钱", "星河 Max：输入 10、输出 30、缓存命中 0.8 元 / 百万 tokens，2027-01-01 起"),
        (
            "how much is Xinghe Max on 2027-02-01",
            "Xinghe Max: input 10, output 30, cached input 0.8 yuan per million tokens, from 2027-01-01",
        ),
        ("星河Max 2026年5月1日多少钱", "星河 Max：输入 8、输出 24、缓存命中 0.8 元 / 百万 tokens，按 2026-05-01 的价"),
    ],
)
def test_the_day_of_a_price(engine: Engine, question: str, first: str) -> None:
    assert engine.ask(question, Context(now=NOW)).text.splitlines()[0] == first


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("星河Max的优惠什么时候结束", "还在：星河 Max 的优惠到 2026-12-15 为止。"),
        ("星河Max的优惠结束了吗", "还在：星河 Max 的优惠到 2026-12-15 为止。"),
        ("星河Pro的优惠结束了吗", "没有星河 Pro 优惠的记录。"),
    ],
)
def test_the_last_day_of_an_offer(engine: Engine, question: str, first: str) -> None:
    assert engine.ask(question, Context(now=NOW)).text.splitlines()[0] == first
