"""A reply as lines with a style, and the same lines as plain text or Telegram's HTML."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape


class Style(StrEnum):
    """How a line looks."""

    HEADLINE = "headline"
    PLAIN = "plain"
    ITEM = "item"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a reply."""

    text: str
    style: Style = Style.PLAIN


def plain(lines: Iterable[Line]) -> str:
    """The lines as plain text."""
    return "\n".join(f"· {line.text}" if line.style is Style.ITEM else line.text for line in lines)


def html(lines: Iterable[Line]) -> str:
    """The lines in the HTML that Telegram reads, everything escaped."""
    return "\n".join(_html_line(line) for line in lines)


def _html_line(line: Line) -> str:
    text = escape(line.text, quote=False)
    match line.style:
        case Style.HEADLINE:
            return f"<b>{text}</b>"
        case Style.ITEM:
            return f"· {text}"
        case Style.SMALL:
            return f"<i>{text}</i>"
        case _:
            return text
