"""The files of words: each word once, in normal form, in its place and under a meaning that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import bot.language
from bot.language.basics.cues import Cue
from bot.language.basics.vocabulary import documents, listed
from bot.language.words.cue_words import WEIGHTLESS
from bot.text import normal_form

FOLDER = Path(bot.language.__file__).parent / "vocabulary"
FILES = sorted(FOLDER.glob("*/*.yaml"))
# Files of rows that are put together from parts, with tests of their own.
ROWS = ("phrases", "expressions")


def lists_in(value: Any) -> Iterator[list[str]]:
    """The lists of words under the headings of a file."""
    if isinstance(value, str):
        yield value.splitlines()
    elif isinstance(value, dict):
        for inner in value.values():
            yield from lists_in(inner)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_words_are_in_normal_form_and_sorted_under_their_heading(path: Path) -> None:
    """A word that no normalized text holds would never be read; sorted lists show what is there, and merge well."""
    document = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    for words in lists_in(document) if path.stem not in ROWS else ():
        assert [word for word in words if normal_form(word) != word] == []
        assert words == sorted(set(words))


def test_no_word_stands_twice() -> None:
    """A word of several meanings stands once, under all of them."""
    words = Counter(word for name in ("cues", *WEIGHTLESS) for _, word in listed(name))
    assert [word for word, times in words.items() if times > 1] == []


def test_few_words_of_meaning_are_passed_over() -> None:
    """What weighs nothing is a word of a closed class; others are the exception."""
    closed, passed_over = (len(list(listed(name))) for name in WEIGHTLESS)
    assert passed_over < closed / 10


def test_every_heading_names_cues() -> None:
    """A heading is a cue, or several with the more telling one first, none of them twice."""
    for heading, _ in listed("cues"):
        cues = [Cue(cue) for cue in heading.split(" + ")]
        assert len(set(cues)) == len(cues)


def test_chinese_words_stand_with_the_chinese_ones() -> None:
    """Words with Chinese characters stand in the Chinese file, and in no other."""
    english, chinese = documents("cues")
    assert [word for words in english.values() for word in words.splitlines() if not word.isascii()] == []
    assert [word for words in chinese.values() for word in words.splitlines() if word.isascii()] == ["duoshao"]
