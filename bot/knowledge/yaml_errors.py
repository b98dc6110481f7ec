"""The YAML parser's complaints in plain sentences."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from bot.knowledge.messages import yaml as says
from bot.knowledge.problems import Place, Problem
from bot.knowledge.yaml_slips import find_slip

_SENTENCES: Final = (
    ("cannot start any token", says.BAD_START),
    ("mapping keys are not allowed", says.BAD_START),
    ("block sequence entries are not allowed", says.LIST_BESIDE_KEY),
    ("expected <document start>", says.BEHIND_THE_END),
    ("mapping values are not allowed", says.COLON_IN_VALUE),
    ("found unexpected ':'", says.COLON_IN_VALUE),
    ("found unexpected end of stream", says.OPEN_QUOTE),
    ("unexpected document indicator", says.OPEN_QUOTE),
    ("did not find expected ',' or", says.OPEN_BRACKET),
    ("did not find expected node content", says.NO_VALUE),
    ("did not find expected '-' indicator", says.LIST_ENDS),
    ("did not find expected key", says.NEITHER_KEY_NOR_VALUE),
    ("could not find expected ':'", says.NO_COLON),
    ("unknown escape character", says.BACKSLASH),
    ("expected comment or line break", says.BLOCK_BESIDE_MARK),
)
_OF_THE_START: Final = (
    "expected alphabetic or numeric character",
    "expected whitespace or line break",
    "expected directive name",
    "expected '!'",
)
"""Complaints about what follows a sign that begins a value, which is meant as it stands."""


def explain_syntax_error(file: str, text: str, error: yaml.MarkedYAMLError, read: int) -> Problem:
    """The parser's error as a problem with a sentence, a place and an advice; ``read`` is how far it had got."""
    complaint = error.problem or error.context or "something unexpected"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "unexpected end of stream" in complaint:
        mark = error.context_mark
    if mark and (slip := find_slip(text, read, mark.index)):
        return Problem.at(_place_at(file, text, slip.offset), (), slip.said, **slip.parts)
    if (
        error.context_mark
        and mark
        and (comment := _comment_within(text, error.context_mark.index, mark.index)) is not None
    ):
        return Problem.at(_place_at(file, text, comment), (), says.HASH)
    if any(part in complaint for part in _OF_THE_START):
        mark = error.context_mark or mark
        return Problem.at(_place(file, mark), (), says.BAD_START, sign=_character(text, mark))
    if _is_left_open(error):
        mark = error.context_mark
    sign, place = _character(text, mark), _place(file, mark)
    if sign in ("}", "]"):
        return Problem.at(place, (), says.STRAY_BRACKET, sign=sign)
    for part, said in _SENTENCES:
        if part in complaint:
            return Problem.at(place, (), said, sign=sign)
    return Problem.at(place, (), says.UNPARSED, complaint=complaint)


def _is_left_open(error: yaml.MarkedYAMLError) -> bool:
    """Whether a bracket is still open on a line below its own, where the next item begins."""
    opened, found = error.context_mark, error.problem_mark
    return "did not find expected ',' or" in (error.problem or "") and bool(
        opened and found and opened.line < found.line
    )


def _comment_within(text: str, start: int, end: int) -> int | None:
    """Where a comment begins that stands in the midst of what is in brackets: the last one, if no comma is before it."""
    if text[start : start + 1] not in ("{", "["):
        return None
    comments = [match for match in _COMMENT.finditer(text, max(start, end - _LONGEST), end) if match[1] not in ",{["]
    return comments[-1].start(2) if comments else None


_COMMENT: Final = re.compile(r"(\S)[ \t]+(#)")
_LONGEST: Final = 2_000
"""Characters before a complaint in which its cause is looked for."""


def _place_at(file: str, text: str, offset: int) -> Place:
    begin = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, begin) + 1, offset - begin + 1)


def _place(file: str, mark: Any) -> Place:
    """The place of one of the parser's marks, which come without types."""
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)


def _character(text: str, mark: Any) -> str:
    """The character at a mark; a line that ends there shows as its end."""
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    return line[mark.column : mark.column + 1] or "…" if mark else "…"
