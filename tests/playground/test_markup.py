"""Telegram's HTML."""

from __future__ import annotations

import pytest

from bot.playground.errors import ApiError
from bot.playground.markup import parse_html


def test_text_and_entities() -> None:
    text, entities = parse_html('😀<b>粗 <i>x</i></b> &lt;&amp;&#128512; <a href="https://example.org">go</a>')
    assert text == "😀粗 x <&😀 go"
    assert entities == [
        {"type": "bold", "offset": 2, "length": 3},
        {"type": "italic", "offset": 4, "length": 1},
        {"type": "text_link", "offset": 11, "length": 2, "url": "https://example.org"},
    ]


def test_blockquotes_and_code() -> None:
    text, entities = parse_html('<blockquote expandable>a</blockquote><pre><code class="language-py">b</code></pre>')
    assert text == "ab"
    assert entities == [
        {"type": "expandable_blockquote", "offset": 0, "length": 1},
        {"type": "pre", "offset": 1, "length": 1, "language": "py"},
    ]


def test_unknown_references_stay_and_the_end_is_trimmed() -> None:
    assert parse_html("a&nbsp;b &zz; & <b>c </b> \n") == (
        "a&nbsp;b &zz; & c",
        [{"type": "bold", "offset": 16, "length": 1}],
    )


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<b>a", 'Can\'t find end tag corresponding to start tag "b"'),
        ("a</b>", "Unexpected end tag at byte offset 1"),
        ("多<h1>a</h1>", 'Unsupported start tag "h1" at byte offset 3'),
        ("<b><i>a</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("a <b", "Unclosed start tag at byte offset 2"),
        ("<b>a</b", "Unclosed end tag at byte offset 4"),
        ("<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">a</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ],
)
def test_what_telegram_does_not_take(source: str, problem: str) -> None:
    with pytest.raises(ApiError) as raised:
        parse_html(source)
    assert raised.value.code == 400
    assert raised.value.description == f"Bad Request: can't parse entities: {problem}"
