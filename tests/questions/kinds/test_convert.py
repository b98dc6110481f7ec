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
        ("百万token 0.5 元，千token多少厘", "0.0005", "1000"),
        ("千token 0.8厘，百万多少元", "0.8", "1000000"),
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


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("5角是多少厘", "0.5", "0.5 元 = 500 厘"),
        ("2元是几厘", "2", "2 元 = 2,000 厘"),
        ("35分等于多少角", "0.35", "0.35 元 = 3.5 角"),
        ("3毛换成分是多少", "0.3", "0.3 元 = 30 分"),
        ("1到2元是多少角", ("1", "2"), "1 元到 2 元 = 10 到 20 角"),
        ("8厘係幾多分", "0.008", "0.008 元 = 0.8 分"),
        ("5角等於多少釐", "0.5", "0.5 元 = 500 釐"),
        ("how many jiao is 2 yuan", "2", "2 yuan = 20 jiao"),
        ("how many fen is 3 jiao", "0.3", "0.3 yuan = 30 fen"),
        ("how many li are there in 0.5 yuan", "0.5", "0.5 yuan = 500 li"),
        ("convert 5 fen to li", "0.05", "0.05 yuan = 50 li"),
    ],
)
def test_into_parts_of_a_yuan(asked: Asked, text: str, value: str | tuple[str, str], words: str) -> None:
    """A sum wanted in 角, 分 or 厘 is worded in it; the result stays in yuan."""
    reply = asked(text)
    assert (reply["status"], reply["kind"]) == ("answered", "convert")
    assert values(reply) == [(None, value, "CNY")]
    assert reply["text"].splitlines()[0] == words


@pytest.mark.parametrize(
    ("part", "in_a_yuan", "texts"),
    [
        ("角", 10, ("1美元等于多少角", "1美元係幾多角")),
        ("分", 100, ("1美元等于多少分", "1美元合多少分钱")),
        ("jiao", 10, ("how many jiao is 1 dollar",)),
    ],
)
def test_another_currency_into_parts_of_a_yuan(asked: Asked, part: str, in_a_yuan: int, texts: tuple[str, ...]) -> None:
    """What is given in another currency is exchanged into yuan, and worded in the part."""
    (whole,) = answers(asked("1美元等于多少元"))
    for text in texts:
        reply = asked(text)
        (result,) = answers(reply)
        assert (result["value"], result["unit"]) == (whole["value"], "CNY")
        headline = reply["text"].splitlines()[0]
        assert headline.endswith(f" {part}")
        shown = Decimal(headline.split("≈ ")[1].split(" ")[0])
        assert abs(shown - Decimal(result["value"]) * in_a_yuan) <= Decimal("0.05")


@pytest.mark.parametrize("text", ["5美分是多少美元", "how many cents is 2 dollars", "5角是多少美元"])
def test_parts_of_other_currencies_are_no_parts_of_a_yuan(asked: Asked, text: str) -> None:
    """A cent is part of a dollar: the answer is in dollars, and words no part of a yuan."""
    reply = asked(text)
    (result,) = answers(reply)
    assert result["unit"] == "USD"
    assert not any(part in reply["text"].splitlines()[0] for part in ("厘", "fen", "jiao"))


def test_currencies(asked: Asked) -> None:
    reply = asked("5美元合多少人民币")
    (result,) = answers(reply)
    assert (result["unit"], result["given"]) == ("CNY", {"value": "5", "unit": "USD"})
    rate = Decimal(reply["steps"][0].split(" × ")[1].split(" = ")[0])
    assert Decimal(result["value"]) == 5 * rate
    assert 6 < rate < 8
