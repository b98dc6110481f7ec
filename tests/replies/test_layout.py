"""Lines as plain text and as Telegram's HTML."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.layout import Line, Style, html, plain

LINES = [Line("a < b", Style.HEADLINE), Line("1 & 2"), Line("x", Style.ITEM), Line("来源", Style.SMALL)]


def test_plain() -> None:
    assert plain(LINES) == "a < b\n1 & 2\n· x\n来源"


def test_html() -> None:
    assert html(LINES) == "<b>a &lt; b</b>\n1 &amp; 2\n· x\n<i>来源</i>"


@given(st.lists(st.builds(Line, st.text("a<>&\"'豆/b"), st.sampled_from(Style)), max_size=5))
def test_both_say_the_same(lines: list[Line]) -> None:
    without_tags = re.sub(r"</?[bi]>", "", html(lines))
    assert unescape(without_tags) == plain(lines)
