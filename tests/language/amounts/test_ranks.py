"""How many of a ranking, or which place of it, a text asks for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.amounts.ranks import limit_in, nth_in
from bot.text import normal_form


@given(st.text("第二三两2前最便宜的贵个名 topcheapest3secnd", max_size=60) | st.text(max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    """Whatever the text, a limit is from 1 to 99 and a place from 2."""
    limit, place = limit_in(normal_form(text)), nth_in(normal_form(text))
    assert limit is None or 1 <= limit <= 99
    assert place is None or 2 <= place <= 99
