"""Questions get the replies that the corpus expects, and overheard chatter gets none; `make corpus` says how many."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from tests.corpus_cases import TODAYS_CORPUS, load_cases
from tests.corpus_run import Case, corpus_files, problems
from tests.frozen import todays_engine


@pytest.mark.parametrize("kind", corpus_files())
def test_the_corpus_gets_the_replies_that_it_says(price_bot: Engine, kind: str) -> None:
    """All cases of a kind; what is wrong is listed, each with its text."""
    assert wrong(price_bot, [Case(kind, body) for body in load_cases(corpus_files()[kind])]) == ""


@pytest.mark.parametrize("kind", corpus_files(TODAYS_CORPUS))
def test_the_corpus_of_today_gets_the_replies_that_it_says(kind: str) -> None:
    cases = [Case(kind, body, today=True) for body in load_cases(corpus_files(TODAYS_CORPUS)[kind])]
    assert wrong(todays_engine(), cases) == ""


def wrong(engine: Engine, cases: Iterable[Case]) -> str:
    """The cases that get other replies, each with what is wrong."""
    found = ((case.text, *lines) for case in cases if (lines := problems(engine, case)))
    return "\n".join("\n    ".join(lines) for lines in found)


def test_todays_cases_are_about_the_catalogue_that_is_installed() -> None:
    """Another one means to look at the cases of today anew."""
    source = Catalogue.load().source()
    assert source is not None
    assert source.title == "genai-prices 0.2.3"


@pytest.mark.parametrize(
    ("lines", "key", "line"),
    [
        (["- ask: a", "  expect: {status: answered}", "- ask: b", "  expect:", "    text_lacks: [c]"], "text_lacks", 5),
        (["- ask: a", "  langs: en", "  expect: {}"], "langs", 2),
        (["- ask: a", "  expect:", "  - status: answered", "    kind: price"], "kind", 4),
        (["- ask: a", "  expect:", "    results:", "    - subject: x", "      values: '1'"], "values", 5),
        (["- - {ask: a}", "  - ask: b", "    facts: [c]"], "facts", 3),
    ],
)
def test_a_key_that_means_nothing_is_refused_with_its_line(
    tmp_path: Path, lines: list[str], key: str, line: int
) -> None:
    file = tmp_path / "cases.yaml"
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"cases\.yaml:{line}: unknown key '{key}'"):
        load_cases(file)
