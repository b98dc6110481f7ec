"""What work costs."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.conftest import CATALOGUE_DAY, DOUBAO, GLM, MINI, TINY, Asked, answers, values
from tests.questions.conftest import BEEP, ROCKET


@pytest.mark.parametrize(
    ("text", "model", "value"),
    [
        ("100万tokens豆包多少钱", DOUBAO, "0.8"),
        ("写一本50万字的小说用GLM要花多少钱", GLM, "0.5"),
        ("what would 2 million tokens of ERNIE Tiny cost in yuan", TINY, "2"),
        ("1500字用豆包多少钱", DOUBAO, (None, "0.0008")),
        ("每天1万次,每次500 tokens,一个月用豆包要多少钱", DOUBAO, "120"),
        ("每次1000 tokens,每天100次,用GLM一年多少钱", GLM, "18.25"),
        ("100万字用文心多少钱", TINY, ("0.6666666666666666666666666667", "2")),
    ],
)
def test_costs(asked: Asked, text: str, model: str, value: str | tuple[str | None, str | None]) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "cost")
    assert values(reply) == [(model, value, "CNY")]


def test_a_free_model_costs_nothing(asked: Asked) -> None:
    (result,) = asked("100万tokens MiniCPM多少钱")["results"]
    assert (result["subject"], result["free"], result["value"], result["unit"]) == (MINI, True, "0", "CNY")


def test_no_model_named_means_every_curated_one(asked: Asked) -> None:
    assert values(asked("100万tokens多少钱")) == [
        (TINY, "1", "CNY"),
        (DOUBAO, "0.8", "CNY"),
        (MINI, "0", "CNY"),
        (GLM, "0.5", "CNY"),
    ]


def test_the_work_is_named_as_multiplied_out(asked: Asked) -> None:
    (result,) = answers(asked("每天1万次,每次500 tokens,一个月用豆包要多少钱"))
    assert result["given"] == {"value": "150000000", "unit": "token"}


def test_english_asks_for_dollars_unless_it_names_a_currency(asked: Asked) -> None:
    reply = asked("how much do 1 million GLM tokens cost")
    (result,) = answers(reply)
    assert result["unit"] == "USD"
    assert values(reply, "also") == [(GLM, "0.5", "CNY")]
    assert values(asked("how much do 1 million GLM tokens cost in RMB")) == [(GLM, "0.5", "CNY")]


def test_a_currency_asked_for_is_given(asked: Asked) -> None:
    (result,) = answers(asked("100万tokens的GLM要多少港币"))
    assert result["unit"] == "HKD"
    assert Decimal(result["value"]) > Decimal("0.5")


def test_input_and_output_make_one_cost(asked_small: Asked) -> None:
    reply = asked_small("Rocket输入100万tokens输出50万tokens多少钱")
    (result,) = answers(reply)
    assert (result["subject"], result["value"]) == (ROCKET, "5")
    assert result["given"] == {"value": "1500000", "unit": "token"}
    assert "2 + 3 = 5" in reply["steps"]


def test_both_sides_at_one_price(asked: Asked) -> None:
    assert values(asked("GLM输入100万tokens输出50万tokens多少钱")) == [(GLM, "0.75", "CNY")]


def test_a_load_without_a_side_costs_what_each_side_costs(asked_small: Asked) -> None:
    results = answers(asked_small("100万tokens的Rocket多少钱"))
    assert [(each["side"], each["value"]) for each in results] == [("input", "2"), ("output", "6")]


def test_a_copy_of_a_work(asked: Asked) -> None:
    (result,) = answers(asked("用GLM写一本三体要多少钱"))
    assert (result["value"], result["given"]) == ("0.88", {"value": "1", "unit": "copy"})


def test_a_model_without_a_rate(asked_small: Asked) -> None:
    assert values(asked_small("100万字的Beep多少钱")) == [(BEEP, ("1", "4"), "CNY")]


def test_a_budget_is_held_against_the_cost(asked: Asked) -> None:
    assert asked("10块钱够不够豆包处理100万tokens")["text"].startswith("够")
    assert asked("1毛钱够不够豆包处理100万tokens")["text"].startswith("不够")
    assert asked("5块够不够豆包处理1000万字")["text"].startswith("够不够说不准")
    assert asked("我有20块钱，想让GLM写30本红楼梦，够吗")["text"].startswith("不够")


@pytest.mark.parametrize(
    ("text", "dollars"),
    [
        ("gemini-2.5-pro 30万输入2万输出单次请求多少钱", "1.05"),
        ("gemini-2.5-pro 20万输入2万输出单次请求多少钱", "0.45"),
        ("gemini-2.5-pro 30万输入2万输出多少钱", "0.575"),
    ],
)
def test_a_long_request_has_its_own_price(asked: Asked, text: str, dollars: str) -> None:
    reply = asked(text, today=CATALOGUE_DAY)
    assert [each["value"] for each in reply["results"] if each["unit"] == "USD"] == [dollars]
    assert ("按长输入的价计" in reply["text"]) is (dollars == "1.05")
