"""What work costs."""

from __future__ import annotations

from tests.conftest import Asked, answers, values
from tests.questions.conftest import BEEP, ROCKET


def test_input_and_output_make_one_cost(asked_small: Asked) -> None:
    reply = asked_small("Rocket输入100万tokens输出50万tokens多少钱")
    (result,) = answers(reply)
    assert (result["subject"], result["value"]) == (ROCKET, "5")
    assert result["given"] == {"value": "1500000", "unit": "token"}
    assert "2 + 3 = 5" in reply["steps"]


def test_a_load_without_a_side_costs_what_each_side_costs(asked_small: Asked) -> None:
    results = answers(asked_small("100万tokens的Rocket多少钱"))
    assert [(each["side"], each["value"]) for each in results] == [("input", "2"), ("output", "6")]


def test_a_model_without_a_rate(asked_small: Asked) -> None:
    assert values(asked_small("100万字的Beep多少钱")) == [(BEEP, ("1", "4"), "CNY")]
