"""How many of a ranking, or which place of it, a text asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.amounts.ranks import limit_in, nth_in
from bot.text import normal_form


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("最便宜的三个模型", 3),
        ("最平嗰兩個係咩", 2),
        ("两个最便宜的", 2),
        ("价格前五", 5),
        ("前3名是谁", 3),
        ("top 3 cheapest", 3),
        ("the two cheapest models", 2),
        ("cheapest 4 please", 4),
        ("最便宜的是哪个", None),
        ("最便宜的一个", None),
        ("前三万token多少钱", None),
        ("top 100 yuan", None),
        ("一个月前3000元", None),
    ],
)
def test_how_many(text: str, limit: int | None) -> None:
    """A number beside the superlative is how many are wanted; one that counts something else is not."""
    assert limit_in(normal_form(text)) == limit


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("第二便宜的是哪个", 2),
        ("第三貴係邊個", 3),
        ("价格第2低", 2),
        ("次便宜的", 2),
        ("second cheapest?", 2),
        ("3rd most expensive", 3),
        ("the next cheapest one", 2),
        ("第一便宜", None),
        ("最便宜的次数", None),
        ("second question: cheapest?", None),
    ],
)
def test_which_place(text: str, place: int | None) -> None:
    """An ordinal beside the superlative is the place that is wanted; the first is the ranking itself."""
    assert nth_in(normal_form(text)) == place


@given(st.text("第二三两2前最便宜的贵个名 topcheapest3secnd", max_size=60) | st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    """Whatever the text, a limit is from 1 to 99 and a place from 2."""
    limit, place = limit_in(normal_form(text)), nth_in(normal_form(text))
    assert limit is None or 1 <= limit <= 99
    assert place is None or 2 <= place <= 99
