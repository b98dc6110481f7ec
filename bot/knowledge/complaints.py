"""What the typed shapes refuse, put into words for the maintainer, each at its place."""

from __future__ import annotations

import re
import types
from collections.abc import Iterable, Iterator
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.characters import harmless
from bot.knowledge.meant import means_free, meant_number
from bot.knowledge.messages import shapes as says
from bot.knowledge.messages.message import Message, Term
from bot.knowledge.problems import Path, Place, Problem
from bot.knowledge.yaml_scalars import read_plain
from bot.knowledge.yaml_slips import slip_in_key
from bot.knowledge.yaml_text import Document

_WANTED: Final = {
    "string_type": says.NO_TEXT,
    "is_instance_of": says.NO_NUMBER,
    "decimal_type": says.NO_NUMBER,
    "bool_type": says.NOT_TRUE_OR_FALSE,
    "tuple_type": says.NO_LIST,
    "dict_type": says.NO_MAPPING,
    "model_type": says.NO_MAPPING,
    "too_short": says.EMPTY_LIST,
}


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


def empty_values(document: Document, paths: Iterable[Path]) -> Iterator[Problem]:
    """That there is no value at these paths, where a shape has nothing to say of it."""
    return (Problem.at(document.place(path), path, says.EMPTY) for path in paths)


def _is_slip(detail: ErrorDetails) -> bool:
    return detail["type"] == "extra_forbidden" and slip_in_key(str(detail["loc"][-1])) is not None


def _lies_in(path: str, outer: str) -> bool:
    return path == outer or path.startswith((f"{outer}.", f"{outer}[")) or not outer


def _complaint(shape: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    path: Path = detail["loc"]
    kind, context, written = detail["type"], detail.get("ctx", {}), detail["input"]
    if kind == "extra_forbidden":
        key = document.key_place(path)
        if slip := slip_in_key(str(path[-1])):
            return Problem.at(key, path[:-1], slip.said, **slip.parts)
        said, parts = _unknown_key(shape, path, written)
        return Problem.at(key, path, said, **parts)
    if kind == "missing":
        return Problem.at(document.place(path[:-1]), path, says.MISSING, key=path[-1])
    while path and path not in document.marks:
        path = path[:-1]  # one text that stands for several
    if written is None:
        return Problem.at(document.place(path), path, says.EMPTY)
    if kind == "refused":
        path = (*path, context["at"]) if context["at"] else path
        return Problem.at(document.place(path), path, context["said"], **context["parts"])
    place = document.place(path)
    if kind == "literal_error":
        return Problem.at(
            place, path, says.OTHER_WORD, text=harmless(str(written), 40), expected=_words(context["expected"])
        )
    said = _WANTED.get(kind, says.REFUSED)
    if said is says.NO_NUMBER and isinstance(written, str) and not isinstance(read_plain(written), Decimal):
        return _text_for_number(place, path, harmless(written, 40))
    return Problem.at(place, path, said, reason=detail["msg"])


_PERCENT: Final = ("%", "％")


def _text_for_number(place: Place, path: Path, text: str) -> Problem:
    if means_free(text):
        return Problem.at(place, path, says.FREE_IS_NO_NUMBER, text=text)
    if text.endswith(_PERCENT) and path[:1] == ("models",):
        return Problem.at(place, path, says.SHARE_IS_NO_PRICE, text=text)
    plain = meant_number(text)
    return Problem.at(place, path, says.NUMBER_MEANT if plain else says.TEXT_IS_NO_NUMBER, text=text, plain=plain)


def _words(expected: str) -> Term:
    """The words that pydantic would have, ``'input', 'output' or 'thinking'``, as they are written."""
    expected = expected.replace("'", "")
    return Term(expected, expected.replace(" or ", ", ").replace(", ", "、"))


def _unknown_key(shape: type[BaseModel], path: Path, value: object) -> tuple[Message, dict[str, str]]:
    key = str(path[-1])
    parts = {"key": harmless(key, 60)}
    if key == "<<":
        return says.MERGE, {}
    if value is None and not re.fullmatch("[a-z_]+", key):
        return says.UNKNOWN_KEY_IN_BRACES, parts
    known = _keys(_shape_at(shape, path[:-1]))
    if close := get_close_matches(key[:60], known, n=1, cutoff=0.6):
        return says.UNKNOWN_KEY_ALIKE, {**parts, "known": close[0]}
    return says.UNKNOWN_KEY, {**parts, "known": ", ".join(known)}


def _keys(shape: type[BaseModel] | None) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()] if shape else []


def _shape_at(shape: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The shape of the value at a path."""
    at: type[BaseModel] | None = shape
    for step in path:
        if isinstance(step, int) or at is None:
            continue
        field = next((field for name, field in at.model_fields.items() if step in (name, field.alias)), None)
        at = next(shapes_in(field.annotation), None) if field else None
    return at


def shapes_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The shapes that a value of this type may have."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, tuple) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            yield from shapes_in(part)
