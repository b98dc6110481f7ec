"""Words for cheap and dear that tell of a change, and those that tell of what is so."""

from __future__ import annotations

import pytest

from bot.knowledge.entries import Knowledge
from bot.language.tokens.reader import Reader
from bot.questions.phrases.becoming import becomes
from bot.text import normalize
from tests.frozen import frozen_catalogue


@pytest.fixture(scope="module")
def reader(frozen: Knowledge) -> Reader:
    return Reader(frozen, frozen_catalogue())


@pytest.mark.parametrize(
    "text", ["豆包贵了吗", "豆包贵咗未", "豆包便宜咗未", "did it get any cheaper", "has it gotten a lot more expensive"]
)
def test_a_change(text: str, reader: Reader) -> None:
    assert becomes(reader.read(normalize(text)))


@pytest.mark.parametrize(
    "text", ["豆包贵吗", "太贵了吧", "豆包便宜", "is it cheaper", "get me the cheaper one, it is expensive"]
)
def test_no_change(text: str, reader: Reader) -> None:
    assert not becomes(reader.read(normalize(text)))
