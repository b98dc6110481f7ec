"""Messages whose parts between commas each ask something of their own."""

from __future__ import annotations

import pytest

from bot.questions.messages.segments import all_ask
from tests.questions.conftest import Read


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("豆包和文心tiny谁便宜，豆包比行业又便宜多少", True),
        ("which is cheaper Doubao or GLM, how many ERNIE Tiny tokens does 1 yuan buy", True),
        ("豆包100万token多少钱，比GLM便宜多少", False),
        ("每天100万token，豆包和GLM哪个便宜", False),
        ("豆包和GLM哪个便宜，便宜多少", False),
        ("如果豆包打五折，豆包和GLM哪个便宜", False),
    ],
)
def test_each_part_asks_and_names_what_it_asks_about(read: Read, text: str, each: bool) -> None:
    assert all_ask(read(text)) is each
