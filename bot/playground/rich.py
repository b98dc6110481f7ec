"""Rich messages, as the Bot API has them since version 10.1: the HTML that they are written in, and the blocks it makes.

Of the documented tags those are known that hold text, tables and what is folded; media, maps and formulas are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, Final

from bot.playground.errors import bad_request

MOST_CHARACTERS: Final = 32_768
MOST_BLOCKS: Final = 500
MOST_LEVELS: Final = 16
MOST_COLUMNS: Final = 20

_INLINE: Final = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline", "s": "strikethrough",
    "strike": "strikethrough", "del": "strikethrough", "code": "code", "mark": "marked", "sub": "subscript",
    "sup": "superscript", "tg-spoiler": "spoiler",
}  # fmt: skip
_TEXTS: Final = {"p": "paragraph", "footer": "footer"}
_INSIDE: Final = {"tr": ("table",), "td": ("tr",), "th": ("tr",), "caption": ("table",), "summary": ("details",)}
"""Tags that stand in others alone."""
_KNOWN: Final = frozenset({*_INLINE, *_TEXTS, *_INSIDE, "table", "details"})
_NAMED: Final = {
    "lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": "\u00a0", "hellip": "…", "mdash": "—", "ndash": "–",
    "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
}  # fmt: skip
_ALIGNED: Final = ("left", "center", "right")


def rich_message(given: object) -> dict[str, Any]:
    """The message that an InputRichMessage in HTML makes.

    Raises:
        ApiError: it is not one that Telegram takes, or more than this server knows.
    """
    content = given if isinstance(given, dict) else {}
    source = content.get("html")
    if not isinstance(source, str) or not source or {"markdown", "blocks"} & content.keys():
        raise _unparsable("exactly one of html, markdown and blocks is to be given, of which html is known here")
    reader = _Reader()
    reader.feed(source)
    reader.close()
    blocks = reader.finished()
    if not blocks:
        raise bad_request("message text is empty")
    if len("".join(_lines(blocks))) > MOST_CHARACTERS or sum(map(_size, blocks)) > MOST_BLOCKS:
        raise bad_request("message is too long")
    return {"blocks": blocks}


def plain_text(message: dict[str, Any]) -> str:
    """All that a rich message says, line by line, the cells of a row with blanks between them."""
    return "\n".join(_lines(message["blocks"]))


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end: its text, and the blocks, rows or cells in it."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    text: list[Any] = field(default_factory=list)
    parts: list[Any] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self._open = [_Open("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        top = self._open[-1]
        if tag == "br":
            top.text.append("\n")
            return
        if tag not in _KNOWN:
            raise _unparsable(f'unsupported start tag "{tag}"')
        if top.tag not in _INSIDE.get(tag, (top.tag,)):
            raise _unparsable(f'tag "{tag}" stands in no {_INSIDE[tag][0]}')
        if len(self._open) > MOST_LEVELS:
            raise _unparsable("too many nested tags")
        self._open.append(_Open(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if len(self._open) == 1 or self._open[-1].tag != tag:
            raise _unparsable(f'unexpected end tag "{tag}"')
        self._close(self._open.pop())

    def handle_data(self, data: str) -> None:
        self._open[-1].text.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in _NAMED:
            raise _unparsable(f'unknown entity "&{name};"')
        self.handle_data(_NAMED[name])

    def handle_charref(self, name: str) -> None:
        self.handle_data(chr(int(name[1:], 16) if name[:1] in "xX" else int(name)))

    def finished(self) -> list[dict[str, Any]]:
        if len(self._open) > 1:
            raise _unparsable(f'can\'t find end tag of "{self._open[-1].tag}"')
        return _with_loose_text(self._open[0])

    def _close(self, closed: _Open) -> None:
        top, tag = self._open[-1], closed.tag
        if tag in _INLINE:
            top.text.append({"type": _INLINE[tag], "text": _text(closed.text)})
        elif tag in _TEXTS:
            top.parts.append({"type": _TEXTS[tag], "text": _text(closed.text)})
        elif tag in ("td", "th"):
            top.parts.append(_cell(closed))
        elif tag == "tr":
            top.parts.append(closed.parts)
        elif tag in ("caption", "summary"):
            top.attributes[tag] = None
            top.parts.append({tag: _text(closed.text)})
        else:
            top.parts.append(_table(closed) if tag == "table" else _details(closed))


def _with_loose_text(opened: _Open) -> list[dict[str, Any]]:
    """The blocks in a tag; text that stands in none of them makes a paragraph."""
    text = _text(opened.text)
    loose = text if not isinstance(text, str) else text.strip()
    return [*([{"type": "paragraph", "text": loose}] if loose else []), *opened.parts]


def _text(parts: list[Any]) -> Any:
    """Text with its marks, as RichText."""
    if all(isinstance(part, str) for part in parts):
        return "".join(parts)
    return parts[0] if len(parts) == 1 else parts


def _cell(closed: _Open) -> dict[str, Any]:
    align = closed.attributes.get("align") or "left"
    if align not in _ALIGNED or closed.parts:
        raise _unparsable("a cell holds text alone, and is aligned left, center or right")
    cell = {"text": _text(closed.text), "align": align, "valign": "middle"}
    return cell | ({"is_header": True} if closed.tag == "th" else {})


def _table(closed: _Open) -> dict[str, Any]:
    rows = [part for part in closed.parts if isinstance(part, list)]
    if not rows or max(map(len, rows)) > MOST_COLUMNS:
        raise _unparsable("a table has rows, and at most 20 columns")
    flags = {f"is_{name}": True for name in ("bordered", "striped") if name in closed.attributes}
    captions = (part for part in closed.parts if isinstance(part, dict))
    return {"type": "table", "cells": rows} | flags | next(captions, {})


def _details(closed: _Open) -> dict[str, Any]:
    summary = next((part["summary"] for part in closed.parts if "summary" in part), "")
    closed.parts = [part for part in closed.parts if "summary" not in part or "type" in part]
    shown = {"type": "details", "summary": summary, "blocks": _with_loose_text(closed)}
    return shown | ({"is_open": True} if "open" in closed.attributes else {})


def _size(block: dict[str, Any]) -> int:
    """How many blocks one is, with its rows and those in it."""
    return 1 + len(block.get("cells", ())) + sum(map(_size, block.get("blocks", ())))


def _lines(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        for row in block.get("cells", ()):
            yield " ".join(_plain(cell["text"]) for cell in row)
        if "text" in block:
            yield _plain(block["text"])
        if "summary" in block:
            yield _plain(block["summary"])
        yield from _lines(block.get("blocks", []))


def _plain(text: Any) -> str:
    if isinstance(text, str):
        return text
    return "".join(map(_plain, text)) if isinstance(text, list) else _plain(text["text"])


def _unparsable(problem: str) -> Exception:
    return bad_request(f"can't parse rich message: {problem}")
