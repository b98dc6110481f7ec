"""Cue phrases that are put together from parts."""

from __future__ import annotations

import pytest

from bot.language.basics.cues import Cue
from bot.language.tokens.reader import Reader
from bot.language.words.cue_phrases import cue_phrases
from bot.language.words.cue_words import cue_words
from bot.text import normalize

PHRASES = tuple(cue_phrases())


@pytest.mark.parametrize(
    ("cue", "phrase"),
    [
        (Cue.ASK, "有没有人知道吗"),
        (Cue.ASK, "有冇人試過"),
        (Cue.ASK, "谁知道"),
        (Cue.ASK, "does anyone remember"),
        (Cue.ASK, "who knows"),
        (Cue.ASK, "can someone help please"),
        (Cue.ORDER, "从便宜排到贵"),
        (Cue.ORDER, "由平到貴"),
        (Cue.ORDER, "最低至最高"),
        (Cue.ORDER, "from cheapest to priciest"),
        (Cue.ORDER, "lowest to highest"),
        (Cue.DESCENDING, "从贵到便宜"),
        (Cue.DESCENDING, "由最貴排到最平"),
        (Cue.DESCENDING, "most expensive to cheapest"),
        (Cue.SOURCE, "从哪里抄来的"),
        (Cue.SOURCE, "喺邊度搵返嚟㗎"),
        (Cue.KNOW, "都识得"),
        (Cue.WHAT, "拿来干啥用的"),
        (Cue.WHICH, "哪几家"),
        (Cue.WHICH, "有邊幾隻"),
        (Cue.HOW_MUCH_MONEY, "收几多蚊"),
        (Cue.HOW_MUCH_MONEY, "賣多少錢"),
        (Cue.HOW_MUCH_MONEY, "多少厘"),
        (Cue.HOW_MUCH_MONEY, "么子价"),
        (Cue.DIFFERENCE, "差多少倍"),
        (Cue.DIFFERENCE, "爭幾遠"),
    ],
)
def test_a_phrase_is_one_word_of_its_cue(reader: Reader, cue: Cue, phrase: str) -> None:
    """A phrase is read as one word that has its cue, alone and within a message."""
    for text in (phrase, f"GLM {phrase}?"):
        reading = reader.read(normalize(text))
        (token,) = [reading.tokens[place] for place in reading.places(cue)]
        assert reading.text[token.start : token.end] == normalize(phrase).text


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        (Cue.ORDER, "从贵到便宜"),
        (Cue.DESCENDING, "从便宜到贵"),
        (Cue.ORDER, "便宜 贵"),
        (Cue.ORDER, "cheapest most expensive"),
        (Cue.DESCENDING, "cheapest to dearest"),
        (Cue.ASK, "有人"),
        (Cue.ASK, "anyone"),
        (Cue.SOURCE, "哪里"),
        (Cue.HOW_MUCH_MONEY, "卖"),
        (Cue.DIFFERENCE, "爭"),
        (Cue.WHICH, "几家"),
    ],
)
def test_what_lacks_a_part_or_has_them_the_other_way_round_is_no_phrase(reader: Reader, cue: Cue, text: str) -> None:
    """Only all parts in their order make the phrase."""
    assert not reader.read(normalize(text)).has(cue)


def test_parts_that_may_be_left_out_leave_nothing_behind() -> None:
    """No phrase is empty, holds the sign for nothing, or begins, ends or is joined with two joints."""
    for _, phrase in PHRASES:
        assert phrase and phrase == phrase.strip("_-")
        assert "-" not in phrase and "__" not in phrase and " " not in phrase


def test_phrases_are_joined_as_their_language_writes_them() -> None:
    """English parts are joined by one joint, Chinese ones by none."""
    assert all(phrase.isascii() or "_" not in phrase for _, phrase in PHRASES)
    assert (Cue.ASK, "does_anyone_know_please") in PHRASES
    assert (Cue.ASK, "有人知道吗") in PHRASES


def test_every_phrase_is_a_cue_word_with_its_cue() -> None:
    """The words that texts are read with hold every phrase, its cue among theirs, with spaces for joints."""
    words = cue_words()
    assert [phrase for cue, phrase in PHRASES if cue not in words[phrase.replace("_", " ")]] == []


def test_no_phrase_runs_both_ways() -> None:
    """What is from cheap to dear is never from dear to cheap as well."""
    ways = {cue: {phrase for other, phrase in PHRASES if other is cue} for cue in (Cue.ORDER, Cue.DESCENDING)}
    assert all(ways.values())
    assert ways[Cue.ORDER].isdisjoint(ways[Cue.DESCENDING])
