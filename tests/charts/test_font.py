"""The font of the charts has what names and words are written with, and its licence lies beside it."""

from __future__ import annotations

from dataclasses import fields

import pytest
from fontTools.ttLib import TTFont
from PIL import ImageFont

from bot.charts.fonts.files import CHARACTERS, FONT, is_written, written
from bot.charts.making.words import WORDS
from bot.knowledge.entries import EntryKind
from bot.replies.speech import shown
from bot.text import Language, to_traditional
from tests.frozen import shipped_knowledge
from tools.chart_font import characters_wanted

NOT_THERE = "\U0010ffff"


def test_what_is_said_to_be_in_the_font_is_in_it() -> None:
    with TTFont(FONT) as font:
        assert set(CHARACTERS.read_text("utf-8")) == set(map(chr, font.getBestCmap()))


def test_the_font_was_cut_for_the_knowledge_that_is_shipped() -> None:
    """Where this fails, a new name has a rare character: `python -m tools.chart_font` cuts the font anew."""
    assert sorted(set(characters_wanted(shipped_knowledge())) - set(CHARACTERS.read_text("utf-8"))) == []


def test_every_name_is_written_in_all_languages() -> None:
    names = [entry.name for entry in shipped_knowledge().entries.values() if entry.kind is EntryKind.MODEL]
    for name in names:
        assert is_written(name.en)
        assert is_written(name.zh), name.zh
        assert is_written(name.zh_hant or to_traditional(name.zh)), name.zh


@pytest.mark.parametrize("language", Language)
def test_the_words_of_charts_are_written(language: Language) -> None:
    words = WORDS[language]
    assert all(map(is_written, shown([getattr(words, field.name) for field in fields(words)], language)))


def test_no_character_that_the_font_has_is_the_box_of_those_that_it_lacks() -> None:
    font = ImageFont.truetype(FONT, 24, layout_engine=ImageFont.Layout.BASIC)
    box = bytes(font.getmask(NOT_THERE))
    assert any(box)
    boxes = [each for each in CHARACTERS.read_text("utf-8") if bytes(font.getmask(each)) == box]
    assert boxes == []


def test_a_character_that_the_font_lacks_becomes_a_question_mark() -> None:
    assert written(f"豆包{NOT_THERE}") == "豆包?"


def test_the_licence_lies_beside_the_font() -> None:
    licence = (FONT.parent / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert FONT.name in licence
