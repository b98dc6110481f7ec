"""Lines as plain text and as Telegram's HTML."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from bot.replies.layout import Line, Style, fitted, folded, html, parts_of, plain, whole

LINES = [Line("a < b", Style.HEADLINE), Line("1 & 2"), Line("x", Style.ITEM), Line("来源", Style.SMALL)]


def test_plain() -> None:
    assert plain(LINES) == "a < b\n1 & 2\n· x\n来源"


def test_html() -> None:
    assert html(LINES) == "<b>a &lt; b</b>\n1 &amp; 2\n· x\n<i>来源</i>"


@given(st.lists(st.builds(Line, st.text("a<>&\"'豆/b"), st.sampled_from(Style)), max_size=5))
def test_both_say_the_same(lines: list[Line]) -> None:
    lines = [Line("a"), *lines]
    without_tags = re.sub(r"</?(?:[bi]|blockquote)(?: expandable)?>", "", html(lines))
    assert sorted(unescape(without_tags).split("\n")) == sorted(whole(lines).split("\n"))


def test_what_is_folded_stands_in_a_quotation_that_opens() -> None:
    lines = [LINES[0], *folded(LINES[1:3]), LINES[3]]
    assert plain(lines) == "a < b\n来源"
    assert html(lines) == "<b>a &lt; b</b>\n<i>来源</i>\n<blockquote expandable>1 &amp; 2\n· x</blockquote>"
    assert parts_of(html(lines)) == (["<b>a &lt; b</b>", "<i>来源</i>"], ["1 &amp; 2", "· x"])


def test_plain_lines_are_folded_before_items_and_these_before_remarks() -> None:
    styles = [Style.HEADLINE, Style.REMARK, Style.ITEM, Style.ITEM, Style.PLAIN, Style.SMALL]
    lines = [Line(str(place), style) for place, style in enumerate(styles)]
    shown = [plain(fitted(lines, most)).replace("· ", "").split("\n") for most in (6, 5, 4, 3, 2)]
    assert shown == [list("012345"), list("01235"), list("0125"), list("015"), list("05")]
