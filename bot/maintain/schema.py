"""The JSON Schema of the knowledge files, by which an editor completes and explains them in Chinese and English.

One document holds all kinds of files under ``$defs``; the first line of each file says which of them it is, as editors
with the YAML language server read it. The texts are the docstrings of the shapes, and ``schema_zh.yaml`` beside this file.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Mapping
from functools import cache
from inspect import cleandoc, getdoc, getsource
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from bot.knowledge.complaints import shapes_in
from bot.knowledge.folder import SHAPES, shape_of
from bot.knowledge.schema_values import Shape

FILE: Final = "schema.json"
"""The schema's name in a knowledge folder."""
ITSELF: Final = "."
"""The key of a shape's own text among those of its fields."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_CHINESE: Final = Path(__file__).with_name("schema_zh.yaml")


class _Plain(GenerateJsonSchema):
    """What the reader of the files takes: numbers are numbers, and no value is empty."""

    def decimal_schema(self, _: core_schema.DecimalSchema) -> JsonSchemaValue:
        return {"type": "number"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, _: Any) -> bool:
        return False


def schema_text() -> str:
    """The document, as it is written to a file: the same whenever the shapes are."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"


def json_schema() -> dict[str, Any]:
    """The document. By itself it describes no file, for each is of one kind."""
    _, document = models_json_schema(
        [(shape, "validation") for shape in SHAPES.values()], schema_generator=_Plain, ref_template="#/$defs/{model}"
    )
    definitions = {shape.__name__: _explained(shape, document["$defs"]) for shape in shapes()}
    return {"$schema": _DIALECT, "title": "pricebot knowledge", "$defs": dict(sorted(definitions.items()))}


def write_schema(output: Path | None, say: Callable[[str], None]) -> None:
    """The command: the document into a file, which is named then, or on standard output.

    Raises:
        OSError: the file cannot be written.
    """
    if output is None:
        say(schema_text().removesuffix("\n"))
        return
    output.write_text(schema_text(), encoding="utf-8", newline="\n")
    say(f"{output}: {len(SHAPES)} kinds of files")


def first_line(name: str) -> str | None:
    """The line by which a file of this name in a knowledge folder names its schema; nothing where it is none."""
    shape = shape_of(name)
    if shape is None:
        return None
    return f"# yaml-language-server: $schema={'../' * name.count('/')}{FILE}#/$defs/{shape.__name__}"


def shapes() -> list[type[BaseModel]]:
    """The shapes of all kinds of files, and of what stands in them."""
    found: dict[type[BaseModel], None] = {}
    waiting: list[type[BaseModel]] = list(SHAPES.values())
    while waiting:
        shape = waiting.pop()
        if shape not in found:
            found[shape] = None
            waiting.extend(inner for field in shape.model_fields.values() for inner in shapes_in(field.annotation))
    return list(found)


def own_fields(shape: type[BaseModel]) -> list[tuple[type[BaseModel], str, str]]:
    """The fields of a shape: the shape that declares each, its name there, and the key in the file."""
    declared = [base for base in shape.__mro__ if issubclass(base, Shape)] if issubclass(shape, Shape) else [shape]
    return [
        (next(base for base in declared if name in base.__annotations__), name, field.alias or name)
        for name, field in shape.model_fields.items()
    ]


def explained(shape: type[BaseModel], key: str) -> tuple[str, str]:
    """What a key of a shape is for, in Chinese and English."""
    declaring, name, _ = next(one for one in own_fields(shape) if one[2] == key)
    return chinese()[declaring.__name__][key], " ".join(_docstrings(declaring).get(name, "").split())


def _explained(shape: type[BaseModel], definitions: dict[str, Any]) -> dict[str, Any]:
    definition: dict[str, Any] = definitions[shape.__name__]
    definition.pop("title")
    itself = chinese()[shape.__name__][ITSELF], " ".join((getdoc(shape) or "").split())
    definition["description"] = "\n\n".join(itself)
    for _, _, key in own_fields(shape):
        of_field = {**definition["properties"][key], "description": "\n\n".join(explained(shape, key))}
        definition["properties"][key] = dict(sorted(of_field.items()))
    return definition


@cache
def _docstrings(shape: type[BaseModel]) -> Mapping[str, str]:
    """The text under each field that a shape declares.

    Pydantic would read the sources for them whenever a bot starts, which takes longer than to make the shapes.
    """
    [declared] = ast.parse(getsource(shape)).body
    assert isinstance(declared, ast.ClassDef)
    return {
        field.target.id: cleandoc(text.value.value)
        for field, text in pairwise(declared.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }


@cache
def chinese() -> Mapping[str, Mapping[str, str]]:
    """The texts in Chinese, by shape and key."""
    read: dict[str, dict[str, str]] = yaml.load(_CHINESE.read_bytes(), yaml.CSafeLoader)
    return read
