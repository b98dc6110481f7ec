"""YAML as a maintainer writes it, read with the place of every value.

A small part of YAML is enough for lists, mappings, texts and numbers, and only that part is read: no anchors, no tags,
no several documents in one file. Numbers become :class:`~decimal.Decimal` from their very text. What YAML 1.1 would
silently turn into something else (``yes``, ``1e3``, ``0123``, ``1_000``), or leave out, is refused with a word on how to
write it. Size and depth are bounded, so that no file can cost much time or memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import yaml

from bot.knowledge.characters import CONTROL, INVISIBLE, ODD_SPACE, called, harmless
from bot.knowledge.messages import yaml as says
from bot.knowledge.messages.message import Message
from bot.knowledge.problems import KnowledgeError, Path, Place, Problem
from bot.knowledge.yaml_errors import explain_syntax_error
from bot.knowledge.yaml_scalars import Refused, read_plain, with_commas

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 12

Mark = tuple[int, int]
"""Line and column of a place; both count from 1."""

Value = None | bool | str | Decimal | tuple["Value", ...] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Document:
    """The contents of a file and where each part of it stands."""

    file: str
    value: Value
    marks: Mapping[Path, Mark] = field(default_factory=dict)
    """Where the value at a path begins; the empty path is the whole file."""
    key_marks: Mapping[Path, Mark] = field(default_factory=dict)
    """Where the key of the value at a path stands."""
    problems: tuple[Problem, ...] = ()
    """What was refused while the rest could still be read; such values are ``None``."""
    warnings: tuple[Problem, ...] = ()
    """What was read, and may be meant otherwise."""

    def place(self, path: Path) -> Place:
        """The place of the value at ``path``, or of the nearest thing around it."""
        while path and path not in self.marks:
            path = path[:-1]
        return Place(self.file, *self.marks.get(path, (1, 1)))

    def key_place(self, path: Path) -> Place:
        """The place of the key at ``path``, or of its value where it stands in a list."""
        mark = self.key_marks.get(path)
        return self.place(path) if mark is None else Place(self.file, *mark)


def read_yaml(file: str, content: bytes) -> Document:
    """Read the bytes of one file; ``file`` is its name in messages.

    Single values that are refused are among the document's ``problems``.

    Raises:
        KnowledgeError: nothing after some place can be read.
    """
    text = _decode(file, content)
    _refuse_characters(file, text)
    builder = _Builder(file, text)
    try:
        return builder.build()
    except yaml.MarkedYAMLError as error:
        raise KnowledgeError([explain_syntax_error(file, text, error, builder.read)]) from None
    except yaml.YAMLError as error:
        complaint = str(error).split("\n")[0]
        raise KnowledgeError([_whole(file, says.UNPARSED, complaint=complaint)]) from None


def _whole(file: str, said: Message, **parts: object) -> Problem:
    return Problem.at(Place(file, 1, 1), (), said, **parts)


def _decode(file: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise KnowledgeError([_whole(file, says.TOO_LARGE, most=f"{MAX_BYTES:,}")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        place = Place(file, line, len(before) - (before.rfind("\n") + 1) + 1)
        raise KnowledgeError([Problem.at(place, (), says.NOT_UTF8)]) from None
    if not text.strip():
        raise KnowledgeError([_whole(file, says.EMPTY_FILE)])
    return text


_NOT_FOR_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TAB_INDENT: Final = re.compile(r"^ *\t", re.MULTILINE)
_CONFLICT: Final = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?=[ \r]|$)", re.MULTILINE)


def _refuse_characters(file: str, text: str) -> None:
    """Refuse what stands in no file, wherever it is."""
    if conflict := _CONFLICT.search(text):
        place, said, parts = conflict.start(), says.CONFLICT, {"mark": conflict[1]}
    elif tab := _TAB_INDENT.search(text):
        place, said, parts = tab.end() - 1, says.TAB_INDENT, {}
    elif odd := _NOT_FOR_TEXT.search(text):
        place, said, parts = odd.start(), says.INVISIBLE, {"character": f"U+{ord(odd[0]):04X}"}
    else:
        return
    raise KnowledgeError([Problem.at(_place_of(file, text, place), (), said, **parts)])


def _place_of(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


class _TooDeepError(Exception):
    pass


_FREE_TEXT: Final = frozenset({"title", "zh", "en", "zh_hant", "note", "statement", "speaker", "caveat", "publisher"})
_TEXT: Final = _FREE_TEXT | {"name", "aliases", "weak_aliases", "lookalikes", "keywords", "asks"}
"""Keys of texts that people write: there a ``#`` may be meant, as in 公告 #3."""
_COMMENT: Final = re.compile(r"[ \t]+#([^\r\n]{0,60})")
_DIGITS_BESIDE: Final = re.compile(r"[-+]?[0-9]+(?:,[0-9.]+)+")
_ODD_IN_KEY: Final = re.compile(f"{ODD_SPACE.pattern}|{INVISIBLE.pattern}|{CONTROL.pattern}")


