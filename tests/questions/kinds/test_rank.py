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
    assert "按输入价比较" not in reply["text"]
    assert "按输入价比较" in asked_small("所有模型按价格从低到高排一下")["text"]


def test_of_a_long_ranking_only_the_sellers_of_what_is_shown_are_named(asked: Asked) -> None:
    reply = asked("which OpenAI model has the cheapest output?", today=CATALOGUE_DAY)
    shown = [line for line in reply["text"].splitlines() if line.startswith("·")]
    named = [line for line in reply["text"].splitlines() if "own price in USD" in line]
    assert len(reply["results"]) == len(shown) - 1, "and one line for the others"
    assert named
    assert all(
        name in "".join(shown) for line in named for name in line.split(":")[0].replace(" and ", ", ").split(", ")
    )
