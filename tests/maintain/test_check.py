"""``pricebot check`` finds names and questions of the knowledge base that no longer lead home, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Reply, Status
from bot.knowledge.entries import Knowledge
from bot.knowledge.problems import Problem
from bot.maintain.check import Probe
from bot.question import Kind
from bot.text import Language
from tests.corpus_cases import read_yaml
from tests.maintain.conftest import ARTICLE, FILES, RIGHT, VENDOR, Ask, Check, answer, probe


def told(problems: Iterable[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def test_all_is_well(checked: Check) -> None:
    report = checked()
    assert told((*report.problems, *report.warnings)) == []
    assert report.summary.en == "ok: 1 vendor, 3 models, 9 prices, 1 fact, 8 names, 2 questions"


CHANGES = [
    pytest.param(file, case["before"], case["after"], case["said"], case.get("zh", []), id=case["change"])
    for file, cases in read_yaml(Path(__file__).parent / "doubtful.yaml").items()
    for case in cases
]


@pytest.mark.parametrize(("file", "before", "after", "said", "zh"), CHANGES)
def test_what_may_be_a_mistake(
    checked: Check, file: str, before: str, after: str, said: list[str], zh: list[str]
) -> None:
    assert FILES[file].count(before) == 1
    report = checked({file: FILES[file].replace(before, after)})
    found = (*report.problems, *report.warnings)
    assert told(found) == [f"{file}:{line}" for line in said]
    assert [problem.told(Language.ZH_HANS) for problem in found] == [f"{file}:{line}" for line in zh]
    assert report.ok is not any(" warning: " not in line for line in said)


def test_name_that_another_word_hides(checked: Check) -> None:
    report = checked(engine=probe(hidden=["星河科技"]))
    assert told(report.problems) == [
        (
            "vendors/xinghe.yaml:3:11: aliases[0]: `星河科技` leads nowhere instead of xinghe; "
            "remove it, or the longer or stronger word that hides it"
        )
    ]
    assert report.summary.en == "1 problem"


def test_name_that_leads_elsewhere(checked: Check) -> None:
    [problem] = checked(engine=probe(seen=["星河科技"])).problems
    assert problem.words()[0] == "`星河科技` leads to xinghe/max instead of xinghe"


def test_lookalike_that_is_still_read_as_the_name(checked: Check) -> None:
    report = checked(engine=probe(seen=["大星星"]))
    assert told(report.problems) == [
        (
            "vendors/xinghe.yaml:13:18: models[0].lookalikes[0]: `大星星` is still read as xinghe/max; "
            "write the whole of the word, or remove it"
        )
    ]


KEYWORDS = "add the words it is asked with to this fact's keywords, or make the other's narrower"
NO_SUM = "ask it in words that ask for no price or sum, or let the price that is given name it (`fact: max-price`)"


@pytest.mark.parametrize(
    ("ask", "said", "advice"),
    [
        (answer("other", "max-price"), "is answered with other, max-price, not with max-price", KEYWORDS),
        (answer("other", kind=Kind.PRICE), "is answered as a price question, not with max-price", NO_SUM),
        (
            answer("max-price", kind=Kind.PRICE, status=Status.CLARIFY),
            "is answered as a price question, not with max-price",
            NO_SUM,
        ),
        (answer(kind=None, status=Status.UNKNOWN), "is not understood, though it is asked of max-price", KEYWORDS),
    ],
)
def test_question_that_is_answered_with_something_else(checked: Check, ask: Ask, said: str, advice: str) -> None:
    assert told(checked(engine=probe(ask)).problems) == [
        f"articles/report.yaml:{line}:9: facts[0].asks[{place}]: `{question}` {said}; {advice}"
        for place, (line, question) in enumerate([(10, "星河Max什么价"), (11, "what is the price of Xinghe Max")])
    ]


def test_one_question_of_two_facts(checked: Check) -> None:
    again = "  - id: other\n    subjects: [xinghe]\n    statement: Other.\n    keywords: [[其他]]\n    asks: [星河 MAX 什么价？]\n"
    assert told(checked({"articles/report.yaml": ARTICLE + again}).problems) == [
        (
            "articles/report.yaml:16:12: facts[1].asks[0]: `星河 MAX 什么价？` is asked of max-price already "
            "(articles/report.yaml:10:9); one question leads to one fact: remove one of the two"
        )
    ]


def test_question_about_a_price_may_be_computed(checked: Check) -> None:
    assert checked(engine=probe(answer("other", "max-price", kind=Kind.PRICE))).ok


def test_a_question_is_asked_on_the_day_of_its_article(checked: Check) -> None:
    days = set()

    def ask(text: str, day: date | None) -> Reply:
        days.add(day)
        return RIGHT(text, day)

    assert checked(engine=probe(ask)).ok
    assert days == {date(2026, 3, 1)}


def test_a_name_that_is_a_word_spoils_no_other_check(checked: Check) -> None:
    known: set[str] = set()

    def engine(knowledge: Knowledge) -> Probe:
        known.update(name.text for name in knowledge.names)
        return probe()(knowledge)

    report = checked({"vendors/xinghe.yaml": VENDOR.replace("[Xinghe Max]", "[便宜]")}, engine)
    assert len(report.problems) == 1
    assert known.isdisjoint({"便宜"})
    assert "星河 max" in known


OTHER = "vendors/rival.yaml"
RIVAL = """\
id: rival
name: Rival
models:
  - id: rival/one
    name: Rival One
    prices:
      - {amount: 5, currency: CNY, per: 1000000, from: 2026-03-01, source: report}
