"""The YAML parser's complaints in plain sentences."""

from __future__ import annotations

from typing import Any, Final

import yaml

from bot.knowledge.problems import Place, Problem
from bot.knowledge.yaml_slips import find_slip

_SENTENCES: Final = (
    (
        "cannot start any token",
        "a value may not begin with {here}",
        "put the text in quotes",
    ),
    (
        "expected alphabetic or numeric character",
        "a value may not begin with {start}",
        "put the text in quotes",
    ),
    (
        "expected whitespace or line break",
        "a value may not begin with {start}",
        "put the text in quotes",
    ),
    (
        "mapping keys are not allowed",
        "a value may not begin with {here}",
        "put the text in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list may not begin on the line of its key",
        "begin it on the next line; a text that begins with `- ` goes in quotes",
    ),
    (
        "expected <document start>",
        "this stands behind the end of the document",
        "remove the `...` above",
    ),
    (
        "mapping values are not allowed",
        "a `:` stands where no key can be",
        "write one key a line, line up keys that belong together, and put a text that holds `: ` in quotes",
    ),
    (
        "found unexpected end of stream",
        "a quotation mark is opened and never closed",
        "close it where the text ends",
    ),
    (
        "unexpected document indicator",
        "a quotation mark is opened and never closed",
        "close it where the text ends",
    ),
    (
        "did not find expected ',' or",
        "the list or mapping in brackets is not closed, or a comma is missing",
        "separate the items with `, ` and close the bracket",
    ),
    (
        "did not find expected node content",
        "a value is missing or a bracket is out of place",
        "write the value, close the brackets that were opened, and quote a text that begins with a sign",
    ),
    (
        "did not find expected '-' indicator",
        "the list ends here, and what follows does not belong to it",
        "begin each item with `- `, and line items up",
    ),
    (
        "did not find expected key",
        "what stands here is neither a key nor the rest of the value before it",
        "line up keys that belong together, and put quotes round the whole of a text",
    ),
    (
        "could not find expected ':'",
        "a key without a `:`",
        "write `key: value`, or indent a text that goes on from the line above",
    ),
    (
        "unknown escape character",
        "an unknown sign after a backslash",
        "use single quotes, in which a backslash is a backslash",
    ),
    (
        "expected comment or line break",
        "something stands behind `|` or `>`",
        "begin the text on the next line, indented, or put it in quotes",
    ),
    (
        "invalid indentation",
        "the text block is indented wrongly",
        "indent all its lines by the same number of spaces",
    ),
    (
        "leading empty line",
        "the text block begins with a blank line that is indented further than its text",
        "remove the spaces of the blank line",
    ),
)


def explain_syntax_error(file: str, text: str, error: yaml.MarkedYAMLError, read: int) -> Problem:
    """The parser's error as a problem with a sentence, a place and an advice; ``read`` is how far it had got."""
    complaint = error.problem or error.context or "something unexpected"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and "unexpected end of stream" in complaint:
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if mark and (slip := find_slip(text, read, mark.index)):
        begin = text.rfind("\n", 0, slip.offset) + 1
        place = Place(file, text.count("\n", 0, begin) + 1, slip.offset - begin + 1)
        return Problem.at(place, "", slip.message, slip.advice)
    place = Place(file, line + 1, column + 1)
    here = _character(text, line, column)
    if here in ("`}`", "`]`"):
        return Problem.at(place, "", f"{here} closes nothing here", "remove it, or open the bracket where it belongs")
    began: Any = error.context_mark or mark
    for part, message, advice in _SENTENCES:
        if part in complaint:
            if began is not None and "{start}" in message:
                place = Place(file, began.line + 1, began.column + 1)
                here = _character(text, began.line, began.column)
            return Problem.at(place, "", message.format(here=here, start=here), advice)
    return Problem.at(
        place, "", f"is not YAML that can be read ({complaint})", "check quotes, brackets and indentation"
    )


def _character(text: str, line: int, column: int) -> str:
    lines = text.split("\n")
    if line < len(lines) and column < len(lines[line]):
        return f"`{lines[line][column]}`"
    return "this sign"
