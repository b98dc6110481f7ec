"""Cuts long HTML replies into messages that Telegram takes, at paragraphs, with their tags intact."""

from __future__ import annotations

import re
from html import unescape
from typing import Final, NamedTuple

from telegram.constants import MessageLimit

_PIECES: Final = re.compile(r"<(/?)([a-zA-Z-]+)[^<>]*>|&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|lt|gt|amp|quot);|[\s\S]")

_TAGS: Final = re.compile(r"<[^<>]*>")


class _Piece(NamedTuple):
    """A tag, or one character as it is written in HTML."""

    markup: str
    length: int
    """UTF-16 code units that it takes in the message; 0 for a tag."""
    opens: str = ""
    closes: str = ""


def pages(html: str, limit: int = MessageLimit.MAX_TEXT_LENGTH) -> list[str]:
    """The HTML in parts of at most ``limit`` characters of visible text each.

    A part ends at a paragraph where it can, else at a line, else at a space. Tags that are open there are closed and
    opened again in the next part.
    """
    if 2 * len(html) <= limit:  # whatever it holds, it is short enough
        return [html.strip()] if _TAGS.sub("", html).strip() else []
    pieces = [_piece(found) for found in _PIECES.finditer(html)]
    parts: list[str] = []
    open_tags: list[_Piece] = []
    start = 0
    while start < len(pieces):
        end = _end_of_part(pieces, start, limit)
        opening = "".join(tag.markup for tag in open_tags)
        open_tags = _open_after(open_tags, pieces[start:end])
        closing = "".join(f"</{tag.opens}>" for tag in reversed(open_tags))
        body = "".join(piece.markup for piece in pieces[start:end])
        if any(piece.length and not piece.markup.isspace() for piece in pieces[start:end]):
            parts.append(f"{opening}{body.strip()}{closing}")
        start = end
    return parts


def visible_length(html: str) -> int:
    """Length of the text that a reader sees, as Telegram counts it."""
    return sum(_piece(found).length for found in _PIECES.finditer(html))


def _piece(found: re.Match[str]) -> _Piece:
    markup = found.group()
    if found.group(2):
        name = found.group(2).lower()
        return _Piece(markup, 0, closes=name) if found.group(1) else _Piece(markup, 0, opens=name)
    return _Piece(markup, len(unescape(markup).encode("utf-16-le", "surrogatepass")) // 2)


def _end_of_part(pieces: list[_Piece], start: int, limit: int) -> int:
    """Where the part that begins at ``start`` ends: the best break in its last half, or else the limit itself."""
    length = 0
    best: dict[int, int] = {}
    for place in range(start, len(pieces)):
        length += pieces[place].length
        if length > limit:
            return best.get(3) or best.get(2) or best.get(1) or place
        if length * 2 > limit:
            best[_strength(pieces, place)] = place + 1
    return len(pieces)


def _strength(pieces: list[_Piece], place: int) -> int:
    """How good a break after this piece is: 3 after a paragraph, 2 after a line, 1 after a space, 0 elsewhere."""
    markup = pieces[place].markup
    if markup == "\n":
        return 3 if place and pieces[place - 1].markup == "\n" else 2
    return 1 if markup == " " else 0


def _open_after(open_tags: list[_Piece], pieces: list[_Piece]) -> list[_Piece]:
    """The tags that are open after these pieces, the outermost first."""
    stack = list(open_tags)
    for piece in pieces:
        if piece.opens:
            stack.append(piece)
        elif piece.closes and stack and stack[-1].opens == piece.closes:
            stack.pop()
    return stack
