"""A reply as lines with a style, and the same lines as plain text or Telegram's HTML."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple


class Style(StrEnum):
    """How a line looks."""

    HEADLINE = "headline"
    PLAIN = "plain"
    ITEM = "item"
    SMALL = "small"


class Line(NamedTuple):
    """One line of a reply."""

    text: str
    style: Style = Style.PLAIN


_BULLETS: Final = {style: "· " if style is Style.ITEM else "" for style in Style}


def plain(lines: Iterable[Line]) -> str:
    """The lines as plain text."""
    return "\n".join([_BULLETS[style] + text for text, style in lines])


_MARKED: Final = {
    Style.HEADLINE: "<b>{}</b>".format,
    Style.PLAIN: "{}".format,
    Style.ITEM: "· {}".format,
    Style.SMALL: "<i>{}</i>".format,
}
"""Puts an escaped line between the marks of its style."""


def is_small(marked: str) -> bool:
    """Whether a line in HTML is one of the small ones under an answer."""
    return marked.startswith("<i>")


def html(lines: Iterable[Line]) -> str:
    """The lines in the HTML that Telegram reads, everything escaped."""
    return "\n".join([_MARKED[style](escape(text, quote=False)) for text, style in lines])
