"""Where something new goes into a YAML file, so that every other character stays as it was written.

The file is parsed for its places alone. What is put in are whole lines, or what stands before a closing bracket where
the list or the mapping is in brackets; lines end as those around them do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

import yaml

from bot.knowledge.problems import Path
from bot.knowledge.yaml_text import Value
from bot.maintain.new.writing import block_item, entry, flow, flow_item, list_item

STEP: Final = 2
"""Columns by which what is new is indented under its key."""


class Item(NamedTuple):
    """Something new for a list: what it is, and a remark above it."""

    value: Value
    remark: Sequence[str] = ()
    """Words of the remark, a line each; nothing where the list is in brackets."""


class Spot(NamedTuple):
    """Where an item goes: behind so many of the list, and whether between blank lines where no other item tells."""

    behind: int
    apart: bool = False


def with_item(text: str, path: Path, keys: Sequence[str], item: Item, spot: Spot | None = None) -> str:
    """The text with an item in the list at a path, at its end where no spot is named; the list is made where it is missing.

    ``keys`` are those of the mapping that the list stands in, in the order in which they are written.
    """
    file = _File(text)
    *around, key = path
    parent = file.at(tuple(around))
    if not isinstance(parent, yaml.MappingNode) or not isinstance(key, str):
        raise TypeError(path)
    found = file.value(parent, key)
    if not isinstance(found, yaml.SequenceNode):
        return with_key(text, tuple(around), keys, key, (item.value,), item.remark)
    spot = spot or Spot(len(found.value))
    if found.flow_style:
        return file.put_in(found, spot.behind, flow(item.value))
    indent = found.start_mark.column
    lines = [f"{' ' * indent}# {line}" for line in item.remark] + _like_others(found, key, item.value)
    apart = file.are_apart(found, otherwise=spot.apart)
    return file.put_between(found, spot.behind, lines, apart=apart)


def with_key(text: str, path: Path, keys: Sequence[str], key: str, value: Value, remark: Sequence[str] = ()) -> str:
    """The text with a key that the mapping at a path has not yet, where the order of ``keys`` has it.

    A remark stands below the key, above its first item.
    """
    file = _File(text)
    mapping = file.at(path)
    if not isinstance(mapping, yaml.MappingNode):
        raise TypeError(path)
    before = [place for place, (name, _) in enumerate(mapping.value) if _order(name.value, keys) < _order(key, keys)]
    behind = before[-1] + 1 if before else 0
    if mapping.flow_style:
        return file.put_in(mapping, behind, f"{key}: {flow(value)}")
    indent = mapping.start_mark.column
    first, *others = entry(key, value, indent)
    lines = [first, *(f"{' ' * (indent + STEP)}# {line}" for line in remark if others), *others]
    if not path and isinstance(value, tuple) and any(isinstance(item, dict) for item in value):
        lines = ["", *lines]
    return file.put_behind_key(mapping, behind, lines)


def with_ids(text: str, path: Path, keys: Sequence[str], key: str, ids: Sequence[str]) -> str:
    """The text with ids under a key that holds one or a list, behind those that are there and without these."""
    file = _File(text)
    found = file.value(file.at(path), key)
    if found is None:
        return with_key(text, path, keys, key, ids[0] if len(ids) == 1 else tuple(ids))
    there = [one.value for one in found.value] if isinstance(found, yaml.SequenceNode) else [found.value]
    if not (new := [one for one in ids if one not in there]):
        return text
    if isinstance(found, yaml.SequenceNode):
        return file.put_in(found, len(found.value), ", ".join(new))
    return file.put_around(found, "[", ", ".join(("", *new)) + "]")


def _like_others(found: yaml.SequenceNode, key: str, value: Value) -> list[str]:
    """The lines of an item, in braces where the others of the list are."""
    indent = found.start_mark.column
    others = [item.flow_style for item in found.value if isinstance(item, yaml.MappingNode)]
    if not others or not isinstance(value, dict):
        return list_item(key, value, indent)
    return (flow_item if others[-1] else block_item)(value, indent)


def _order(key: str, keys: Sequence[str]) -> int:
    return keys.index(key) if key in keys else len(keys)


class _File:
    """A text and the places of its nodes; lines and columns count from 0."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True)
        self._root = yaml.compose(text, Loader=yaml.CSafeLoader)

    def at(self, path: Path) -> yaml.Node | None:
        node: yaml.Node | None = self._root
        for step in path:
            node = node.value[step] if isinstance(step, int) and node else self.value(node, str(step))
        return node

    @staticmethod
    def value(mapping: yaml.Node | None, key: str) -> yaml.Node | None:
        pairs = mapping.value if isinstance(mapping, yaml.MappingNode) else ()
        return next((value for name, value in pairs if name.value == key), None)

    def are_apart(self, found: yaml.SequenceNode, *, otherwise: bool) -> bool:
        """Whether blank lines stand between the items of a list."""
        if len(found.value) < 2:
            return otherwise
        return any(not self._lines[self._last_line(item) + 1].strip() for item in found.value[:-1])

    def put_between(self, found: yaml.SequenceNode, behind: int, lines: list[str], *, apart: bool) -> str:
        """Lines behind so many items of a list; before the first they stand above its remarks."""
        if behind:
            return self._put(self._last_line(found.value[behind - 1]) + 1, ["", *lines] if apart else lines)
        first = found.start_mark.line
        while first and self._lines[first - 1].lstrip().startswith("#"):
            first -= 1
        return self._put(first, [*lines, ""] if apart else lines)

    def put_behind_key(self, mapping: yaml.MappingNode, behind: int, lines: list[str]) -> str:
        """Lines behind so many keys of a mapping; in an item of a list behind the first at least, where its hyphen stands."""
        mark = mapping.start_mark
        if behind or self._before(mark.line, mark.column).strip():
            behind = max(behind, 1)
            return self._put(self._last_line(mapping.value[behind - 1][1]) + 1, lines)
        return self._put(mark.line, lines)

    def put_in(self, node: yaml.CollectionNode, behind: int, piece: str) -> str:
        """A piece behind so many others in brackets."""
        if not node.value:
            mark = node.start_mark
            return self._insert(mark.line, mark.column + 1, piece)
        if behind:
            last = node.value[behind - 1]
            line, column = self._end(last[1] if isinstance(last, tuple) else last)
            return self._insert(line, column, f", {piece}")
        first = node.value[0]
        mark = (first[0] if isinstance(first, tuple) else first).start_mark
        return self._insert(mark.line, mark.column, f"{piece}, ")

    def put_around(self, node: yaml.Node, before: str, behind: str) -> str:
        """Pieces on both sides of a value on one line."""
        first, last = node.start_mark, node.end_mark
        line = self._lines[first.line]
        whole = f"{line[: first.column]}{before}{line[first.column : last.column]}{behind}{line[last.column :]}"
        return "".join((*self._lines[: first.line], whole, *self._lines[first.line + 1 :]))

    def _last_line(self, node: yaml.Node) -> int:
        return self._end(node)[0]

    def _end(self, node: yaml.Node) -> tuple[int, int]:
        """Where the last character of a node has been read."""
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        line, column = node.end_mark.line, node.end_mark.column
        while line > node.start_mark.line and not self._before(line, column).strip():
            line -= 1
            column = len(self._lines[line].rstrip("\r\n"))
        return line, column

    def _before(self, line: int, column: int) -> str:
        return self._lines[line][:column] if line < len(self._lines) else ""

    def _put(self, line: int, lines: list[str]) -> str:
        """Whole lines before the one with this number."""
        end = self._line_end()
        before = self._lines[:line]
        if before and not before[-1].endswith(("\n", "\r")):
            before[-1] += end
        return "".join((*before, *(f"{one}{end}" for one in lines), *self._lines[line:]))

    def _line_end(self) -> str:
        return next((line[len(line.rstrip("\r\n")) :] for line in self._lines if line.endswith(("\n", "\r"))), "\n")

    def _insert(self, line: int, column: int, piece: str) -> str:
        whole = self._lines[line]
        return "".join((*self._lines[:line], whole[:column], piece, whole[column:], *self._lines[line + 1 :]))


Change = Callable[[str], str]
"""What is done to the text of a file."""
