"""What a subscription costs: its tiers, its period, the day on which it was seen, and that none is known."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.answers import Context, Status
from bot.engine import Engine
from bot.replies.machine import reply_object
from tests.frozen import todays_engine

NOW = Context(today=date(2026, 11, 28))


@pytest.fixture(scope="module")
def bot() -> Engine:
    return todays_engine()


def ask(bot: Engine, text: str) -> dict[str, Any]:
    return reply_object(bot.ask(text, NOW))


def test_tells_every_tier_for_the_period_that_is_published(bot: Engine) -> None:
    reply = ask(bot, "GLM Coding Plan 多少钱一个月")
    told = [(result["value"], result["unit"], result["per"], result["seller"]) for result in reply["results"]]
    assert told == [(tier, "CNY", {"value": "1", "unit": "month"}, "zhipu") for tier in ("118", "538", "1078")]
    assert {result["checked"] for result in reply["results"]} == {"2026-09-20"}
    assert reply["text"].splitlines()[0] == "GLM Coding Plan：Lite 118 元、Pro 538 元、Max 1,078 元 / 月"


def test_a_tier_is_a_name_of_its_plan(bot: Engine) -> None:
    assert ask(bot, "glm coding plan pro price")["kind"] == "plan"


def test_the_plans_of_whoever_is_named_are_meant(bot: Engine) -> None:
    reply = ask(bot, "claude subscription price")
    assert {result["subject"] for result in reply["results"]} == {"anthropic/claude-pro", "anthropic/claude-max"}


def test_a_price_asked_for_in_another_currency_stands_beside_its_own(bot: Engine) -> None:
    own, other = ask(bot, "ChatGPT Plus 多少人民币")["results"]
    assert (own["unit"], own["role"], own["value"]) == ("USD", "answer", "20")
    assert (other["unit"], other["role"]) == ("CNY", "also")


def test_plans_of_a_past_day_are_those_of_then(bot: Engine) -> None:
    reply = reply_object(bot.ask("GLM Coding Plan 多少钱", Context(today=date(2026, 11, 28), as_of=date(2026, 3, 1))))
    assert [result["value"] for result in reply["results"]] == ["49", "149", "469"]


def test_where_no_plan_is_known_the_reply_says_so_and_states_no_price(bot: Engine) -> None:
    reply = bot.ask("豆包会员多少钱", NOW)
    assert reply.status is Status.UNKNOWN
    assert not reply.results
    assert "豆包" in reply.text
