"""Which is cheaper, and by how much."""

from __future__ import annotations

import pytest

from tests.conftest import DOUBAO, GLM, INDUSTRY, MINI, TINY, Asked, answers, values
from tests.questions.conftest import ANVIL, BEEP, GIFT, ROCKET


def test_prices_cheapest_first_with_the_difference(asked: Asked) -> None:
    reply = asked("豆包和GLM哪个便宜,便宜多少")
    assert (reply["status"], reply["kind"], reply["winner"]) == ("answered", "compare", GLM)
    assert values(reply) == [(GLM, "0.5", "CNY"), (DOUBAO, "0.8", "CNY")]
    assert {each["per"]["value"] for each in answers(reply)} == {"1000000"}
    assert values(reply, "difference") == [(GLM, "37.5", "percent"), (GLM, "1.6", "times")]


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("GLM比豆包便宜多少", "37.5"),
        ("豆包比GLM贵多少", "60"),
        ("how much cheaper is GLM than Doubao", "37.5"),
        ("how much more expensive is Doubao than GLM", "60"),
    ],
)
def test_percent_of_the_one_compared_with(asked: Asked, text: str, percent: str) -> None:
    difference = {unit: value for _, value, unit in values(asked(text), "difference")}
    assert difference["percent"] == percent
    assert difference["times"] == "1.6"


def test_the_dearer_wins_where_that_is_asked(asked: Asked) -> None:
    reply = asked("豆包和GLM哪个贵")
    assert reply["winner"] == DOUBAO
    assert {subject for subject, _, _ in values(reply, "difference")} == {DOUBAO}
    assert values(reply)[0] == (GLM, "0.5", "CNY")


def test_costs_of_the_same_work_with_the_difference_in_money(asked: Asked) -> None:
    reply = asked("100万tokens用豆包和GLM哪个便宜")
    assert values(reply) == [(GLM, "0.5", "CNY"), (DOUBAO, "0.8", "CNY")]
    assert {each["given"]["value"] for each in answers(reply)} == {"1000000"}
    assert (GLM, "0.3", "CNY") in values(reply, "difference")


def test_three_models(asked: Asked) -> None:
    reply = asked("豆包、GLM和文心哪个最便宜")
    assert reply["winner"] == GLM
    assert [subject for subject, _, _ in values(reply)] == [GLM, DOUBAO, TINY]
    assert values(reply, "difference") == [(GLM, "50", "percent"), (GLM, "2", "times")]


def test_a_free_model_is_cheapest_and_no_multiple(asked: Asked) -> None:
    reply = asked("豆包和MiniCPM哪个便宜")
    assert reply["winner"] == MINI
    assert values(reply) == [(MINI, "0", "CNY"), (DOUBAO, "0.8", "CNY")]
    assert values(reply, "difference") == [(MINI, "100", "percent")]


def test_the_industry_takes_part_where_it_is_named(asked: Asked) -> None:
    reply = asked("行业价、豆包和GLM哪个便宜")
    assert [subject for subject, _, _ in values(reply)] == [GLM, DOUBAO, INDUSTRY]


def test_sides_are_compared_by_input(asked_small: Asked) -> None:
    reply = asked_small("Rocket和Beep哪个便宜")
    assert reply["winner"] == BEEP
    assert [(each["subject"], each["value"], each["side"]) for each in answers(reply)] == [
        (BEEP, "1", None),
        (ROCKET, "2", "input"),
    ]


def test_equal_prices_are_said_to_be_equal(asked_small: Asked) -> None:
    reply = asked_small("Anvil和Beep哪个便宜")
    assert values(reply) == [(ANVIL, "1", "CNY"), (BEEP, "1", "CNY")]
    assert "一样" in reply["text"]


def test_a_free_model_against_one_with_sides(asked_small: Asked) -> None:
    assert asked_small("Rocket和Giftling哪个便宜")["winner"] == GIFT


@pytest.mark.parametrize(
    ("text", "winner"),
    [("豆包贵还是GLM贵", DOUBAO), ("is Doubao or GLM more expensive?", DOUBAO), ("豆包便宜还是GLM便宜", GLM)],
)
def test_the_winner_is_what_is_asked_for(asked: Asked, text: str, winner: str) -> None:
    assert asked(text)["winner"] == winner


def test_each_with_an_amount_of_its_own(asked: Asked) -> None:
    reply = asked("豆包100万token和GLM 300万token哪个便宜")
    assert (reply["kind"], reply["winner"]) == ("compare", DOUBAO)
    assert values(reply) == [(DOUBAO, "0.8", "CNY"), (GLM, "1.5", "CNY")]
    assert ("0.7", "CNY") in [each[1:] for each in values(reply, "difference")]
