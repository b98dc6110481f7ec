"""Whether all versions of a model are asked of."""

from __future__ import annotations

import pytest

from bot.questions.phrases.traits import asks_of_versions
from bot.text import normalize


@pytest.mark.parametrize(
    ("text", "asks"), [("豆包2.1三個版本", True), ("doubao 2.1 models", True), ("哪个最便宜", False), ("一个月", False)]
)
def test_versions(text: str, asks: bool) -> None:
    assert asks_of_versions(normalize(text).text) is asks
