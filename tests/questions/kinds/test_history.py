"""The course of prices: when they changed, how often, whether they did or will, what they were at first."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from bot.answers import BEIJING, Context
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.replies.machine import reply_object
from tests.corpus_cases import TODAYS_MARKET
from tests.reply_objects import breaches

NOW = Context(now=datetime(2026, 11, 28, 12, tzinfo=BEIJING))


@pytest.fixture(scope="module")
def bot() -> Engine:
    return Engine(load_knowledge(TODAYS_MARKET))


def ask(bot: Engine, text: str) -> dict[str, Any]:
    reply = reply_object(bot.ask(text, NOW))
    assert breaches(reply) == []
    assert reply["kind"] == "history"
    return reply


def told(reply: dict[str, Any], unit: str) -> list[tuple[str, str, str]]:
    return [(each["side"], each["value"], each["role"]) for each in reply["results"] if each["unit"] == unit]


def test_a_change_has_the_prices_around_it_its_size_and_its_day(bot: Engine) -> None:
    reply = ask(bot, "minimax m3啥时候降的价")
    assert told(reply, "CNY") == [
        ("input", "4.2", "answer"),
        ("output", "16.8", "answer"),
        ("input", "2.1", "answer"),
        ("output", "8.4", "answer"),
    ]
    assert told(reply, "percent") == [("input", "50", "difference"), ("output", "50", "difference")]
    assert [each["value"] for each in reply["results"] if each["unit"] == "date"] == ["2026-08-10"]


def test_a_day_on_which_a_price_was_only_seen_is_said_to_be_one(bot: Engine) -> None:
    first, second, *_ = ask(bot, "minimax m3啥时候降的价")["text"].splitlines()
    assert "最晚 2026-08-10" in first
    assert "第一次见到" in second


def test_yes_or_no_comes_first(bot: Engine) -> None:
    assert ask(bot, "did gpt 5.6 luna get cheaper this year?")["text"].startswith("Yes, ")
    assert ask(bot, "did o3 get cheaper this year?")["text"].startswith("No, ")
    assert ask(bot, "豆包2.1 pro 降过价吗")["text"].startswith("没有：")


def test_only_the_way_that_is_asked_about_counts(bot: Engine) -> None:
    assert ask(bot, "deepseek v4 pro 降过几次价")["text"].splitlines()[0].endswith("1 次")
    assert ask(bot, "deepseek v4 pro 调过几次价")["text"].splitlines()[0].endswith("2 次")


def test_what_is_announced_is_told_of_what_is_to_come_alone(bot: Engine) -> None:
    coming = ask(bot, "gemini 4 argon 会涨价吗")
    assert [each["value"] for each in coming["results"] if each["unit"] == "date"] == ["2026-12-01"]
    assert not [each for each in ask(bot, "豆包2.1 pro 会涨价吗")["results"] if each["unit"] == "date"]


def test_a_history_is_oldest_first_with_the_days_of_each_price(bot: Engine) -> None:
    results = ask(bot, "price history of o3")["results"]
    assert [(each["side"], each["value"], each["from"], each["until"]) for each in results] == [
        ("input", "10", None, "2025-06-10"),
        ("output", "40", None, "2025-06-10"),
        ("input", "2", "2025-06-10", "2026-12-11"),
        ("output", "8", "2025-06-10", "2026-12-11"),
    ]


def test_the_first_price_is_no_launch_price_where_nobody_saw_it(bot: Engine) -> None:
    assert "first on record (before 2025-06-10)" in ask(bot, "what did o3 cost at launch")["text"]
    assert "首发价（2026-02-11）" in ask(bot, "glm-5首发价")["text"]
