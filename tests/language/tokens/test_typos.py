"""Names that are misspelt a little are understood where the message asks something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.basics.cues import Cue
from bot.language.basics.sounds import same_sound
from bot.language.tokens.reader import Reader
from bot.text import normalize
from tests.conftest import DOUBAO, GLM, MINI, TINY


@pytest.mark.parametrize(
    ("text", "id_", "written"),
    [
        ("豆苞多少钱", DOUBAO, "豆苞"),
        ("1元能买多少GML tokens", GLM, "GML"),
        ("ernei tiny price", TINY, "ernei tiny"),
        ("doubo多少钱", DOUBAO, "doubo"),
        ("Minicpn要钱吗", MINI, "Minicpn"),
        ("质谱多少钱", "zhipu", "质谱"),
    ],
)
def test_a_slip_is_forgiven(reader: Reader, text: str, id_: str, written: str) -> None:
    reading = reader.read(normalize(text))
    ((_, name),) = reading.names()
    assert (name.id, name.corrected) == (id_, True)
    start, end = reading.normalized.source_span(name.start, name.end)
    assert text[start:end] == written


@pytest.mark.parametrize("text", ["豆包多少钱", "GLM多少钱", "ernie tiny price"])
def test_a_name_as_written_is_not_corrected(reader: Reader, text: str) -> None:
    assert [name.corrected for _, name in reader.read(normalize(text)).names()] == [False]


@pytest.mark.parametrize("text", ["ernei tiny", "豆苞真好吃", "GML"])
def test_nothing_is_forgiven_where_nothing_is_asked(reader: Reader, text: str) -> None:
    assert [name for _, name in reader.read(normalize(text)).names()] == []


@pytest.mark.parametrize("text", ["window多少钱", "banana price", "苹果多少钱", "红豆包多少钱"])
def test_other_words_stay_themselves(reader: Reader, text: str) -> None:
    assert [name.id for _, name in reader.read(normalize(text)).names() if name.corrected] == []


def test_words_that_are_no_names_are_respelled(reader: Reader) -> None:
    reading = reader.read(normalize("which model is the cheepest"))
    assert reading.residue == ()


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("how many GLM tokne for 1 yuan", Cue.TOKEN),
        ("1元能买多少豆包 tkoen", Cue.TOKEN),
        ("1 yaun of GLM", Cue.MONEY_WORD),
        ("GLM pirce", Cue.PRICE),
        ("豆包 prcie", Cue.PRICE),
        ("is GLM chaep", Cue.CHEAP),
        ("what does Doubao csot", Cue.SPEND),
        ("GLM 一百萬字 cotss", Cue.SPEND),
    ],
)
def test_swapped_letters_of_a_short_word_are_forgiven(reader: Reader, text: str, cue: Cue) -> None:
    """A short word about prices is understood with its letters in another order."""
    reading = reader.read(normalize(text))
    assert reading.has(cue)
    assert reading.residue == ()


@pytest.mark.parametrize(
    "text",
    ["Doubao ocst", "GLM kotne", "the eprice of GLM", "Doubao coat", "GLM tokr", "GLM prize", "GLM yuann", "GLM cheat"],
)
def test_a_short_word_with_another_first_or_other_letters_stays_unknown(reader: Reader, text: str) -> None:
    """A short word begins as it should and has no letter more, less or other: so near to it lie other words."""
    reading = reader.read(normalize(text))
    assert len(reading.residue) == 1
    assert not reading.has(Cue.TOKEN, Cue.PRICE, Cue.CHEAP, Cue.SPEND, Cue.MONEY_WORD)


@given(st.sampled_from(("token", "price", "cheap", "yuan")), st.data())
def test_any_order_of_the_letters_behind_the_first_will_do(reader: Reader, word: str, data: st.DataObject) -> None:
    """However the letters are mixed up, the word that is meant is found; only the first must stand first."""
    mixed = "".join(data.draw(st.permutations(word)))
    respelled = reader.read(normalize(f"豆包 {mixed}")).residue == ()
    assert respelled or mixed[0] != word[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("豆包", "豆苞", True), ("豆包", "逗宝", True), ("豆包", "豆", False), ("豆包", "面包", False), ("", "", True)],
)
def test_same_sound(one: str, other: str, same: bool) -> None:
    assert same_sound(one, other) is same


@given(st.text("豆苞包多少钱gmlernei tiny价?x", max_size=30))
def test_corrections_never_overlap_other_tokens(reader: Reader, text: str) -> None:
    place = 0
    for token in reader.read(normalize(text)).tokens:
        assert place <= token.start < token.end
        place = token.end
