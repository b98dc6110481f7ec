"""Values as YAML that a maintainer would write: one key a line, lists and price lines in one, none wider than the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from bot.knowledge.yaml_scalars import read_plain
from bot.knowledge.yaml_text import Value

WIDTH: Final = 120
"""Columns of a line."""

_PLAIN: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\x00-\x1f\x7f\x85](?:[^:#,?\[\]{}\n\r]|:(?!\s|$)|(?<!\s)#)*")
_PLAIN_IN_BLOCK: Final = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`\x00-\x1f\x7f\x85](?:[^:#\n\r]|:(?!\s|$)|(?<!\s)#)*")
_ESCAPED: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_BLOCKS: Final = frozenset({"statement", "speaker", "caveat", "asks", "prices", "facts", "sources"})
"""Keys whose values are never put on one line, as short as they may be."""


def scalar(value: bool | str | Decimal | None, *, in_block: bool = False) -> str:
    """One value; a text is in quotes where it would otherwise be read as something else."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    text = value or ""
    plain = _PLAIN_IN_BLOCK if in_block else _PLAIN
    if plain.fullmatch(text) and text == text.strip() and read_plain(text) == text:
        return text
    return f'"{"".join(_ESCAPED.get(character, character) for character in text)}"'


def flow(value: Value) -> str:
    """A value on one line: ``{input: 2, tokens: {below: 32000}, source: [a, b]}``."""
    if isinstance(value, dict):
        return f"{{{', '.join(_pairs(value))}}}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def flow_item(value: Mapping[str, Value], indent: int) -> list[str]:
    """``- {one: 1, two: 2}``, broken over lines where it is wide."""
    lines = _filled([*_pairs(value)], indent + 3)
    lines[0] = f"{' ' * indent}- {{{lines[0].lstrip()}"
    lines[-1] += "}"
    return lines


def block_item(value: Mapping[str, Value], indent: int) -> list[str]:
    """``- one: 1`` with the other keys below."""
    lines = block(value, indent + 2)
    lines[0] = f"{' ' * indent}- {lines[0].lstrip()}"
    return lines


def block(value: Mapping[str, Value], indent: int) -> list[str]:
    """``one: 1``, a key a line."""
    return [line for key, inner in value.items() for line in entry(key, inner, indent)]


def entry(key: str, value: Value, indent: int) -> list[str]:
    """``key: value``, on one line where it fits."""
    margin = " " * indent
    if not isinstance(value, (dict, tuple)):
        return [f"{margin}{key}: {scalar(value, in_block=True)}"]
    one_line = f"{margin}{key}: {flow(value)}"
    if len(one_line) <= WIDTH and key not in _BLOCKS and not _holds_mappings(value):
        return [one_line]
    if isinstance(value, dict):
        return [f"{margin}{key}:", *block(value, indent + 2)]
    return [f"{margin}{key}:", *items(key, value, indent + 2)]


def items(key: str, value: tuple[Value, ...], indent: int) -> list[str]:
    """The items of a list, a line each; names in brackets, which many share."""
    if key in ("aliases", "weak_aliases", "lookalikes"):
        lines = _filled([flow(item) for item in value], indent + 1)
        lines[0] = f"{' ' * indent}[{lines[0].lstrip()}"
        lines[-1] += "]"
        return lines
    return [line for item in value for line in list_item(key, item, indent)]


def list_item(key: str, item: Value, indent: int) -> list[str]:
    """An item of the list under a key: of prices and figures on one line, of all else a key a line."""
    if isinstance(item, dict):
        return (flow_item if key in ("prices", "figures", "windows") else block_item)(item, indent)
    return [f"{' ' * indent}- {flow(item) if isinstance(item, tuple) else scalar(item, in_block=True)}"]


def remark(text: str, indent: int) -> list[str]:
    """A comment on lines of its own."""
    lines = ["#"]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > WIDTH - indent:
            lines.append("#")
        lines[-1] += f" {word}"
    return [f"{' ' * indent}{line}" for line in lines]


def _pairs(value: Mapping[str, Value]) -> Iterator[str]:
    return (f"{key}: {flow(inner)}" for key, inner in value.items())


def _holds_mappings(value: Value) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, dict) for item in value)


def _filled(texts: list[str], indent: int) -> list[str]:
    """Texts behind commas on indented lines."""
    lines = [" " * indent]
    for place, text in enumerate(texts):
        piece = text if place == len(texts) - 1 else f"{text},"
        if lines[-1].strip() and len(lines[-1]) + 1 + len(piece) > WIDTH - 1:
            lines.append(" " * indent)
        lines[-1] += f" {piece}" if lines[-1].strip() else piece
    return lines
