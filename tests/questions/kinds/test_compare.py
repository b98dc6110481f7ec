"""Which is cheaper, and by how much."""

from __future__ import annotations

from tests.conftest import Asked, answers, values
from tests.questions.conftest import ANVIL, BEEP, GIFT, ROCKET


def test_both_sides_are_compared(asked_small: Asked) -> None:
    reply = asked_small("Rocket和Beep哪个便宜")
    assert reply["winner"] == BEEP
    assert [(each["subject"], each["value"], each["side"]) for each in answers(reply)] == [
        (BEEP, "1", None),
        (ROCKET, "2", "input"),
        (ROCKET, "6", "output"),
    ]
    percent = {each["side"]: each["value"] for each in answers(reply, "difference") if each["unit"] == "percent"}
    assert {side: value[:5] for side, value in percent.items()} == {"input": "50", "output": "83.33"}


def test_among_several_the_nearest_rival_is_compared_with(asked_small: Asked) -> None:
    reply = asked_small("Rocket、Anvil、Beep哪个输出最贵")
    assert [each["value"][:5] for each in answers(reply, "difference")] == ["83.33", "6"]
    assert [(each["unit"], each["value"][:5]) for each in answers(reply, "also")] == [("percent", "83.33")]


def test_equal_prices_are_said_to_be_equal(asked_small: Asked) -> None:
    reply = asked_small("Anvil和Beep哪个便宜")
    assert values(reply) == [(ANVIL, "1", "CNY"), (BEEP, "1", "CNY")]
    assert "一样" in reply["text"]


def test_a_free_model_against_one_with_sides(asked_small: Asked) -> None:
    assert asked_small("Rocket和Giftling哪个便宜")["winner"] == GIFT
