"""What the work that a sum pays for with one model would cost with another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.frames.moved_spending import spent
from bot.questions.phrases.slots import Slots
from tests.conftest import DOUBAO, GLM, TINY, Asked, values


@pytest.mark.parametrize(
    ("text", "costs", "gap"),
    [
        ("我们现在每月花300块用豆包，换GLM能省多少", [(GLM, "187.5"), (DOUBAO, "300")], "112.5"),
        ("每月豆包账单200块，换成文心要多少", [(DOUBAO, "200"), (TINY, "250")], "50"),
        ("从文心换到豆包，现在一个月交500块，能省多少", [(DOUBAO, "400"), (TINY, "500")], "100"),
        ("而家每個月使200蚊文心，轉用GLM慳幾多", [(GLM, "100"), (TINY, "200")], "100"),
        (
            "I pay 300 yuan a month for doubao, how much would I save by switching to GLM",
            [(GLM, "187.5"), (DOUBAO, "300")],
            "112.5",
        ),
    ],
)
def test_the_same_work_elsewhere(asked: Asked, text: str, costs: list[tuple[str, str]], gap: str) -> None:
    reply = asked(text)
    assert reply["kind"] == "compare"
    assert [(subject, value) for subject, value, _ in values(reply)] == costs
    assert gap in {value for _, value, unit in values(reply, "difference") if unit == "CNY"}


@pytest.mark.parametrize(
    "text",
    ["10块钱豆包换成GLM能买多少tokens", "100万tokens从豆包换成GLM能省多少", "300块买豆包还是GLM", "300块换GLM能用多少"],
)
def test_no_sum_is_spent_on_what_is_left(slotted: Callable[[str], Slots], text: str) -> None:
    assert spent(slotted(text)) is None
