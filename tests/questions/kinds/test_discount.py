"""How much cheaper than before or than the industry."""

from __future__ import annotations

from datetime import date

import pytest

from tests.conftest import Asked, answers, values
from tests.questions.conftest import ANVIL


def test_a_dated_price_before(asked_small: Asked) -> None:
    reply = asked_small("Anvil降价前多少钱")
    assert values(reply) == [(ANVIL, "4", "CNY")]
    assert values(reply, "difference") == [(ANVIL, "75", "percent")]
    assert values(asked_small("Anvil降了多少")) == [(ANVIL, "75", "percent")]


def test_work_at_a_dated_price_before(asked_small: Asked) -> None:
    reply = asked_small("Anvil降价前500万token多少钱")
    assert values(reply) == [(ANVIL, "20", "CNY")]
    assert "推算" not in reply["text"]


@pytest.mark.parametrize(
    ("day", "costs", "gap", "rose"),
    [("2024-07-01", ["400", "100"], "300", False), ("2024-10-01", ["100", "300"], "200", True)],
)
def test_work_before_and_after_a_change(asked_small: Asked, day: str, costs: list[str], gap: str, rose: bool) -> None:
    reply = asked_small("1亿token的Anvil降价前后差多少钱", as_of=date.fromisoformat(day))
    assert [each["value"] for each in answers(reply)] == costs
    assert [each["value"] for each in answers(reply, "difference")] == [gap]
    assert ("比之前多" in reply["text"].splitlines()[0]) is rose
