"""Tokens to characters, one unit of price or currency to another."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.conftest import DOUBAO, GLM, Asked, answers, values


def test_without_a_model_one_result_for_each_published_rate(asked: Asked) -> None:
    reply = asked("200万tokens大概多少汉字")
    assert (reply["status"], reply["kind"]) == ("answered", "convert")
    assert sorted(values(reply)) == [("bytedance", ("3000000", None), "character"), ("zhipu", "1000000", "character")]


@pytest.mark.parametrize(
    ("text", "subject", "value", "unit"),
    [
        ("200万tokens用GLM是多少汉字", GLM, "1000000", "character"),
        ("1000 tokens用豆包能换多少字", DOUBAO, ("1500", None), "character"),
        ("how many tokens are 50,000 Chinese characters with GLM", GLM, "100000", "token"),
        ("1500个汉字用豆包是多少tokens", DOUBAO, (None, "1000"), "token"),
    ],
)
def test_at_the_rate_of_the_model(
    asked: Asked, text: str, subject: str, value: str | tuple[str | None, str | None], unit: str
) -> None:
    reply = asked(text)
    assert reply["kind"] == "convert"
    assert values(reply) == [(subject, value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "per"),
    [
        ("0.0008元/千tokens是每百万多少", "0.8", "1000000"),
        ("0.8元每百万tokens是每千tokens多少钱", "0.0008", "1000"),
    ],
)
def test_a_price_for_another_number_of_tokens(asked: Asked, text: str, value: str, per: str) -> None:
    (result,) = answers(asked(text))
    assert (result["subject"], result["value"], result["unit"]) == (None, value, "CNY")
    assert result["per"] == {"value": per, "unit": "token"}


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("0.8厘是多少元", "0.0008", "0.8 厘 = 0.0008 元"),
        ("5毛是多少元", "0.5", "5 角 = 0.5 元"),
        ("35分钱是多少块", "0.35", "35 分 = 0.35 元"),
    ],
)
def test_parts_of_a_yuan(asked: Asked, text: str, value: str, words: str) -> None:
    reply = asked(text)
    assert values(reply) == [(None, value, "CNY")]
    assert reply["text"].splitlines()[0] == words


def test_currencies(asked: Asked) -> None:
    reply = asked("5美元合多少人民币")
    (result,) = answers(reply)
    assert (result["unit"], result["given"]) == ("CNY", {"value": "5", "unit": "USD"})
    rate = Decimal(reply["steps"][0].split(" × ")[1].split(" = ")[0])
    assert Decimal(result["value"]) == 5 * rate
    assert 6 < rate < 8
