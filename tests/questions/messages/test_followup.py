"""What a follow-up may not do: repeat a model, take a day for a sum, or multiply by days that were not meant."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.replies.machine import reply_object
from tests.questions.conftest import ANVIL, BEEP, ROCKET

Ask = Callable[..., dict[str, Any]]


@pytest.fixture
def after(small_bot: Engine) -> Ask:
    """The reply to the last of several messages, each of which follows the one before."""

    def talk(*messages: str, today: date = date(2024, 10, 1)) -> dict[str, Any]:
        code, replies = None, []
        for message in messages:
            replies.append(small_bot.ask(message, Context(previous=code, today=today)))
            code = replies[-1].code or code
        return reply_object(replies[-1])

    return talk


def _subjects(reply: dict[str, Any]) -> list[str]:
    return [result["subject"] for result in reply["results"] if result["role"] == "answer"]


def test_adding_a_model_that_is_there_already_repeats_nothing(after: Ask) -> None:
    reply = after("Anvil和Beep哪个便宜", "再加上Anvil和Rocket")
    assert sorted(_subjects(reply)) == sorted([ANVIL, BEEP, ROCKET, ROCKET]), "that with sides by both"


def test_the_price_of_one_side_stays_that_side_in_another_currency(after: Ask) -> None:
    reply = after("Rocket输出多少钱", "换成人民币")
    assert reply["results"][0]["value"] == "6"


def test_a_day_without_a_year_is_in_the_year_spoken_of(after: Ask) -> None:
    assert after("2023年5月1日Anvil多少钱", "5月2日呢")["status"] == "unknown"
    assert after("2024年5月1日Anvil多少钱", "6月2日呢")["results"][0]["value"] == "1"


def test_a_day_without_a_year_is_otherwise_the_last_such_day(after: Ask) -> None:
    assert after("Anvil多少钱", "6月2日呢")["results"][0]["value"] == "1"
    assert after("Anvil多少钱", "12月2日呢")["status"] == "unknown"


def test_a_day_is_no_sum(after: Ask) -> None:
    reply = after("10元能买多少Anvil", "6月2日呢")
    assert (reply["kind"], reply["results"][0]["value"]) == ("budget", "10000000")


@pytest.mark.parametrize(("said", "value"), [("每天1万token", "0.9"), ("每月1万token", "0.03"), ("1万token", "0.9")])
def test_an_amount_comes_as_often_as_it_is_said_to(after: Ask, said: str, value: str) -> None:
    assert after("用Anvil一个月多少钱", said)["results"][0]["value"] == value


@pytest.mark.parametrize("text", ["Anvil一个月前多少钱", "Anvil最近一个月多少钱"])
def test_a_time_when_is_no_time_how_long(after: Ask, text: str) -> None:
    assert after(text)["status"] != "clarify"
