"""What each part of the bot wins: how the texts of the corpus are looked through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tools.earns.texts import Texts
from tools.earns.witnesses import shown


@given(st.lists(st.text("ab元", max_size=6), max_size=6), st.text("ab元", min_size=1, max_size=3))
def test_every_text_that_holds_a_word_is_found_once(texts: list[str], word: str) -> None:
    assert list(Texts(texts).holding(word)) == [place for place, text in enumerate(texts) if word in text]


@given(st.text("a\\n\t\n\r", max_size=8))
def test_a_case_is_one_field_of_one_line(text: str) -> None:
    assert not {"\t", "\n", "\r"} & set(shown(text))
