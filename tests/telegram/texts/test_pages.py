"""Long replies in parts."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.playground.markup import parse_html, utf16_length
from bot.telegram.texts.pages import pages, visible_length


def test_a_short_reply_stays_whole() -> None:
    assert pages("<b>一</b>\n\n二", 10) == ["<b>一</b>\n\n二"]


def test_paragraphs_are_kept_together() -> None:
    assert pages("一二三四五六\n\n七八九\n\n十百千", 12) == [
        "一二三四五六",
        "七八九\n\n十百千",
    ]


def test_lines_then_spaces_then_the_limit() -> None:
    assert pages("aaaaaa\nbbbbbb cc", 10) == ["aaaaaa", "bbbbbb cc"]
    assert pages("aaaaaa bbbbbb", 10) == ["aaaaaa", "bbbbbb"]
    assert pages("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


def test_open_tags_are_closed_and_opened_again() -> None:
    assert pages('<a href="https://example.org"><b>aaaaaa bbbbbb</b></a>', 10) == [
        '<a href="https://example.org"><b>aaaaaa</b></a>',
        '<a href="https://example.org"><b>bbbbbb</b></a>',
    ]


def test_references_and_wide_characters_count_as_telegram_counts() -> None:
    assert visible_length("&lt;b&gt;😀&#128512;<b></b>") == 7
    assert pages("&amp;" * 3, 2) == ["&amp;&amp;", "&amp;"]


def test_nothing_makes_no_message() -> None:
    assert pages("") == []
    assert pages(" \n\n ") == []


WORDS = st.lists(
    st.sampled_from(["字" * 5, "word ", "\n", "\n\n", "&lt;", "😀", "<b>粗</b>", "<i>", "</i>"]), max_size=60
)


@given(WORDS)
def test_every_part_is_valid_and_short_and_nothing_is_lost(words: list[str]) -> None:
    html = _balanced("".join(words))
    parts = pages(html, 20)
    shown = [parse_html(part)[0] for part in parts]
    assert all(0 < utf16_length(text) <= 20 for text in shown)
    assert re.sub(r"\s", "", "".join(shown)) == re.sub(r"\s", "", parse_html(html)[0])


def _balanced(html: str) -> str:
    """The HTML with its <i> tags in pairs, none inside another."""
    made, inside = "", False
    for piece in re.split(r"(</?i>)", html):
        if piece == "<i>":
            made, inside = made if inside else made + piece, True
        elif piece == "</i>":
            made, inside = made + piece if inside else made, False
        else:
            made += piece
    return made + ("</i>" if inside else "")
