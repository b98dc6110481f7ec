"""Whatever is given for a field is taken as a file would have it, or refused with what is wrong."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.problems import KnowledgeError
from bot.knowledge.yaml_text import Value, read_yaml
from bot.maintain.new.fields import FIELDS, Field
from bot.maintain.new.writing import entry
from bot.text import Language
from tests.maintain.new.test_writing import TEXTS

KINDS: dict[Field, str] = {}
"""Each field with the first kind that has it: many kinds have the same ones."""
for kind, fields in FIELDS.items():
    for field in fields:
        KINDS.setdefault(field, kind)
ALL = [pytest.param(field, id=f"{kind} {field.flag}") for field, kind in KINDS.items()]
GIVEN = TEXTS | st.text(max_size=60) | st.sampled_from(
    ["", " ", "\n", "{", "[", "}", "a: b", "above: 1", "[a, b]", "{a: {b: c}}", "*a", "&a", "!a", "%", "@", "1_000", "9" * 60,
     "x" * 3000, "value: 1, unit: times", "input: 8, output: 28", "2026-11-31", "- a", "a\tb", "\ud800", "\x00", "<<: a"]
)  # fmt: skip


@pytest.mark.parametrize("field", ALL)
@given(text=GIVEN)
def test_any_text_is_taken_or_refused(field: Field, text: str) -> None:
    try:
        value = field.read(text)
    except KnowledgeError as error:
        value, told = None, [problem.words(Language.ZH_HANS) for problem in error.problems]
    else:
        told = [("taken", "as it is")]
    assert told
    assert all(map(all, told))
    if value is not None and not field.names:
        assert read(field, value) == {field.key: (value,) if field.many else value}


def read(field: Field, value: Value) -> Value:
    """A value as it is read from a file that it is written into."""
    lines = entry(field.key, (value,) if field.many else value, 0)
    document = read_yaml("file", ("\n".join(lines) + "\n").encode())
    assert not document.problems
    return document.value


@pytest.mark.parametrize("field", ALL)
def test_every_field_is_explained_in_both_languages(field: Field) -> None:
    assert re.search("[a-z]{3}", field.explained(Language.EN))
    assert re.search("[\u4e00-\u9fff]", field.explained(Language.ZH_HANS))


def test_braces_may_be_left_out() -> None:
    fields = {field.flag: field for field in FIELDS["price"]}
    assert fields["input-tokens"].read("above: 32000, up_to: 128000") == fields["input-tokens"].read(
        "{above: 32000, up_to: 128000}"
    )
