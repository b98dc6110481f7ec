"""What the price is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import CATALOGUE_DAY, DOUBAO, GLM, MINI, TINY, Asked, answers, values
from tests.questions.conftest import ANVIL, ROCKET


@pytest.mark.parametrize(
    ("text", "model", "value", "per"),
    [
        ("GLM-3 Turbo什么价", GLM, "0.5", "1000000"),
        ("豆包什么价", DOUBAO, "0.0008", "1000"),
        ("豆包每百万tokens多少钱", DOUBAO, "0.8", "1000000"),
        ("GLM每千tokens多少钱", GLM, "0.0005", "1000"),
        ("百度什么价格", TINY, "0.001", "1000"),
        ("文心报价", TINY, "0.001", "1000"),
        ("what does ERNIE Tiny charge per million tokens", TINY, "1", "1000000"),
    ],
)
def test_prices(asked: Asked, text: str, model: str, value: str, per: str) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "price")
    (result,) = answers(reply)
    assert (result["subject"], result["value"], result["unit"]) == (model, value, "CNY")
    assert result["per"] == {"value": per, "unit": "token"}
    assert result["side"] is None


def test_a_free_model(asked: Asked) -> None:
    (result,) = asked("MiniCPM要钱吗")["results"]
    assert (result["subject"], result["free"], result["value"]) == (MINI, True, "0")


def test_one_result_for_each_side(asked_small: Asked) -> None:
    results = answers(asked_small("Rocket什么价"))
    assert {each["side"]: each["value"] for each in results} == {"input": "2", "output": "6", "cached_input": "0.5"}
    (output,) = answers(asked_small("Rocket输出什么价"))
    assert (output["subject"], output["side"], output["value"]) == (ROCKET, "output", "6")


@pytest.mark.parametrize(("day", "value"), [("2024-03-01", "4"), ("2024-06-01", "1"), ("2024-12-01", "3")])
def test_the_price_of_a_day(asked_small: Asked, day: str, value: str) -> None:
    reply = asked_small("Anvil什么价", as_of=date.fromisoformat(day))
    assert values(reply) == [(ANVIL, value, "CNY")]
    assert asked_small("Anvil什么价", today=date.fromisoformat(day))["results"] == reply["results"]


def test_a_day_named_in_the_question(asked_small: Asked) -> None:
    assert values(asked_small("2024年3月Anvil什么价")) == [(ANVIL, "4", "CNY")]


def test_before_the_first_date_no_price_is_known(asked: Asked) -> None:
    reply = asked("GLM什么价", as_of=date(2024, 5, 15))
    assert (reply["status"], reply["results"]) == ("unknown", [])
    assert "2024-05-16" in reply["text"]


def test_a_model_of_the_catalogue_has_its_price_in_dollars(asked: Asked) -> None:
    results = answers(asked("GPT-4o什么价", today=CATALOGUE_DAY))
    assert {each["side"] for each in results} >= {"input", "output"}
    for each in results:
        assert (each["subject"], each["unit"], each["source"]) == ("openai/gpt-4o", "USD", "genai-prices")


def test_what_has_no_price_is_said_with_what_is_known(asked: Asked) -> None:
    reply = asked("混元多少钱")
    assert (reply["status"], reply["kind"], reply["results"]) == ("unknown", None, [])
    assert set(reply["facts"]) <= {"angel-training", "angel-cost", "angel-inference"} and reply["facts"]
    assert "没有腾讯混元的报价" in reply["text"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("豆包是不是0.8元每百万token", "是的。"),
        ("豆包是不是1元每百万token", "不是。"),
        ("is GLM 0.5 yuan per million tokens?", "Yes."),
    ],
)
def test_a_price_that_somebody_heard_of_is_confirmed_or_denied(asked: Asked, text: str, verdict: str) -> None:
    assert asked(text)["text"].startswith(verdict)


def test_in_another_currency(asked: Asked) -> None:
    reply = asked("Doubao in USD per million tokens")
    assert [(each["unit"], each["role"]) for each in reply["results"]] == [("CNY", "answer"), ("USD", "also")]
    assert "$" in reply["text"].splitlines()[0] and "0.8 yuan" in reply["text"].splitlines()[0]


def test_in_a_currency_without_a_rate_says_so_first(asked: Asked) -> None:
    first, second, *_ = asked("豆包每百万token多少台币")["text"].splitlines()
    assert "汇率" in first and "0.8 元" in second


@pytest.mark.parametrize(
    ("text", "words"), [("豆包每千token多少厘", "0.8 厘 / 千 tokens"), ("豆包每千token多少分", "0.08 分 / 千 tokens")]
)
def test_in_a_part_of_a_yuan(asked: Asked, text: str, words: str) -> None:
    reply = asked(text)
    assert words in reply["text"].splitlines()[0]
    assert [(each["value"], each["unit"]) for each in reply["results"]] == [("0.0008", "CNY")]
