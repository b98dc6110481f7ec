"""Words as they are typed in haste."""

from __future__ import annotations

import pytest

from bot.engine import Engine
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


@pytest.mark.parametrize(
    ("hasty", "correct"),
    [
        ("how mutch is doubao", "how much is doubao"),
        ("wat dose GLM cst", "what does GLM cost"),
        ("hw mny tokns of glm cn i get for 5 yuan", "how many tokens of glm can i get for 5 yuan"),
        ("5 milion tokens of ERNIE Tiny cost", "5 million tokens of ERNIE Tiny cost"),
        ("two thousend tokens of GLM price", "two thousand tokens of GLM price"),
        ("wich is cheeper, doubao or glm", "which is cheaper, doubao or glm"),
        ("豆包和文心哪个便易", "豆包和文心哪个便宜"),
        ("GLM一百万token多少前", "GLM一百万token多少钱"),
        ("GLM两白万token花费", "GLM两百万token花费"),
        ("prcie of ernei tiny", "price of ernie tiny"),
        ("wat did robin li say abt closed source", "what did robin li say about closed source"),
    ],
)
def test_a_question_typed_in_haste_gets_the_same_answer(engine: Engine, hasty: str, correct: str) -> None:
    """Hasty spellings change nothing about the answer."""
    assert engine.ask(hasty).results == engine.ask(correct).results != ()
