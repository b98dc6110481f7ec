"""The tour shows what the bot says now."""

from __future__ import annotations

from tests.corpus_cases import read_yaml
from tests.frozen import todays_engine
from tools.tour import DOCUMENT, QUESTIONS, written


def test_the_tour_is_true() -> None:
    assert DOCUMENT.read_text("utf-8") == written(todays_engine()), "python -m tools.tour writes it anew"


def test_it_goes_through_forty_questions_in_every_place() -> None:
    cases = [case for day in read_yaml(QUESTIONS) for case in day["questions"]]
    assert len(cases) == 40
    assert {case.get("where", "private") for case in cases} == {
        "private", "group", "overheard", "inline", "command", "chart",
    }  # fmt: skip
