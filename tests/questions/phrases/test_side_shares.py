"""Work of which a part is input and a part output, or comes from the cache."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from bot.questions.phrases.slots import Slots


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GPT-4o 400万token，75%输入，多少钱", {"input": "3000000", "output": "1000000"}),
        ("GPT-4o 400萬token，七成輸入三成輸出，幾多錢", {"input": "2800000", "output": "1200000"}),
        ("4M tokens of GPT-4o, 25% output, cost?", {"input": "3000000", "output": "1000000"}),
        ("输入输出比3:1，一共400万token，gpt-4o多少钱", {"input": "3000000", "output": "1000000"}),
        ("输出输入比1比3，一共400万token，gpt-4o多少钱", {"input": "3000000", "output": "1000000"}),
        ("cost of 4M GPT-4o tokens, input to output 3 to 1", {"input": "3000000", "output": "1000000"}),
        ("GPT-4o 100万token一半输入一半输出", {"input": "500000", "output": "500000"}),
        ("GPT-4o 100万token，输入输出各一半，多少钱", {"input": "500000", "output": "500000"}),
        ("1M tokens of GPT-4o split evenly between input and output", {"input": "500000", "output": "500000"}),
        (
            "gpt-4o 2M in, 1M of it cached, 500k out",
            {"input": "1000000", "cached_input": "1000000", "output": "500000"},
        ),
        ("GPT-4o 100万输入，其中80%命中缓存多少钱", {"input": "200000", "cached_input": "800000"}),
        (
            "gpt-4o 2M input, 1M cached input, 500k output",
            {"input": "2000000", "cached_input": "1000000", "output": "500000"},
        ),
    ],
)
def test_parts_of_the_work(slotted: Callable[[str], Slots], text: str, expected: dict[str, str]) -> None:
    loads, _ = slotted(text).loads
    found = {load.side: load.amount.value.exact for load in loads}
    assert found == {side: Decimal(amount) for side, amount in expected.items()}


@pytest.mark.parametrize(
    "text",
    [
        "GPT-4o 400万token，输入占70%，输出占20%，多少钱",
        "gpt-4o 1M in, 2M of it cached, 500k out",
    ],
)
def test_parts_that_do_not_add_up_make_no_sum(slotted: Callable[[str], Slots], text: str) -> None:
    assert slotted(text).loads[0] == []


@pytest.mark.parametrize("text", ["GPT-4o 100万输入打七折多少钱", "100万输入token打八折多少钱"])
def test_a_cut_is_no_share(slotted: Callable[[str], Slots], text: str) -> None:
    assert [(load.side, load.amount.value.exact) for load in slotted(text).loads[0]] == [("input", Decimal(1_000_000))]