class _Builder:
    """Builds the document from the parser's events, without recursion into anchors and tags, which are refused."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._events: Iterator[Any] = iter(yaml.CSafeLoader(text).get_event, None)
        self._problems: list[Problem] = []
        self._warnings: list[Problem] = []
        self._marks: dict[Path, Mark] = {}
        self._key_marks: dict[Path, Mark] = {}
        self.read = 0
        """The offset of what was parsed last."""

    def build(self) -> Document:
        value: Value = None
        documents = 0
        try:
            while (event := self._next()) is not None:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._refuse(event, (), says.SECOND_DOCUMENT)
                        break
                elif isinstance(event, yaml.NodeEvent):
                    value = self._node(event, ())
        except _TooDeepError:
            pass
        if value is None and not self._problems:
            self._problems.append(_whole(self._file, says.EMPTY_FILE))
        return Document(self._file, value, self._marks, self._key_marks, tuple(self._problems), tuple(self._warnings))

    def _next(self) -> Any:
        """The next event of the parser, whose classes come without types; ``None`` after the last."""
        event = next(self._events, None)
        if event is not None:
            self.read = event.start_mark.index
        return event

    def _refuse(self, event: Any, path: Path, said: Message, **parts: object) -> None:
        self._problems.append(Problem.at(self._place(event), path, said, **parts))

    def _place(self, event: Any) -> Place:
        return Place(self._file, *_mark(event))

    def _node(self, event: Any, path: Path) -> Value:
        self._marks[path] = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, path, says.ALIAS, name=_cut(event.anchor))
            return None
        if event.anchor is not None:
            self._refuse(event, path, says.ANCHOR, name=_cut(event.anchor))
        if event.tag is not None:
            self._refuse(event, path, says.TAG, tag=_cut(event.tag))
        if len(path) >= MAX_DEPTH:
            self._refuse(event, path[:3], says.TOO_DEEP, most=MAX_DEPTH)
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._scalar(event, path)

    def _sequence(self, path: Path) -> Value:
        items: list[Value] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, len(items))))
        return tuple(items)

    def _mapping(self, path: Path) -> Value:
        items: dict[str, Value] = {}
        number_ends = 0
        before: tuple[str, Any] | None = None
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, path, says.KEY_IS_NO_TEXT)
                self._node(event, (*path, "?"))
                self._node(self._next(), (*path, "?"))
                continue
            key, value = self._key(event, path), self._next()
            here = (*path, key)
            if _begins(event) < number_ends:
                self._node(value, (*path, "?"))
            elif before is not None and (number := self._split_number(before[1], event)):
                number_ends = _begins(before[1]) + len(number)
                refused = with_commas(number)
                self._refuse(before[1], (*path, before[0]), refused.said, **refused.parts)
                items[before[0]] = None
                self._node(value, (*path, "?"))
            elif key in items:
                self._refuse(event, here, says.KEY_TWICE, key=_cut(key), line=self._key_marks[here][0])
                self._node(value, (*path, f"{key} again"))
            else:
                self._key_marks[here] = _mark(event)
                items[key] = self._node(value, here)
                before = (key, value)
        return items

    def _split_number(self, value: Any, key: Any) -> str | None:
        """A number whose commas have made keys of its parts, as they do in braces: per: 1,000,000."""
        if _begins(key) != value.end_mark.index + 1 or not key.value[:1].isdigit():
            return None
        number = _DIGITS_BESIDE.match(self._text, _begins(value))
        return number[0] if number is not None and number.end() > _begins(key) else None

    def _key(self, event: Any, path: Path) -> str:
        """The key, without odd characters, which are told of."""
        key: str = event.value
        odd = _ODD_IN_KEY.search(key)
        if odd is None or not event.implicit[0]:
            return key
        plain = _ODD_IN_KEY.sub("", key)
        self._refuse(event, (*path, plain), says.ODD_IN_KEY, character=called(odd[0]), key=_cut(plain))
        return plain

    def _scalar(self, event: Any, path: Path) -> Value:
        text: str = event.value
        if not event.implicit[0]:
            return text
        value = read_plain(text)
        if isinstance(value, Refused):
            self._refuse(event, path, value.said, **value.parts)
            return None
        return self._plain_text(event, text, path) if isinstance(value, str) or not text else value

    def _plain_text(self, event: Any, text: str, path: Path) -> str | None:
        """A text without quotes: what a ``#`` takes from it is told of, and odd spaces at its ends are."""
        if text != text.strip():
            odd = text[0] if text[0].isspace() else text[-1]
            self._refuse(event, path, says.ODD_BESIDE_VALUE, character=called(odd))
            return None
        comment = _COMMENT.match(self._text, event.end_mark.index)
        key = next((step for step in reversed(path) if isinstance(step, str)), "") if comment is not None else ""
        if comment is None or key not in _TEXT:
            return text or None
        rest = comment[1].strip()
        if rest and not comment[1].startswith(" "):
            self._refuse(event, path, says.COMMENT_EATS if text else says.COMMENT_EATS_ALL, rest=rest)
        elif rest and key in _FREE_TEXT:
            self._warnings.append(Problem.maybe(self._place(event), path, says.COMMENT_BESIDE_TEXT, rest=rest))
        return text or None


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _begins(event: Any) -> int:
    """The offset at which a part of the text begins."""
    index: int = event.start_mark.index
    return index


def _cut(text: object) -> str:
    return harmless(str(text), 60)
