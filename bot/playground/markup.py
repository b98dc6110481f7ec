"""Telegram's HTML: what it takes, what it makes of it, and what it says where it does not take it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from bot.playground.errors import bad_request

_ENTITY_OF_TAG: Final = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "span": "spoiler",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}

_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE: Final = re.compile(r"&(?:#([0-9]{1,7})|#x([0-9a-fA-F]{1,6})|([a-z]{2,4}));?")
_ATTRIBUTE: Final = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_TOKEN: Final = re.compile(r"[^<&]+|[<&]")


@dataclass(slots=True)
class _Open:
    """A tag that waits for its end."""

    name: str
    attributes: dict[str, str]
    offset: int


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """Visible text and entities (offsets and lengths in UTF-16 code units) of a message in HTML.

    Raises:
        ApiError: the HTML is not what Telegram takes.
    """
    return _Parser(source).parse()


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._text: list[str] = []
        self._offset = 0
        self._open: list[_Open] = []
        self._entities: list[dict[str, Any]] = []
        self._language = ""

    def parse(self) -> tuple[str, list[dict[str, Any]]]:
        place = 0
        while place < len(self._source):
            found = _TOKEN.match(self._source, place)
            assert found is not None
            token = found.group()
            if token == "<":
                place = self._tag(place)
            elif token == "&":
                place = self._reference(place)
            else:
                self._say(token)
                place = found.end()
        if self._open:
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        self._entities.reverse()  # what is outside comes first where two cover the same text
        self._entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return self._trimmed()

    def _trimmed(self) -> tuple[str, list[dict[str, Any]]]:
        text = "".join(self._text)
        kept = text.rstrip()
        limit = utf16_length(kept)
        for entity in self._entities:
            entity["length"] = min(entity["length"], limit - entity["offset"])
        return kept, [entity for entity in self._entities if entity["length"] > 0]

    def _say(self, text: str) -> None:
        self._text.append(text)
        self._offset += utf16_length(text)

    def _reference(self, place: int) -> int:
        found = _REFERENCE.match(self._source, place)
        character = _referred(found) if found else None
        if found is None or character is None:
            self._say("&")
            return place + 1
        self._say(character)
        return found.end()

    def _tag(self, place: int) -> int:
        return self._end_tag(place) if self._source.startswith("</", place) else self._start_tag(place)

    def _start_tag(self, begin: int) -> int:
        name = re.compile(r"[^\s>]*").match(self._source, begin + 1)
        assert name is not None
        place = name.end()
        if place == len(self._source):
            raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
        tag = name.group().lower()
        if tag not in _ENTITY_OF_TAG:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {self._bytes(begin)}')
        attributes: dict[str, str] = {}
        while True:
            while place < len(self._source) and self._source[place].isspace():
                place += 1
            if place == len(self._source):
                raise _unparsable(f"Unclosed start tag at byte offset {self._bytes(begin)}")
            if self._source[place] == ">":
                break
            found = _ATTRIBUTE.match(self._source, place)
            if found is None:
                raise _unparsable(f'Empty attribute name in the tag "{tag}" at byte offset {self._bytes(begin)}')
            attributes[found.group(1).lower()] = _dereferenced(found.group(2) or found.group(3) or found.group(4) or "")
            place = found.end()
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(begin)}')
        self._open.append(_Open(tag, attributes, self._offset))
        return place + 1

    def _end_tag(self, begin: int) -> int:
        if not self._open:
            raise _unparsable(f"Unexpected end tag at byte offset {self._bytes(begin)}")
        end = self._source.find(">", begin)
        if end < 0:
            raise _unparsable(f"Unclosed end tag at byte offset {self._bytes(begin)}")
        name = self._source[begin + 2 : end].strip().lower()
        opened = self._open.pop()
        if name and name != opened.name:
            raise _unparsable(
                f'Unmatched end tag at byte offset {self._bytes(begin)}, expected "</{opened.name}>", found "</{name}>"'
            )
        if opened.name == "code":
            self._language = opened.attributes.get("class", "").removeprefix("language-")
        self._close(opened)
        return end + 1

    def _close(self, opened: _Open) -> None:
        length = self._offset - opened.offset
        entity: dict[str, Any] = {"type": _ENTITY_OF_TAG[opened.name], "offset": opened.offset, "length": length}
        if opened.name == "a":
            if not opened.attributes.get("href", "").startswith(("http://", "https://", "tg://", "mailto:")):
                return
            entity["url"] = opened.attributes["href"]
        if opened.name == "pre":
            self._absorb_code(entity)
        if opened.name == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        if length:
            self._entities.append(entity)

    def _absorb_code(self, pre: dict[str, Any]) -> None:
        """<pre><code class="language-x"> is one entity with a language."""
        if self._entities and self._entities[-1] == pre | {"type": "code"}:
            self._entities.pop()
            if self._language:
                pre["language"] = self._language

    def _bytes(self, place: int) -> int:
        return len(self._source[:place].encode())


def _dereferenced(value: str) -> str:
    return _REFERENCE.sub(lambda found: _referred(found) or found.group(), value)


def _referred(found: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = found.groups()
    if name:
        return _NAMED.get(name)
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if 0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _unparsable(problem: str) -> Exception:
    return bad_request(f"can't parse entities: {problem}")
