"""Questions get the replies that the corpus expects, and overheard chatter gets none; `make corpus` says how many."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from tests.corpus_run import Case, corpus_cases, problems, todays_cases
from tests.frozen import todays_engine

CASES: dict[str, list[Case]] = {}
for each in (*corpus_cases(), *todays_cases()):
    CASES.setdefault(each.label, []).append(each)


@pytest.mark.parametrize("kind", CASES)
def test_the_corpus_gets_the_replies_that_it_says(price_bot: Engine, kind: str) -> None:
    """All cases of a kind; what is wrong is listed, each with its text."""
    asked = ((case, todays_engine() if case.today else price_bot) for case in CASES[kind])
    found = [(case.text, *wrong) for case, engine in asked if (wrong := problems(engine, case))]
    assert not found, "\n".join("\n    ".join(lines) for lines in found)


def test_todays_cases_are_about_the_catalogue_that_is_installed() -> None:
    """Another one means to look at the cases of today anew."""
    source = Catalogue.load().source()
    assert source is not None
    assert source.title == "genai-prices 0.2.3"
