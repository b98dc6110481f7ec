"""Things of a size that the message names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.phrases.sized_things import counted_things
from bot.questions.phrases.slots import Slots


@pytest.mark.parametrize(
    "text",
    [
        "10 yuan on glm: how many pages at 500 tokens a page",
        "how many resumes can 3 yuan screen on glm at 2k tokens per resume",
        "2 yuan on glm, how many slides, 250 tokens each",
        "20 yuan on glm: how many blurbs of 120 tokens",
    ],
)
def test_things_are_counted(slotted: Callable[[str], Slots], text: str) -> None:
    slots = slotted(text)
    assert counted_things(slots) is not None
    assert slots.target_unit is not None
    assert slots.target_unit[0] == "call"


@pytest.mark.parametrize(
    "text",
    [
        "how many days would 10 yuan last at 500 tokens a day on glm",
        "how many tokens does a page of 500 words take",
        "how many pages can I write with glm for 10 yuan",
        "how many models cost less than 1 yuan per million tokens",
    ],
)
def test_other_counts(slotted: Callable[[str], Slots], text: str) -> None:
    assert counted_things(slotted(text)) is None
