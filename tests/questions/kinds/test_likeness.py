"""Words are compared without the endings of number and tense, and only documents that can be meant are compared at all."""

from __future__ import annotations

import pytest

from bot.questions.kinds.concepts import stem
from bot.questions.kinds.likeness import Likeness, features_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("university", "universities"),
        ("renamed", "renaming"),
        ("price", "prices"),
        ("cut", "cuts"),
        ("fall", "falling"),
    ],
)
def test_forms_of_a_word_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["bus", "less", "ring", "red", "v4", "gpt", "128k"])
def test_what_is_no_ending_stays(word: str) -> None:
    assert stem(word) == word


def test_only_what_can_be_meant_is_compared() -> None:
    likeness = Likeness([("the lab was closed",), ("the lab was opened",), ("prices fell",)])
    asked = features_of("closing the lab")
    everything = likeness.of(asked, told=100, among=frozenset(range(3)))
    assert everything.places == {0, 1}
    assert everything.likeness(0) > everything.likeness(1)
    some = likeness.of(asked, told=100, among=frozenset({1, 2}))
    assert some.places == {1}
    assert some.likeness(0) == 0


def test_what_cannot_be_alike_enough_is_not_compared_in_full() -> None:
    likeness = Likeness([("the lab was closed",), ("the lab was opened",), ("prices fell",)])
    alike = likeness.of(features_of("closing the lab"), told=100, among=frozenset(range(3)))
    for place in alike.places:
        exact = alike.likeness(place)
        assert alike.likeness(place, least=exact) == exact
        assert alike.likeness(place, least=2.1) == 0
