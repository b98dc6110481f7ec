"""Words of a set in a text: where they stand, and which follow which."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.wordset import WordSet

TEXTS = st.text("ab 1还是,", max_size=12)
WORDS = st.lists(st.text("ab 1还是", min_size=1, max_size=3), max_size=4)
BREAKS = ","


def _spans(words: list[str], text: str) -> set[tuple[int, int]]:
    """The same as a reader would find them: one word after the other, at one place after the other."""
    return {
        (at, at + len(word))
        for word in words
        for at in range(len(text))
        if text.startswith(word, at) and not _cuts(text, at) and not _cuts(text, at + len(word))
    }


def _cuts(text: str, at: int) -> bool:
    pair = text[max(at - 1, 0) : at + 1] if at else ""
    return len(pair) == 2 and all(character in "ab1" for character in pair)


@given(WORDS, TEXTS)
def test_finds_each_word_that_stands_by_itself(words: list[str], text: str) -> None:
    found, expected = WordSet(words), _spans(words, text)
    assert set(found.spans(text)) == expected
    assert found.stands_in(text) is bool(expected)
    assert found.first(text) == min(expected, key=lambda span: (span[0], -span[1]), default=None)


@given(WORDS, WORDS, TEXTS, st.integers(0, 6))
def test_a_word_follows_near_and_in_the_same_clause(
    words: list[str], others: list[str], text: str, within: int
) -> None:
    pairs = {
        (start, stop)
        for start, end in _spans(words, text)
        for at, stop in _spans(others, text)
        if end <= at <= end + within and BREAKS not in text[end:at]
    }
    found = WordSet(words).followed_by(WordSet(others), text, within, BREAKS)
    assert (found in pairs) if pairs else found is None


def test_a_latin_word_is_no_part_of_another() -> None:
    assert not WordSet(["open"]).stands_in("opens")
    assert WordSet(["open"]).stands_in("is it open?")
    assert WordSet(["开源"]).stands_in("最便宜的开源模型")
