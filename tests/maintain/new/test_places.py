"""What is new goes into its place, and every other character of the file stays."""

from __future__ import annotations

from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.folder import packaged_folder
from bot.knowledge.problems import Path
from bot.knowledge.schema import ModelShape
from bot.knowledge.yaml_text import Value, read_yaml
from bot.maintain.new.places import Item, Spot, with_item, with_key
from bot.maintain.new.sourcing import keys_of_vendors

FOLDER = packaged_folder()
FILES = sorted([*FOLDER.glob("vendors/*.yaml"), *FOLDER.glob("articles/*.yaml")])
KEYS = [*keys_of_vendors(), "facts", *(field.alias or name for name, field in ModelShape.model_fields.items())]
NEW: dict[str, Value] = {"id": "new/thing", "name": {"zh": "新的", "en": "New, and more"}, "from": "2026-12-01"}


def read(text: str) -> Value:
    return read_yaml("file", text.encode()).value


def lists(value: Value, path: Path = ()) -> list[Path]:
    """The paths of all lists of mappings in a file."""
    if isinstance(value, dict):
        return [found for key, inner in value.items() for found in lists(inner, (*path, key))]
    if not isinstance(value, tuple) or not all(isinstance(item, dict) for item in value):
        return []
    return [path, *(found for place, item in enumerate(value) for found in lists(item, (*path, place)))]


def at(value: Value, path: Path) -> Value:
    for step in path:
        value = value[step]  # type: ignore[index]
    return value


def with_new(value: Value, path: Path, behind: int) -> Value:
    """The value with what is new in the list at a path."""
    if not path:
        assert isinstance(value, tuple)
        return (*value[:behind], NEW, *value[behind:])
    step, *rest = path
    if isinstance(value, dict):
        return {key: with_new(inner, tuple(rest), behind) if key == step else inner for key, inner in value.items()}
    assert isinstance(value, tuple)
    return tuple(with_new(inner, tuple(rest), behind) if place == step else inner for place, inner in enumerate(value))


def is_only_added(before: str, after: str) -> bool:
    lines = iter(after.splitlines(True))
    return all(line in lines for line in before.splitlines(True))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_into_every_list_of_every_shipped_file(file: FilePath) -> None:
    """In turns at the beginning, in the middle and at the end."""
    text = file.read_text("utf-8")
    value = read(text)
    paths = lists(value)
    for turn, path in enumerate(paths[:: max(1, len(paths) // 12)]):
        there = at(value, path)
        assert isinstance(there, tuple)
        behind = len(there) * (turn % 3) // 2
        after = with_item(text, path, KEYS, Item(NEW, ("why",)), Spot(behind))
        assert read(after) == with_new(value, path, behind), (path, behind)
        assert is_only_added(text, after)
        assert after.count("# why") <= 1


VENDOR = """\
id: a  # the vendor
name: A
# what it sells
models:

  - id: a/one   # the first
    name: One
    prices:
      # of old
      - {amount: 1, currency: CNY, per: 1000,
         from: 2026-01-01, source: s}   # dear
      # of late
      - {amount: 2, currency: CNY, per: 1000, from: 2026-02-01, source: s}

  # the second
  - id: a/two
    name: Two
"""
PRICE: dict[str, Value] = {"free": True, "from": "2026-03-01"}


def put(text: str, path: Path, behind: int | None = None, value: Value = PRICE) -> str:
    return with_item(text, path, KEYS, Item(value, ("why",)), None if behind is None else Spot(behind))


@pytest.mark.parametrize(
    ("behind", "before"),
    [
        (0, "      # of old\n"),
        (1, "      # of late\n"),
        (2, "\n  # the second\n"),
    ],
)
def test_remarks_stay_with_what_they_are_about(behind: int, before: str) -> None:
    line = "      # why\n      - {free: true, from: 2026-03-01}\n"
    assert put(VENDOR, ("models", 0, "prices"), behind) == VENDOR.replace(before, line + before)


def test_items_are_set_apart_as_the_others_are() -> None:
    model: dict[str, Value] = {"id": "a/three", "name": "Three"}
    assert put(VENDOR, ("models",), 2, model) == f"{VENDOR}\n  # why\n  - id: a/three\n    name: Three\n"
    assert put(VENDOR, ("models",), 1, model) == VENDOR.replace(
        "\n  # the second", "\n  # why\n  - id: a/three\n    name: Three\n\n  # the second"
    )


def test_a_list_that_is_missing_is_made_where_its_key_belongs() -> None:
    assert (
        put(VENDOR, ("models", 1, "prices"))
        == f"{VENDOR}    prices:\n      # why\n      - {{free: true, from: 2026-03-01}}\n"
    )
    sources = put(VENDOR, ("sources",), value={"id": "s", "title": "T"})
    assert sources == VENDOR.replace("name: A\n", "name: A\n\nsources:\n  # why\n  - id: s\n    title: T\n", 1)


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("a: []\n", ("a",), "a: [{free: true, from: 2026-03-01}]\n"),
        ("a: [{b: 1}]  # c\n", ("a",), "a: [{b: 1}, {free: true, from: 2026-03-01}]  # c\n"),
        ("a:\n  [{b: 1},\n   {c: 2} ]\n", ("a",), "a:\n  [{b: 1},\n   {c: 2}, {free: true, from: 2026-03-01} ]\n"),
        ("a: [{id: b}]", ("a", 0, "prices"), "a: [{id: b, prices: [{free: true, from: 2026-03-01}]}]"),
        ("a:\n- b: 1\n", ("a",), "a:\n- b: 1\n# why\n- free: true\n  from: 2026-03-01\n"),
        ("a:\n- b: 1", ("a",), "a:\n- b: 1\n# why\n- free: true\n  from: 2026-03-01\n"),
        ("a:\r\n- b: 1\r\n", ("a",), "a:\r\n- b: 1\r\n# why\r\n- free: true\r\n  from: 2026-03-01\r\n"),
        ("a:\n- b: |\n    c\n\n    d\n\nz: 1\n", ("a",), "a:\n- b: |\n    c\n\n    d\n# why\n- free: true\n  from: 2026-03-01\n\nz: 1\n"),
    ],
)  # fmt: skip
def test_other_ways_to_write_a_file(text: str, path: Path, after: str) -> None:
    assert put(text, path) == after


@given(st.integers(0, 2), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_only_lines_are_added(behind: int, end: str, last: bool) -> None:
    text = (VENDOR if last else VENDOR.rstrip("\n")).replace("\n", end)
    after = put(text, ("models",), behind, NEW)
    assert read(after) == with_new(read(text), ("models",), behind)
    assert after.replace("\r\n", "").count("\n") == (0 if end == "\r\n" else after.count("\n"))


def test_a_key_goes_where_the_order_has_it() -> None:
    assert (
        with_key("id: a\nname: A\nmodels: []\n", (), KEYS, "country", "CN")
        == "id: a\nname: A\ncountry: CN\nmodels: []\n"
    )
    assert with_key("{id: a, models: []}", (), KEYS, "name", "A") == "{id: a, name: A, models: []}"
    with pytest.raises(TypeError):
        with_key("- a\n", (), KEYS, "name", "A")
