"""YAML as a maintainer writes it, read with the place of every value.

A small part of YAML is enough for lists, mappings, texts and numbers, and only that part is read: no anchors, no tags,
no several documents in one file. Numbers become :class:`~decimal.Decimal` from their very text. What YAML 1.1 would
silently turn into something else (``yes``, ``1e3``, ``0123``, ``1_000``) is refused with a word on how to write it.
Size and depth are bounded, so that no file can cost much time or memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final

import yaml

from bot.knowledge.problems import KnowledgeError, Path, Place, Problem
from bot.knowledge.yaml_errors import explain_syntax_error

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 12
MAX_DIGITS: Final = 40

Value = None | bool | str | Decimal | tuple["Value", ...] | dict[str, "Value"]


@dataclass(frozen=True, slots=True)
class Document:
    """The contents of a file and where each part of it stands."""

    file: str
    value: Value
    places: Mapping[Path, Place] = field(default_factory=dict)
    """Where the value at a path begins; the empty path is the whole file."""
    key_places: Mapping[Path, Place] = field(default_factory=dict)
    """Where the key of the value at a path stands."""
    problems: tuple[Problem, ...] = ()
    """What was refused while the rest could still be read; such values are ``None``."""

    def place(self, path: Path) -> Place:
        """The place of the value at ``path``, or of the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1, 1))

    def key_place(self, path: Path) -> Place:
        """The place of the key at ``path``, or of its value where it stands in a list."""
        return self.key_places.get(path) or self.place(path)


def read_yaml(file: str, content: bytes) -> Document:
    """Read the bytes of one file; ``file`` is its name in messages.

    Single values that are refused are among the document's ``problems``.

    Raises:
        KnowledgeError: nothing after some place can be read.
    """
    text = _decode(file, content)
    _refuse_characters(file, text)
    try:
        return _Builder(file, text).build()
    except yaml.MarkedYAMLError as error:
        raise KnowledgeError([explain_syntax_error(file, text, error)]) from None
    except yaml.YAMLError as error:
        raise KnowledgeError([_whole(file, "is not YAML that can be read", str(error).split("\n")[0])]) from None


def _whole(file: str, message: str, advice: str) -> Problem:
    return Problem.at(Place(file, 1, 1), "", message, advice)


