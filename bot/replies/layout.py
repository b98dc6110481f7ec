"""A reply as lines with a style, and the same lines as plain text or Telegram's HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from html import escape
from typing import Final, NamedTuple

MOST_LINES: Final = 6
"""Lines of an answer that are shown at once."""


class Style(StrEnum):
    """How a line looks."""

    HEADLINE = "headline"
    PLAIN = "plain"
    REMARK = "remark"
    """Looks like a plain one, and is kept in sight before items are."""
    ITEM = "item"
    SMALL = "small"


class Line(NamedTuple):
    """One line of a reply; one that is ``folded`` is shown to whoever unfolds the rest."""

    text: str
    style: Style = Style.PLAIN
    folded: bool = False


_BULLETS: Final = {style: "· " if style is Style.ITEM else "" for style in Style}


def plain(lines: Iterable[Line]) -> str:
    """The lines that are not folded, as plain text."""
    return whole([line for line in lines if not line.folded])


def whole(lines: Iterable[Line]) -> str:
    """All lines as plain text."""
    return "\n".join([_BULLETS[style] + text for text, style, _ in lines])


_MARKED: Final = {
    Style.HEADLINE: "<b>{}</b>".format,
    Style.PLAIN: "{}".format,
    Style.REMARK: "{}".format,
    Style.ITEM: "· {}".format,
    Style.SMALL: "<i>{}</i>".format,
}
"""Puts an escaped line between the marks of its style."""

_FOLD: Final = ("\n<blockquote expandable>", "</blockquote>")


def is_small(marked: str) -> bool:
    """Whether a line in HTML is one of the small ones under an answer."""
    return marked.startswith("<i>")


def html(lines: Sequence[Line]) -> str:
    """The lines in the HTML that Telegram reads, everything escaped; what is folded in a quotation that opens."""
    marked = [(_MARKED[style](escape(text, quote=False)), folded) for text, style, folded in lines]
    shown = "\n".join([text for text, folded in marked if not folded])
    return folded_under(shown, [text for text, folded in marked if folded])


def folded_under(shown: str, folded: Sequence[str]) -> str:
    """Lines in HTML with others folded under them."""
    return shown + "\n".join(folded).join(_FOLD) if folded else shown


def parts_of(marked: str) -> tuple[list[str], list[str]]:
    """The lines of a reply in HTML: those shown, and those folded under them."""
    shown, _, folded = marked.partition(_FOLD[0])
    return shown.split("\n"), folded.removesuffix(_FOLD[1]).split("\n") if folded else []


def folded(lines: Iterable[Line]) -> list[Line]:
    """The lines, all of them folded."""
    return [line._replace(folded=True) for line in lines]


def fitted(lines: Sequence[Line], most: int = MOST_LINES) -> list[Line]:
    """The lines with as many of them folded as do not fit: plain ones from the last, then items, then remarks; the head
    stays."""
    over = len([line for line in lines if not line.folded]) - most
    kept = list(lines)
    if over <= 0:
        return kept
    for style in (Style.PLAIN, Style.ITEM, Style.REMARK, Style.HEADLINE):
        for place in range(len(kept) - 1, 0, -1):
            if over > 0 and kept[place].style is style and not kept[place].folded:
                kept[place] = kept[place]._replace(folded=True)
                over -= 1
    return kept
