"""What a message leaves out, and what the others are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.phrases.slots import Slots
from tests.conftest import DOUBAO, GLM, MINI, TINY, Asked, values


@pytest.mark.parametrize(
    ("text", "names", "free"),
    [
        ("除了豆包和免费的哪个最便宜", ("bytedance/doubao-main",), True),
        ("除豆包外，100万tokens各要多少钱", ("bytedance/doubao-main",), False),
        ("GLM不算，剩下的哪家便宜", ("zhipu/glm-3-turbo",), False),
        ("免費的先扣掉，邊個最平", (), True),
        ("leave out the free one and anything from Zhipu, which is cheapest", ("zhipu",), True),
        ("cheapest except doubao, glm and the free one", ("bytedance/doubao-main", "zhipu/glm-3-turbo"), True),
        ("不用GLM改用豆包，100万tokens多少钱", ("zhipu/glm-3-turbo",), False),
        ("不用GLM改用豆包，100万tokens能省多少", (), False),
        ("除了豆包，便宜的还有GLM吗", ("bytedance/doubao-main",), False),
        ("豆包除以2是多少", (), False),
    ],
)
def test_what_is_left_out(slotted: Callable[[str], Slots], text: str, names: tuple[str, ...], free: bool) -> None:
    found = slotted(text).exclusion
    assert (found.names, found.free) == (names, free)


def test_the_others_are_meant(slotted: Callable[[str], Slots]) -> None:
    """Where every model that is named is left out, a sum is wanted for all that remain."""
    assert set(slotted("除了豆包，1元能买多少tokens").meant) == {GLM, TINY, MINI}
    assert set(slotted("除了豆包和免费的，1元能买多少tokens").meant) == {GLM, TINY}
    assert slotted("除了豆包，GLM和文心1元能买多少tokens").meant == (GLM, TINY)
    assert slotted("豆包1元能买多少tokens").meant == (DOUBAO,)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("除了豆包，100万tokens多少钱", {GLM, TINY, MINI}),
        ("how many tokens for 5 yuan on anything except glm", {DOUBAO, TINY, MINI}),
        ("all prices except doubao", {GLM, TINY, MINI}),
    ],
)
def test_an_answer_without_them(asked: Asked, text: str, subjects: set[str]) -> None:
    assert {subject for subject, _, _ in values(asked(text))} == subjects


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ("leave GLM out, whats the cheapest paid model then", {GLM}),
        ("if we take doubao and glm out, which is the cheapest", {DOUBAO, GLM}),
        ("cheapest model, keep minicpm out of it", {MINI}),
        ("how much do I take 1M tokens of GLM out", set()),
        ("can GLM leave 2M tokens out", set()),
    ],
)
def test_names_between_the_words_that_leave_out(slotted: Callable[[str], Slots], text: str, left_out: set[str]) -> None:
    assert set(slotted(text).excluded[0]) == left_out
