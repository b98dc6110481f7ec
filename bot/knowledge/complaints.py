"""What the typed shapes refuse, put into words for the maintainer, each at its place."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.characters import harmless
from bot.knowledge.problems import Path, Problem
from bot.knowledge.yaml_scalars import read_plain
from bot.knowledge.yaml_slips import slip_in_key
from bot.knowledge.yaml_text import Document

_WANTED: Final = {
    "string_type": ("is no text", "put it in quotes"),
    "is_instance_of": ("is no number", "write the number in plain digits, without quotes, e.g. 0.0008"),
    "decimal_type": ("is no number", "write the number in plain digits, without quotes, e.g. 0.0008"),
    "bool_type": ("is neither true nor false", "write true or false"),
    "tuple_type": ("is no list", "write [one, two], or one item a line that begins with `- `"),
    "dict_type": ("is no mapping", "write keys and values, one `key: value` a line"),
    "model_type": ("is no mapping", "write keys and values, one `key: value` a line"),
    "too_short": ("is an empty list", "write at least one item"),
}


_OF_TEXTS: Final = ("is no number", "is neither true nor false")
"""What is said of a text with the text itself."""


def complaints(shape: type[BaseModel], document: Document, error: ValidationError) -> Iterator[Problem]:
    """The problems of a document that a shape refused, without those that follow from what the reader reported."""
    reported = [problem.path for problem in document.problems]
    details = error.errors(include_url=False)
    slipped = {detail["loc"][:-1] for detail in details if _is_slip(detail)}
    for detail in details:
        if detail["type"] == "too_short" and detail["input"]:
            continue  # only for the items that are refused themselves
        if detail["type"] == "missing" and detail["loc"][:-1] in slipped:
            continue  # it is there, within the key that is told of
        problem = _complaint(shape, document, detail)
        if not any(_lies_in(path, problem.path) for path in reported):
            yield problem


def _is_slip(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden" and slip_in_key(str(detail["loc"][-1])) is not None


def _lies_in(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}[")) or not outer


def _complaint(shape: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path: Path = detail["loc"]
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "extra_forbidden":
        slip = slip_in_key(str(path[-1]))
        return Problem.at(
            document.key_place(path), path[:-1] if slip else path, *(slip or _unknown_key(shape, path, detail["input"]))
        )
    if kind == "missing":
        return Problem.at(document.place(path[:-1]), path, "is missing", f"add `{path[-1]}: …` here")
    while path and path not in document.places:
        path = path[:-1]  # one text that stands for several
    if detail["input"] is None:
        return Problem.at(document.place(path), path, "is empty", "write the value, or remove the key")
    if kind == "refused":
        at = context.get("at")
        path = (*path, at) if at else path
        return Problem.at(document.place(path), path, context["message"], context["advice"])
    if kind == "literal_error":
        return Problem.at(
            document.place(path), path, "is not one of the words for this", f"write {context['expected']}"
        )
    message, advice = _WANTED.get(kind, (detail["msg"], "see the file's schema"))
    written = detail["input"]
    if isinstance(written, str) and message in _OF_TEXTS and not isinstance(read_plain(written), Decimal):
        message = f"`{harmless(written, 40)}` {message}"
    return Problem.at(document.place(path), path, message, advice)


def _unknown_key(shape: type[BaseModel], path: Path, value: object) -> tuple[str, str]:
    key = str(path[-1])
    message = f"unknown key `{harmless(key, 60)}`"
    if key == "<<":
        return "`<<` repeats another part of the file", "write its keys out here"
    if value is None and not re.fullmatch("[a-z_]+", key):
        return message, "put a text that holds a comma inside braces in quotes"
    known = _keys(_shape_at(shape, path[:-1]))
    if close := get_close_matches(key[:60], known, n=1, cutoff=0.6):
        return message, f"did you mean `{close[0]}`?"
    return message, f"the keys here are {', '.join(known)}"


def _keys(shape: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()] if shape else []


def _shape_at(shape: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The shape of the value at a path."""
    at: type[BaseModel] | None = shape
    for step in path:
        if isinstance(step, int) or at is None:
            continue
        field = next((field for name, field in at.model_fields.items() if step in (name, field.alias)), None)
        at = next(_shapes_in(field.annotation), None) if field else None
    return at


def _shapes_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, tuple) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            yield from _shapes_in(part)