def _decode(file: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        advice = "split it into several files"
        raise KnowledgeError([_whole(file, f"is larger than {MAX_BYTES:,} bytes", advice)])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig")
        line = before.count("\n") + 1
        place = Place(file, line, len(before) - (before.rfind("\n") + 1) + 1)
        raise KnowledgeError([Problem.at(place, "", "is not UTF-8", "save the file with the encoding UTF-8")]) from None
    if not text.strip():
        raise KnowledgeError([_whole(file, "is empty", "write its contents, or delete the file")])
    return text


_NOT_FOR_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TAB_INDENT: Final = re.compile(r"^ *\t", re.MULTILINE)


def _refuse_characters(file: str, text: str) -> None:
    if tab := _TAB_INDENT.search(text):
        place = _place_of(file, text, tab.end() - 1)
        raise KnowledgeError([Problem.at(place, "", "the line is indented with a tab", "indent with spaces")])
    if odd := _NOT_FOR_TEXT.search(text):
        code = f"U+{ord(odd.group()):04X}"
        place = _place_of(file, text, odd.start())
        raise KnowledgeError([Problem.at(place, "", f"holds the invisible character {code}", "delete it")])


def _place_of(file: str, text: str, offset: int) -> Place:
    return Place(file, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


class _TooDeepError(Exception):
    pass


class _Builder:
    """Builds the document from the parser's events, without recursion into anchors and tags, which are refused."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._problems: list[Problem] = []
        self._places: dict[Path, Place] = {}
        self._key_places: dict[Path, Place] = {}

    def build(self) -> Document:
        value: Value = None
        documents = 0
        try:
            for event in self._events:
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self._refuse(event, (), "a second document begins here", "put it into a file of its own")
                        break
                elif isinstance(event, yaml.NodeEvent):
                    value = self._node(event, ())
        except _TooDeepError:
            pass
        if value is None and not self._problems:
            self._problems.append(_whole(self._file, "is empty", "write its contents, or delete the file"))
        return Document(self._file, value, self._places, self._key_places, tuple(self._problems))

    def _next(self) -> Any:
        """The next event of the parser, whose classes come without types."""
        return next(self._events)

    def _refuse(self, event: Any, path: Path, message: str, advice: str) -> None:
        self._problems.append(Problem.at(self._place(event), path, message, advice))

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1)

    def _node(self, event: Any, path: Path) -> Value:
        self._places[path] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, path, f"`*{event.anchor}` repeats another part of the file", "write the value out here")
            return None
        if event.anchor is not None:
            self._refuse(
                event, path, f"`&{event.anchor}` is a mark for repeating", "remove it and write the values out"
            )
        if event.tag is not None:
            self._refuse(event, path, f"`{event.tag}` is a type mark of YAML", "remove it")
        if len(path) >= MAX_DEPTH:
            self._refuse(
                event, path[:3], f"is nested deeper than {MAX_DEPTH} levels", "check the brackets and the indentation"
            )
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
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            if key is None:
                self._refuse(
                    event, path, "a list or a mapping stands where a key should", "write a name followed by `: `"
                )
                self._node(event, (*path, "?"))
                self._node(self._next(), (*path, "?"))
                continue
            here = (*path, key)
            if key in items:
                first = self._key_places[here].line
                self._refuse(event, here, f"`{key}` is given twice (first on line {first})", "keep one of the two")
                self._node(self._next(), (*path, f"{key} again"))
                continue
            self._key_places[here] = self._place(event)
            items[key] = self._node(self._next(), here)
        return items

    def _scalar(self, event: Any, path: Path) -> Value:
        text: str = event.value
        if not event.implicit[0]:
            return text
        for pattern, message, advice in _TRAPS:
            if pattern.fullmatch(text):
                self._refuse(event, path, message.format(text=text[:40]), advice)
                return None
        if text in _NOTHING:
            return None
        if text in _TRUTH:
            return _TRUTH[text]
        return Decimal(text) if _NUMBER.fullmatch(text) else text


_NOTHING: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH: Final = {"true": True, "false": False}
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

_PLAINLY: Final = "write the number in plain digits, e.g. 0.0008 or 1000000; a text goes in quotes"
_TRAPS: Final = tuple(
    (re.compile(pattern), message, advice)
    for pattern, message, advice in (
        (
            r"(?:yes|no|on|off|y|n|True|TRUE|False|FALSE|Yes|YES|No|NO|On|ON|Off|OFF|Y|N)",
            "`{text}` means true or false in some YAML",
            "write true or false; a text goes in quotes",
        ),
        (r"[-+]?[0-9_]*\.?[0-9_]+[eE][-+]?[0-9]+", "`{text}` is a number with an exponent", _PLAINLY),
        (r"[-+]?\.(?:inf|Inf|INF|nan|NaN|NAN)", "`{text}` is no amount", _PLAINLY),
        (r"[-+]?0[0-9]+(?:\.[0-9]*)?", "`{text}` begins with a zero, which some YAML reads as octal", _PLAINLY),
        (r"[-+]?0[xXoObB][0-9a-fA-F_]+", "`{text}` is not a decimal number", _PLAINLY),
        (r"[-+]?[0-9][0-9_]*_[0-9_]*(?:\.[0-9_]*)?", "`{text}` has underscores in a number", _PLAINLY),
        (r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?", "`{text}` has commas in a number", _PLAINLY),
        (r"(?:\+[0-9.]+|-?\.[0-9]+|-?[0-9]+\.)", "`{text}` is an unusual way to write a number", _PLAINLY),
        (rf"-?[0-9.]{{{MAX_DIGITS + 1},}}", "`{text}…` has too many digits", f"up to {MAX_DIGITS} are read"),
    )
)
