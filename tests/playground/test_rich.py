"""Rich messages of the local Bot API."""

from __future__ import annotations

import pytest

from bot.playground.errors import ApiError
from bot.playground.rich import plain_text, rich_message


def test_blocks() -> None:
    source = (
        "<p>a <b>b<i>c</i></b></p><table bordered><caption>t</caption><tr><th align=\"right\">x</th></tr><tr><td>1 &lt; 2</td></tr>"
        "</table><details open><summary>more</summary>d<br>e</details><footer>f</footer>loose"
    )  # fmt: skip
    made = rich_message({"html": source})
    cell = {"align": "left", "valign": "middle"}
    assert made == {
        "blocks": [
            {"type": "paragraph", "text": "loose"},
            {
                "type": "paragraph",
                "text": ["a ", {"type": "bold", "text": ["b", {"type": "italic", "text": "c"}]}],
            },
            {
                "type": "table",
                "cells": [[{"text": "x", **cell, "align": "right", "is_header": True}], [{"text": "1 < 2", **cell}]],
                "is_bordered": True,
                "caption": "t",
            },
            {
                "type": "details",
                "summary": "more",
                "blocks": [{"type": "paragraph", "text": "d\ne"}],
                "is_open": True,
            },
            {"type": "footer", "text": "f"},
        ]
    }
    assert plain_text(made).splitlines() == ["loose", "a bc", "x", "1 < 2", "more", "d", "e", "f"]


@pytest.mark.parametrize(
    "given",
    [
        None,
        {"html": ""},
        {"html": "a", "markdown": "a"},
        {"html": " "},
        {"html": "<script>a</script>"},
        {"html": "<p>a"},
        {"html": "a</p>"},
        {"html": "<td>a</td>"},
        {"html": "<table></table>"},
        {"html": f"<table><tr>{'<td>a</td>' * 21}</tr></table>"},
        {"html": f"<table>{'<tr><td>a</td></tr>' * 501}</table>"},
        {"html": "a" * 32_769},
        {"html": "<b>" * 20 + "a" + "</b>" * 20},
        {"html": "a &copy; b"},
        {"html": '<table><tr><td align="justify">a</td></tr></table>'},
    ],
)
def test_what_is_not_taken(given: object) -> None:
    with pytest.raises(ApiError) as raised:
        rich_message(given)
    assert raised.value.code == 400
