"""Expressions from the vocabulary: put together from parts in every language, and looked up by what they say."""

from __future__ import annotations

import pytest

from bot.language.basics.vocabulary import documents
from bot.language.words.expressions import expressions, worded
from bot.text import normal_form

HEADINGS = sorted({name for file in documents("expressions") for name in file["expressions"]})


@pytest.mark.parametrize("name", HEADINGS)
def test_all_are_written_as_texts_are_read(name: str) -> None:
    """A word in another form, or twice under a heading, would never be found, or be one too many."""
    words = worded(name)
    assert [normal_form(word) for word in words] == list(words)
    assert len(set(words)) == len(words)


def test_both_languages_are_looked_through() -> None:
    asked_not_to = expressions("forbids to ask")
    assert asked_not_to.stands_in("别再问了") and asked_not_to.stands_in("please stop asking")


def test_several_headings_are_looked_for_together() -> None:
    assert expressions("heard", "to confirm").stands_in("听说") and expressions("heard", "to confirm").stands_in("真假")


def test_a_heading_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(KeyError):
        worded("no such heading")
