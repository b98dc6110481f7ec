"""Cue phrases that are put together from parts."""

from __future__ import annotations

from bot.language.basics.cues import Cue
from bot.language.words.cue_phrases import cue_phrases
from bot.language.words.cue_words import cue_words

PHRASES = tuple(cue_phrases())


def test_parts_that_may_be_left_out_leave_nothing_behind() -> None:
    """No phrase is empty, or begins, ends or is joined with two blanks."""
    for _, phrase in PHRASES:
        assert phrase and phrase == " ".join(phrase.split())


def test_phrases_are_joined_as_their_language_writes_them() -> None:
    """English parts are joined by a blank, Chinese ones by nothing."""
    assert all(phrase.isascii() or " " not in phrase for _, phrase in PHRASES)
    assert (Cue.ASK, "does anyone know please") in PHRASES
    assert (Cue.ASK, "有人知道吗") in PHRASES


def test_every_phrase_is_a_cue_word_with_its_cue() -> None:
    """The words that texts are read with hold every phrase, its cue among theirs."""
    words = cue_words()
    assert [phrase for cue, phrase in PHRASES if cue not in words[phrase]] == []


def test_no_phrase_runs_both_ways() -> None:
    """What is from dear to cheap is never from cheap to dear as well."""
    assert not [word for word, cues in cue_words().items() if {Cue.ORDER, Cue.DESCENDING}.issubset(cues)]
