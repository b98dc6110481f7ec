"""How much more a sum buys of one model than of another."""

from __future__ import annotations

import pytest

from tests.conftest import DOUBAO, GLM, Asked, answers, values


@pytest.mark.parametrize(
    "text",
    [
        "10块钱买GLM比买豆包多多少token",
        "10块钱买豆包比买GLM少多少token",
        "10块钱豆包和GLM买到的token差多少",
        "for 10 yuan how many more tokens do I get from glm than doubao",
        "how many fewer tokens do 10 yuan buy on doubao than on glm",
    ],
)
def test_the_difference_belongs_to_the_model_that_gives_more(asked: Asked, text: str) -> None:
    reply = asked(text)
    assert values(reply, "difference") == [(GLM, "7500000", "token")]
    assert {each["subject"] for each in answers(reply)} == {GLM, DOUBAO}
    assert "20,000,000 − 12,500,000 = 7,500,000" in reply["text"]


def test_of_a_range_only_a_bound_follows(asked: Asked) -> None:
    assert values(asked("5块钱用豆包比用GLM能多写多少字"), "difference") == [(DOUBAO, ("4375000", None), "character")]


@pytest.mark.parametrize("text", ["10块钱能买多少豆包和GLM", "10块钱买豆包还是GLM买得多"])
def test_no_difference_is_asked_for(asked: Asked, text: str) -> None:
    assert values(asked(text), "difference") == []
