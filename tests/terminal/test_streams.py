"""Reading lines and writing text, whatever the bytes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.streams import Streams, bounded, decodable, lines
from bot.text import MAX_TEXT_LENGTH


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (b"", []),
        (b"one\ntwo", ["one", "two"]),
        (b"one\r\n\r\ntwo\n", ["one", "", "two"]),
        (b"\xef\xbb\xbf1\xe5\x85\x83\n", ["1元"]),
        (b"GLM \xff?\nok\n", ["GLM \ufffd?", "ok"]),
        ("a\u2028b\x0bc\x85\n".encode(), ["a\u2028b\x0bc\x85"]),
        (b"nul\x00l\n", ["nul\x00l"]),
    ],
)
def test_lines(given: bytes, expected: list[str]) -> None:
    assert list(lines(io.BytesIO(given))) == expected


def test_a_line_too_long_is_cut_and_the_next_one_is_whole() -> None:
    long, short = lines(io.BytesIO("字".encode() * 1_000_000 + "\n短\n".encode()))
    assert MAX_TEXT_LENGTH < len(long) < 5 * MAX_TEXT_LENGTH
    assert short == "短"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\n\r"), max_size=40), min_size=1))
def test_lines_come_back_as_they_were_written(texts: list[str]) -> None:
    written = "".join(f"{text}\n" for text in texts).encode("utf-8-sig")
    assert list(lines(io.BytesIO(written))) == texts


def test_bytes_that_could_not_be_decoded_are_replaced() -> None:
    assert decodable(b"GLM \xff\xfe".decode("utf-8", "surrogateescape")) == "GLM \ufffd\ufffd"
    assert decodable("豆包 😀") == "豆包 😀"


@given(st.text(st.characters()))
def test_any_text_can_be_written_once_it_is_decodable(text: str) -> None:
    decodable(text).encode()


def test_a_text_of_the_longest_length_is_left_alone() -> None:
    errors = io.StringIO()
    text = "字" * MAX_TEXT_LENGTH
    assert bounded(text, Streams(io.BytesIO(), io.StringIO(), errors)) == text
    assert not errors.getvalue()


def test_a_longer_text_is_cut_and_says_so() -> None:
    errors = io.StringIO()
    assert bounded("字" * 5000, Streams(io.BytesIO(), io.StringIO(), errors), "line 3") == "字" * MAX_TEXT_LENGTH
    assert errors.getvalue() == "pricebot: line 3 is longer than 4,096 characters; the rest was left out.\n"
