"""Words as they are typed in haste."""

from __future__ import annotations

import pytest

from bot.language.words.casual_spellings import casual_spellings


def test_each_word_of_a_phrase_may_be_spelt_in_haste() -> None:
    """All ways to type a phrase come, the phrase itself left out."""
    found = set(casual_spellings("how much"))
    assert {"hw much", "how mutch", "hw mch"} <= found
    assert "how much" not in found


def test_chinese_is_mistyped_by_sound() -> None:
    """One word of a phrase comes up as another that sounds like it."""
    assert {"多少前", "多少块"} & set(casual_spellings("多少钱")) == {"多少前"}
    assert "最便易" in set(casual_spellings("最便宜"))


@pytest.mark.parametrize("phrase", ["几毛", "per token of it all", "doubao"])
def test_other_phrases_are_left_as_they_are(phrase: str) -> None:
    """Long phrases and words that nobody mistypes have no such spellings."""
    assert list(casual_spellings(phrase)) == []
