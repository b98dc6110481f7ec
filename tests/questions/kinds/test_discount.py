"""How much cheaper than before or than the industry."""

from __future__ import annotations

import pytest

from tests.conftest import DOUBAO, GLM, TINY, Asked, answers, values
from tests.questions.conftest import ANVIL


def test_as_published_and_by_the_industrys_level(asked: Asked) -> None:
    reply = asked("豆包比行业便宜多少")
    assert (reply["status"], reply["kind"]) == ("answered", "discount")
    assert values(reply) == [(DOUBAO, "99.3", "percent")]
    assert values(reply, "difference") == [(DOUBAO, "99.2", "percent"), (DOUBAO, "125", "times")]
    assert reply["facts"][0] == "doubao-vs-industry"
    assert "99.3%" in reply["text"] and "99.2%" in reply["text"]
    assert "谭待" in reply["text"]


def test_by_the_industrys_level_alone(asked: Asked) -> None:
    reply = asked("GLM比行业便宜多少")
    assert values(reply) == [(GLM, "99.5", "percent")]
    assert values(reply, "difference") == [(GLM, "99.5", "percent"), (GLM, "200", "times")]
    assert reply["text"].count("99.5%") == 2, "said once, and once in the sum"


@pytest.mark.parametrize("text", ["GLM降价前多少钱", "GLM-3 Turbo 降价之前什么价", "how much was GLM before the cut"])
def test_the_price_before_assumes_the_whole_cut_and_says_so(asked: Asked, text: str) -> None:
    reply = asked(text)
    (result,) = answers(reply)
    assert (reply["kind"], result["subject"], result["value"], result["unit"]) == ("discount", GLM, "0.005", "CNY")
    assert result["per"] == {"value": "1000", "unit": "token"}
    assert reply["facts"][0] == "glm-cut"
    assert "90%" in reply["text"]


def test_a_cut_of_up_to_is_a_range(asked: Asked) -> None:
    reply = asked("GLM-3 Turbo降了多少")
    assert values(reply) == [(GLM, (None, "90"), "percent")]


def test_a_dated_price_before(asked_small: Asked) -> None:
    reply = asked_small("Anvil降价前多少钱")
    assert values(reply) == [(ANVIL, "4", "CNY")]
    assert values(reply, "difference") == [(ANVIL, "75", "percent")]
    assert values(asked_small("Anvil降了多少")) == [(ANVIL, "75", "percent")]


def test_no_earlier_price_is_said_first(asked: Asked) -> None:
    reply = asked("文心 Tiny 降价前多少钱")
    assert values(reply) == []
    assert values(reply, "also") == [(TINY, "0.001", "CNY")]
    assert reply["text"].startswith("没有文心 ERNIE Tiny 降价前的价格记录")


def test_whose_cut_is_asked_back(asked: Asked) -> None:
    reply = asked("降价前多少钱")
    assert (reply["status"], reply["kind"], reply["results"]) == ("clarify", "discount", [])


@pytest.mark.parametrize("text", ["便宜多少", "省多少", "how much cheaper?"])
def test_a_difference_of_nobody_knows_what_is_asked_back(asked: Asked, text: str) -> None:
    assert asked(text)["status"] == "clarify"


def test_which_models_became_cheaper(asked: Asked) -> None:
    reply = asked("哪些模型降价了")
    assert (reply["kind"], [each["subject"] for each in answers(reply)]) == ("discount", [GLM])
