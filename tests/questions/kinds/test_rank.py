"""The cheapest, the dearest, the free ones, and all in order."""

from __future__ import annotations

import pytest

from tests.conftest import CATALOGUE_DAY, DOUBAO, GLM, INDUSTRY, MINI, TINY, Asked, answers, values
from tests.questions.conftest import ANVIL, BEEP, GIFT, ROCKET

UPWARDS = [(MINI, "0", "CNY"), (GLM, "0.5", "CNY"), (DOUBAO, "0.8", "CNY"), (TINY, "1", "CNY")]


@pytest.mark.parametrize(
    ("text", "winner", "expected"),
    [
        ("最便宜的是哪家", MINI, UPWARDS),
        ("which model is the cheapest", MINI, UPWARDS),
        ("最贵的是哪家", TINY, UPWARDS[::-1]),
        ("which model is the most expensive", TINY, UPWARDS[::-1]),
        ("把所有模型按价格从低到高排一下", MINI, UPWARDS),
        ("所有模型从贵到便宜排序", TINY, UPWARDS[::-1]),
        ("哪些模型免费", MINI, UPWARDS[:1]),
        ("除了免费的最便宜的是哪个", GLM, UPWARDS[1:]),
        ("除了豆包,哪家最便宜", MINI, [each for each in UPWARDS if each[0] != DOUBAO]),
        ("比豆包便宜的有哪些", MINI, UPWARDS[:2]),
        ("比GLM贵的有哪些", DOUBAO, UPWARDS[2:]),
    ],
)
def test_ranks(asked: Asked, text: str, winner: str, expected: list[tuple[str, str, str]]) -> None:
    reply = asked(text)
    assert (reply["status"], reply["kind"], reply["winner"]) == ("answered", "rank", winner)
    assert values(reply) == expected


def test_free_is_cheapest_and_the_cheapest_that_costs_money_is_named(asked: Asked) -> None:
    first = asked("最便宜的是哪家")["text"].splitlines()[0]
    assert "MiniCPM" in first and "GLM-3 Turbo" in first


def test_no_model_fits(asked: Asked) -> None:
    reply = asked("比GLM便宜的付费模型有哪些")
    assert (reply["status"], reply["results"], reply["winner"]) == ("answered", [], None)


def test_the_industry_is_no_model(asked: Asked) -> None:
    assert INDUSTRY not in {subject for subject, _, _ in values(asked("最贵的是哪家"))}


def test_by_the_cost_of_some_work(asked: Asked) -> None:
    reply = asked("写100万字用哪个模型最便宜")
    assert reply["kind"] == "rank"
    assert [subject for subject, _, _ in values(reply)][:1] == [MINI]
    assert {each["given"]["unit"] for each in answers(reply)} == {"character"}


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
    assert len(reply["results"]) > len(shown)
    assert named
    assert all(
        name in "".join(shown) for line in named for name in line.split(":")[0].replace(" and ", ", ").split(", ")
    )
