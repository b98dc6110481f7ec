"""YAML is read with numbers as exact decimals and a place for everything, and nothing else gets through."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.problems import KnowledgeError, Place
from bot.knowledge.yaml_text import read_yaml


def value(text: str) -> object:
    document = read_yaml("f.yaml", text.encode())
    assert document.problems == ()
    assert isinstance(document.value, dict)
    return document.value["v"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("0.0008", Decimal("0.0008")),
        ("-3", Decimal(-3)),
        ("2000000", Decimal(2_000_000)),
        ("0.10", Decimal("0.10")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("2024-05-16", "2024-05-16"),
        ("12:30", "12:30"),
        ("4o", "4o"),
        ("01.ai", "01.ai"),
        ('"1e3"', "1e3"),
        ("'yes'", "yes"),
        ("[1, a]", (Decimal(1), "a")),
        ("{a: 1}", {"a": Decimal(1)}),
        ("|\n  two\n  lines\n", "two\nlines\n"),
    ],
)
def test_value(written: str, read: object) -> None:
    found = value(f"v: {written}")
    assert found == read
    assert type(found) is type(read)


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-(10**9), max_value=10**9))
def test_number_keeps_every_digit(number: Decimal) -> None:
    assert f"{value(f'v: {number:f}'):f}" == f"{number:f}"


@pytest.mark.parametrize(
    "trap",
    "yes no on off y n True FALSE 1e3 1E-3 .5 5. +5 007 0x1f 0o7 1_000 1,000 .inf -.inf .nan 1e400".split(),
)
def test_what_yaml_would_turn_into_something_else_is_refused_where_it_stands(trap: str) -> None:
    (problem,) = read_yaml("f.yaml", f"k: x\nv: {trap}\n".encode()).problems
    assert (problem.line, problem.column, problem.path) == (2, 4, "v")
    assert f"`{trap}`" in problem.words()[0]
    assert problem.words()[1]


@pytest.mark.parametrize("sign", ["9", "0", "1_", "1,", "9.", "1e", "-1"])
def test_a_number_as_long_as_a_file_is_refused_in_no_time(sign: str) -> None:
    (problem,) = read_yaml("f.yaml", f"v: {sign * 400_000}".encode()).problems
    assert problem.words()[0].endswith("has too many digits")
    assert len(problem.words()[0]) < 100


def test_what_follows_a_number_that_commas_split_is_read_in_its_place() -> None:
    document = read_yaml("f.yaml", b"{a: 1,000: {b: c}, d: 2,000,000: [e], f: g}")
    assert document.value == {"a": None, "d": None, "f": "g"}
    assert [problem.words() for problem in document.problems] == [
        ("`1,000` has commas in a number", "write 1000"),
        ("`2,000,000` has commas in a number", "write 2000000"),
    ]


def test_places_count_characters_from_one() -> None:
    document = read_yaml("f.yaml", "a:\n  - {名: 智谱, b: [1, 2]}\n".encode())
    assert document.place(("a", 0, "名")) == Place("f.yaml", 2, 9)
    assert document.key_place(("a", 0, "名")) == Place("f.yaml", 2, 6)
    assert document.place(("a", 0, "b", 1)) == Place("f.yaml", 2, 20)
    assert document.place(("a", 0, "nothing", "there")) == Place("f.yaml", 2, 5)


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfv: x\n", b"v: x\r\n", b"---\nv: x\n...\n", b"# c\nv: x # c\n"])
def test_byte_order_mark_line_ends_and_comments_do_no_harm(content: bytes) -> None:
    assert read_yaml("f.yaml", content).value == {"v": "x"}


YAML_LIKE = st.text(st.sampled_from("ab:-[]{},#&*!|>'\"%@`?\n \t0.1~智\\")).map(str.encode)


@given(st.one_of(st.binary(), YAML_LIKE))
def test_any_bytes_are_read_or_refused_with_a_place(content: bytes) -> None:
    try:
        document = read_yaml("f.yaml", content)
    except KnowledgeError as error:
        problems = error.problems
        assert problems
    else:
        problems = document.problems
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.words()[0]
        assert problem.words()[1]
