"""Words as they are typed in haste."""

from __future__ import annotations

import pytest

from bot.language.words.casual_spellings import spelt_out
from bot.text import normalize


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hw mch does it cst?", "how much does it cost?"),
        ("Wats teh price of GLM", "whats the price of glm"),
        ("豆包多少前", "豆包多少钱"),
        ("哪个便易", "哪个便宜"),
    ],
)
def test_hasty_spellings_are_read_as_what_they_stand_for(typed: str, meant: str) -> None:
    assert spelt_out(normalize(typed)).text == meant


@pytest.mark.parametrize("text", ["doubao", "gpt-4-dis", "cn.example", "方便易用", "多少前端", "wat's up"])
def test_other_words_are_left_as_they_are(text: str) -> None:
    """Parts of other words and of names are no spellings."""
    normalized = normalize(text)
    assert spelt_out(normalized) is normalized


def test_the_way_back_to_what_was_typed_is_kept() -> None:
    """A word stands where its spelling was typed, and what follows where it was."""
    found = spelt_out(normalize("ok, hw mutch is GLM"))
    spans = {word: found.text.index(word) for word in ("how", "much", "glm")}
    typed = {word: found.source_span(start, start + len(word)) for word, start in spans.items()}
    assert {word: found.original[slice(*span)] for word, span in typed.items()} == {
        "how": "hw", "much": "mutch", "glm": "GLM",
    }  # fmt: skip
