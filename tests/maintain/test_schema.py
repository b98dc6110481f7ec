"""The schema that editors are given: of today, in both languages, and right about every file that is shipped."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.cli import main
from bot.knowledge.folder import SHAPES, packaged_folder, walk
from bot.knowledge.yaml_text import Value, read_yaml
from bot.maintain.schema import FILE, ITSELF, chinese, first_line, own_fields, schema_text, shapes, write_schema

FOLDER = packaged_folder()
SHIPPED = sorted(str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.yaml"))
DOCUMENT: dict[str, Any] = json.loads(schema_text())
BROKEN = {
    "vendors/a.yaml": [
        "id: a\nname: A\ncolour: red\n",
        "id: A\nname: A\n",
        "id: a\n",
        "id: a\nname: {zh: 甲}\n",
        "id: a\nname: A\nmodels: [{id: a/b, name: B, prices: [{amount: 1, currency: yuan, from: 2026-01-01, source: s}]}]\n",
        'id: a\nname: A\nmodels: [{id: a/b, name: B, prices: [{amount: "1", from: 2026-01-01, source: s}]}]\n',
        "id: a\nname: A\nmodels: [{id: a/b, name: B, released: May}]\n",
        "id: a\nname: A\nmodels: [{id: a/b, name: B, kind: chatty}]\n",
    ],
    "articles/a.yaml": ["facts: []\n", "facts: [{id: a, subjects: [a], statement: A., asks: []}]\n"],
}


def validator(name: str) -> Draft202012Validator:
    """What an editor checks a file by, which it knows from the first line."""
    line = first_line(name)
    assert line is not None
    path, _, at = line.removeprefix("# yaml-language-server: $schema=").partition("#")
    assert (FOLDER / name).parent / path == (FOLDER / name).parent / ("../" * name.count("/") + FILE)
    return Draft202012Validator({"$ref": f"#{at}", **DOCUMENT})


def plain(value: Value) -> Any:
    """A value as an editor reads it."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, tuple) else value


def test_the_schema_that_is_shipped_is_todays() -> None:
    assert (FOLDER / FILE).read_text("utf-8") == schema_text(), (
        "write it anew: pricebot schema -o knowledge/schema.json"
    )


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(DOCUMENT)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_file_names_its_schema_and_fits_it(name: str) -> None:
    content = (FOLDER / name).read_bytes()
    assert content.decode().splitlines()[0] == first_line(name)
    errors = [
        f"{error.json_path}: {error.message}"
        for error in validator(name).iter_errors(plain(read_yaml(name, content).value))
    ]
    assert not errors


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BROKEN.items() for text in texts])
def test_what_check_refuses_an_editor_underlines(name: str, text: str) -> None:
    assert not validator(name).is_valid(plain(read_yaml(name, text.encode()).value))


def test_everything_is_explained_in_both_languages() -> None:
    for shape in shapes():
        definition = DOCUMENT["$defs"][shape.__name__]
        texts = [definition["description"], *(key["description"] for key in definition["properties"].values())]
        for text in texts:
            in_chinese, _, english = text.partition("\n\n")
            assert re.search("[\u4e00-\u9fff]", in_chinese), text
            assert re.search("[a-z]", english), text


def test_no_text_explains_what_is_no_longer_there() -> None:
    wanted = {(shape.__name__, ITSELF) for shape in shapes()}
    wanted |= {(declaring.__name__, key) for shape in shapes() for declaring, _, key in own_fields(shape)}
    bases = {declaring.__name__ for shape in shapes() for declaring, _, _ in own_fields(shape)}
    wanted |= {(base, ITSELF) for base in bases}
    assert {(shape, key) for shape, texts in chinese().items() for key in texts} == wanted


def test_a_file_of_no_kind_has_no_schema() -> None:
    assert [first_line(name) for name in ("notes.yaml", "vendors/a/b.yaml", "vendors.yaml", "works.yml")] == [None] * 4
    assert len({first_line(name if name.endswith(".yaml") else f"{name}/a.yaml") for name in SHAPES}) == len(SHAPES)


def test_nothing_is_required_that_has_a_default() -> None:
    """Editors would ask for it; and no value may be null, as none may be left empty."""
    for path, value in walk(_frozen(DOCUMENT["$defs"])):
        assert value != "null", path
        assert path[-1:] != ("default",) or path[-2:-1] == ("properties",), path


def _frozen(value: Any) -> Value:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value


def test_the_command_writes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "schema.json"
    assert main(["schema", "-o", str(file)]) == 0
    assert file.read_text("utf-8") == schema_text()
    assert str(file) in capsys.readouterr().out
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == schema_text()
    with pytest.raises(FileNotFoundError):
        write_schema(tmp_path / "nowhere" / "schema.json", print)
