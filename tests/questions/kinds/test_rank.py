"""The cheapest, the dearest, the free ones, and all in order."""

from __future__ import annotations

from tests.conftest import CATALOGUE_DAY, DOUBAO, GLM, MINI, TINY, Asked, answers, values
from tests.questions.conftest import ANVIL, BEEP, GIFT, ROCKET

UPWARDS = [(MINI, "0", "CNY"), (GLM, "0.5", "CNY"), (DOUBAO, "0.8", "CNY"), (TINY, "1", "CNY")]


def test_models_of_a_small_market(asked_small: Asked) -> None:
    reply = asked_small("所有模型按价格从低到高排一下")
    assert next(subject for subject, _, _ in values(reply)) == GIFT
    assert {subject for subject, _, _ in values(reply)} >= {GIFT, ANVIL, BEEP, ROCKET}
    assert [each["side"] for each in answers(reply) if each["subject"] == ROCKET] == ["input"]


def test_by_the_side_asked_for(asked_small: Asked) -> None:
    reply = asked_small("所有模型按输出价从低到高排一下")
    assert [each["side"] for each in answers(reply) if each["subject"] == ROCKET] == ["output"]
    assert "3:1" not in reply["text"]


def test_by_both_sides_where_none_is_asked_for(asked_small: Asked) -> None:
    reply = asked_small("所有模型按价格从低到高排一下")
    assert "3:1" in reply["text"]
    assert "Rocket：输入 2、输出 6 元" in reply["text"]
    assert [each["side"] for each in reply["results"] if each["subject"] == ROCKET] == ["input", "output"]


def test_of_a_long_ranking_the_first_are_told_and_the_others_counted(asked: Asked) -> None:
    reply = asked("which OpenAI model has the cheapest output?", today=CATALOGUE_DAY)
    *shown, last = reply["text"].splitlines()
    assert len(reply["results"]) == len(shown)
    assert last.startswith("And ")
