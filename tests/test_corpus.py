"""Questions get the replies that the corpus expects, and overheard chatter gets none; `make corpus` says how many."""

from __future__ import annotations

import pytest

from bot.engine import Engine
from tests.corpus_run import Case, corpus_cases, problems

CASES: dict[str, list[Case]] = {}
for each in corpus_cases():
    CASES.setdefault(each.kind, []).append(each)


@pytest.mark.parametrize("kind", CASES)
def test_the_corpus_gets_the_replies_that_it_says(price_bot: Engine, kind: str) -> None:
    """All cases of a kind; what is wrong is listed, each with its text."""
    found = [(case.text, *wrong) for case in CASES[kind] if (wrong := problems(price_bot, case))]
    assert not found, "\n".join("\n    ".join(lines) for lines in found)
