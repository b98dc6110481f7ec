"""Names, amounts and cue words of a text, none of which overlaps another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.cues import Cue
from bot.language.tokens.reader import Reader
from bot.language.tokens.reading import Reading
from bot.language.words.cue_words import cue_words
from bot.text import normal_form, normalize

alphabet = "豆包GLM-3 Turbo文心1元块能买多少tokens字比便宜,?。0.8厘%百万ernie tiny"


def read(reader: Reader, text: str) -> Reading:
    return reader.read(normalize(text))


def test_latin_words_are_whole_words(reader: Reader) -> None:
    assert Cue.BUY in read(reader, "buy").cues
    assert Cue.BUY not in read(reader, "buyer").cues


def test_all_cue_words_are_in_normal_form() -> None:
    assert [word for word in cue_words() if normal_form(word) != word] == []


def test_what_nothing_explains_is_left_over(reader: Reader) -> None:
    reading = read(reader, "豆包 zxqvk 多少钱")
    assert [reading.text[start:end] for start, end in reading.residue] == ["zxqvk"]


@given(st.text(max_size=60) | st.text(alphabet, max_size=60))
def test_tokens_and_the_rest_cover_the_text_without_overlap(reader: Reader, text: str) -> None:
    reading = read(reader, text)
    spans = sorted([(token.start, token.end) for token in reading.tokens] + list(reading.residue))
    place = 0
    for start, end in spans:
        assert not any(character.isalnum() for character in reading.text[place:start])
        assert place <= start < end <= len(reading.text)
        place = end
    assert not any(character.isalnum() for character in reading.text[place:])


@given(st.text(alphabet, max_size=60))
def test_names_and_amounts_know_their_place(reader: Reader, text: str) -> None:
    for token in read(reader, text).tokens:
        found = token.name or token.amount
        if found is not None:
            assert (found.start, found.end) == (token.start, token.end)
        assert token.name is None or (token.amount is None and not token.cues)
