"""Names and words that are misspelt a little, and those that are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.sounds import same_sound
from bot.language.tokens.reader import Reader
from bot.text import normalize


@pytest.mark.parametrize("text", ["豆包多少钱", "GLM多少钱", "ernie tiny price"])
def test_a_name_as_written_is_not_corrected(reader: Reader, text: str) -> None:
    assert [name.corrected for _, name in reader.read(normalize(text)).names()] == [False]


@given(st.sampled_from(("token", "price", "cheap", "yuan")), st.data())
def test_any_order_of_the_letters_behind_the_first_will_do(reader: Reader, word: str, data: st.DataObject) -> None:
    """However the letters are mixed up, the word that is meant is found; only the first must stand first."""
    mixed = "".join(data.draw(st.permutations(word)))
    respelled = reader.read(normalize(f"豆包 {mixed}")).residue == ()
    assert respelled or mixed[0] != word[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("豆包", "豆苞", True), ("豆包", "逗宝", True), ("豆包", "豆", False), ("豆包", "面包", False), ("", "", True)],
)
def test_same_sound(one: str, other: str, same: bool) -> None:
    assert same_sound(one, other) is same


@given(st.text("豆苞包多少钱gmlernei tiny价?x", max_size=30))
def test_corrections_never_overlap_other_tokens(reader: Reader, text: str) -> None:
    place = 0
    for token in reader.read(normalize(text)).tokens:
        assert place <= token.start < token.end
        place = token.end