"""


@pytest.mark.parametrize(
    ("rival", "said"),
    [
        (RIVAL, []),
        (
            RIVAL.replace("name: Rival\n", "name: Rival\naliases: [月之暗面, Kimi]\n"),
            [
                (
                    r"3:11: warning: aliases\[0\]: `月之暗面` is the vendor `moonshot` in the wider catalogue, "
                    r"with \d+ models there; give the vendor the id `moonshot`"
                )
            ],
        ),
        (
            RIVAL.replace("rival", "openai").replace("name: Rival One", "name: GPT-4o mini"),
            [
                (
                    r"5:11: warning: models\[0\].name: `GPT-4o mini` is `openai/gpt-4o-mini` in the wider catalogue, "
                    r"where `.+` still leads; give the model the id `openai/gpt-4o-mini`"
                )
            ],
        ),
        (
            RIVAL.replace("rival", "openai")
            .replace("openai/one", "openai/gpt-4o-mini")
            .replace("Rival One", "GPT-4o mini"),
            [],
        ),
    ],
    ids=["nothing alike", "another id of the vendor", "another id of the model", "the same ids"],
)
def test_what_the_wider_catalogue_knows_by_another_id(checked: Check, rival: str, said: list[str]) -> None:
    file = "vendors/openai.yaml" if rival.startswith("id: openai") else OTHER
    warnings = told(checked({file: rival}).warnings)
    assert len(warnings) == len(said)
    for warning, beginning in zip(warnings, said, strict=True):
        assert re.match(f"{file}:{beginning}", warning)


def test_folder_that_does_not_load_is_not_asked(checked: Check) -> None:
    def never(knowledge: Knowledge) -> Probe:
        raise AssertionError(knowledge)

    report = checked({"vendors/xinghe.yaml": "id: xinghe\n"}, never)
    assert str(report.problems[-1]) == "vendors/xinghe.yaml:1:1: name: is missing; add `name: …` here"


def test_of_one_file_only_what_is_found_there(checked: Check) -> None:
    vendor, article = Path("vendors/xinghe.yaml"), Path("articles/report.yaml")
    wrong = probe(answer("other"), hidden=["星河科技"])
    assert len(checked(engine=wrong).problems) == 3
    assert {problem.file for problem in checked(engine=wrong, files=[vendor]).problems} == {str(vendor)}
    assert {problem.file for problem in checked(engine=wrong, files=[article]).problems} == {str(article)}
    doubtful = {str(vendor): VENDOR.replace("{amount: 4,", "{amount: 400,")}
    assert checked(doubtful, files=[article]).summary.en.startswith("ok: ")
    assert checked(doubtful, files=[vendor]).summary.en.startswith("ok, with 1 warning: ")


def test_of_one_file_that_others_keep_from_being_checked(checked: Check) -> None:
    broken = {"articles/report.yaml": ARTICLE.replace("publisher: Paper, ", "")}
    report = checked(broken, files=[Path("vendors/xinghe.yaml")])
    assert not report.ok
    assert report.summary.en == "0 problems, 1 problem in other files, which cannot be loaded"


def test_a_file_that_is_none_of_the_folder(checked: Check) -> None:
    report = checked(files=[Path("nosuch.yaml")])
    assert told(report.problems) == [
        (
            "nosuch.yaml:1:1: is no YAML file of the knowledge folder .; "
            "name one that is, or another folder with --knowledge"
        )
    ]
