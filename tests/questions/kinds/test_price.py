"""What the price is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Asked, answers, values
from tests.questions.conftest import ANVIL, ROCKET


def test_one_result_for_each_side(asked_small: Asked) -> None:
    results = answers(asked_small("Rocket什么价"))
    assert {each["side"]: each["value"] for each in results} == {"input": "2", "output": "6", "cached_input": "0.5"}
    (output,) = answers(asked_small("Rocket输出什么价"))
    assert (output["subject"], output["side"], output["value"]) == (ROCKET, "output", "6")


@pytest.mark.parametrize(("day", "value"), [("2024-03-01", "4"), ("2024-06-01", "1"), ("2024-12-01", "3")])
def test_the_price_of_a_day(asked_small: Asked, day: str, value: str) -> None:
    reply = asked_small("Anvil什么价", as_of=date.fromisoformat(day))
    assert values(reply) == [(ANVIL, value, "CNY")]
    assert asked_small("Anvil什么价", today=date.fromisoformat(day))["results"] == reply["results"]


def test_a_day_named_in_the_question(asked_small: Asked) -> None:
    assert values(asked_small("2024年3月Anvil什么价")) == [(ANVIL, "4", "CNY")]


def test_before_the_first_date_no_price_is_known(asked: Asked) -> None:
    reply = asked("GLM什么价", as_of=date(2024, 5, 15))
    assert (reply["status"], reply["results"]) == ("unknown", [])
    assert "2024-05-16" in reply["text"]
