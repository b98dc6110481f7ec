"""English words as they are typed in haste."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.language.casual_spellings import casual_spellings


def test_each_word_of_a_phrase_may_be_spelt_in_haste() -> None:
    """All ways to type a phrase come, the phrase itself left out."""
    found = set(casual_spellings("how much"))
    assert {"hw much", "how mutch", "hw mch"} <= found
    assert "how much" not in found


@pytest.mark.parametrize("phrase", ["多少钱", "per token of it all", "doubao"])
def test_other_phrases_are_left_as_they_are(phrase: str) -> None:
    """Chinese, long phrases and unknown words have no such spellings."""
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
        ("wat did robin li say abt closed source", "what did robin li say about closed source"),
    ],
)
def test_a_question_typed_in_haste_gets_the_same_answer(engine: Engine, hasty: str, correct: str) -> None:
    """Hasty spellings change nothing about the answer."""
    assert engine.ask(hasty).results == engine.ask(correct).results != ()
