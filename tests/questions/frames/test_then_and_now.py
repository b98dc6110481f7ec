"""Families of which a price was reported: the reported model and those of today, each beside the other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Context, Reply, Role
from bot.engine import Engine
from bot.knowledge.load import load_knowledge

TODAY = date(2026, 11, 28)
REPORTED, FLAGSHIP = "bytedance/doubao-main", "bytedance/doubao-seed-2.1-pro"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(load_knowledge(Path("tests/corpus/today/market")))


def _told(reply: Reply, role: Role) -> set[str | None]:
    return {result.subject for result in reply.results if result.role is role}


@pytest.mark.parametrize("text", ["豆包多少钱", "how much is doubao", "1元能买多少豆包tokens", "100万tokens豆包多少钱"])
def test_a_bare_family_is_the_reported_model_with_that_of_today_beside_it(engine: Engine, text: str) -> None:
    reply = engine.ask(text, Context(today=TODAY))
    assert _told(reply, Role.ANSWER) == {REPORTED}
    assert FLAGSHIP in _told(reply, Role.ALSO)
    assert reply.text.splitlines()[1].startswith(("现在：", "Now: "))


@pytest.mark.parametrize("text", ["豆包现在多少钱", "豆包輸出而家幾錢", "current doubao price", "豆包输出多少钱"])
def test_now_and_by_side_it_is_those_of_today_with_the_reported_one_beside_them(engine: Engine, text: str) -> None:
    reply = engine.ask(text, Context(today=TODAY))
    assert FLAGSHIP in _told(reply, Role.ANSWER)
    assert REPORTED not in _told(reply, Role.ANSWER)
    assert _told(reply, Role.ALSO) == {REPORTED}


def test_beside_a_family_of_another_day_it_is_of_today(engine: Engine) -> None:
    reply = engine.ask("豆包和deepseek哪个便宜", Context(today=TODAY))
    assert REPORTED not in {result.subject for result in reply.results}


def test_on_the_day_of_the_report_nothing_is_told_beside_it(engine: Engine) -> None:
    reply = engine.ask("豆包多少钱", Context(as_of=date(2024, 5, 16), today=TODAY))
    assert {result.subject for result in reply.results} == {REPORTED}


def test_a_button_asks_the_same_of_both(engine: Engine) -> None:
    reply = engine.ask("豆包多少钱", Context(today=TODAY))
    assert reply.code is not None
    assert engine.press(reply.code, Context(today=TODAY)).results == reply.results
