"""The language of a message."""

from __future__ import annotations

import pytest

from bot.language.basics.detect import detect_language
from bot.text import Language, normalize


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("幾多", Language.ZH_HANT),
        ("多少", Language.ZH_HANS),
        ("how many tokens", Language.EN),
        ("tokens", None),
        ("100 RMB", None),
        ("", None),
        ("1 + 1 = ?", None),
    ],
)
def test_language(text: str, language: Language | None) -> None:
    assert detect_language(normalize(text)) is language


def test_names_tell_nothing_of_the_language() -> None:
    text = "ernie tiny 100"
    assert detect_language(normalize(text)) is Language.EN
    assert detect_language(normalize(text), [(0, 10)]) is None


def test_words_beside_names_count() -> None:
    assert detect_language(normalize("ernie tiny price"), [(0, 10)]) is Language.EN
