"""``pricebot check`` finds names and questions of the knowledge base that no longer lead home, each with its place."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Kind, Reply, Status
from bot.knowledge.entries import Knowledge
from bot.maintain.check import OK, WRONG, Probe, check, check_knowledge
from bot.text import Language, normal_form

Ask = Callable[[str, date | None], Reply]

VENDOR = """\
id: zhipu
name: Zhipu
models:
  - id: zhipu/glm
    name: GLM
    aliases: [智谱 GLM]
    weak_aliases: [球]
    lookalikes: [篮球]
"""
ARTICLE = """\
sources:
  - {id: report, publisher: Paper, title: Report}
facts:
  - id: glm-price
    subjects: [zhipu/glm]
    statement: Cheap.
    keywords: [[价格]]
    asks:
      - GLM什么价
      - what is the price of GLM
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, content in (("vendors/zhipu.yaml", VENDOR), ("articles/report.yaml", ARTICLE)):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(content, "utf-8")
    return Path()


def answer(*facts: str, kind: Kind | None = Kind.FACT, status: Status = Status.ANSWERED) -> Ask:
    return lambda text, _: Reply(text, status, Language.EN, kind, facts=facts)


RIGHT = answer("glm-price")


def probe(ask: Ask = RIGHT, hidden: Iterable[str] = (), seen: Iterable[str] = ()) -> Callable[[Knowledge], Probe]:
    """An engine that reads each name as it should, but not those ``hidden``, and reads those ``seen`` as GLM."""

    def made(knowledge: Knowledge) -> Probe:
        names = {name.text: name.id for name in knowledge.names}
        names |= dict.fromkeys(seen, "zhipu/glm")
        return Probe(
            lambda text: {names[normal_form(text)]} if normal_form(text) in names.keys() - set(hidden) else set(), ask
        )

    return made


def test_all_is_well(folder: Path) -> None:
    report = check_knowledge(folder, probe())
    assert report.ok
    assert report.summary == "ok: 1 vendors, 1 models, 0 prices, 1 facts, 4 names, 2 questions"


def test_name_that_another_word_hides(folder: Path) -> None:
    report = check_knowledge(folder, probe(hidden=["智谱 glm"]))
    assert [str(problem) for problem in report.problems] == [
        (
            "vendors/zhipu.yaml:6:15: models[0].aliases[0]: `智谱 GLM` leads nowhere instead of zhipu/glm; "
            "remove it, or the longer or stronger word that hides it"
        )
    ]
    assert report.summary == "1 problem"


def test_lookalike_that_is_still_read_as_the_name(folder: Path) -> None:
    report = check_knowledge(folder, probe(seen=["篮球"]))
    assert [str(problem) for problem in report.problems] == [
        (
            "vendors/zhipu.yaml:8:18: models[0].lookalikes[0]: `篮球` is still read as zhipu/glm; "
            "write the whole of the word, or remove it"
        )
    ]


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (answer("other", "glm-price"), "is answered as a fact question with other, glm-price"),
        (answer("other", kind=Kind.PRICE), "is answered as a price question with other"),
        (answer("glm-price", kind=Kind.PRICE, status=Status.CLARIFY), "is answered as a price question with glm-price"),
        (answer(kind=None, status=Status.UNKNOWN), "is not understood"),
    ],
)
def test_question_that_is_answered_with_something_else(folder: Path, ask: Ask, said: str) -> None:
    report = check_knowledge(folder, probe(ask))
    assert [str(problem) for problem in report.problems] == [
        f"articles/report.yaml:{line}:9: facts[0].asks[{place}]: `{question}` {said}, not with glm-price; "
        "add the words it is asked with to this fact's keywords, or make the other's narrower"
        for place, (line, question) in enumerate([(9, "GLM什么价"), (10, "what is the price of GLM")])
    ]


def test_question_about_a_price_may_be_computed(folder: Path) -> None:
    assert check_knowledge(folder, probe(answer("other", "glm-price", kind=Kind.PRICE))).ok


def test_a_question_is_asked_on_the_day_of_its_article(folder: Path) -> None:
    dated = ARTICLE.replace("title: Report}", "title: Report, date: 2024-05-16}")
    (folder / "articles" / "report.yaml").write_text(dated, "utf-8")
    days = set()

    def ask(text: str, day: date | None) -> Reply:
        days.add(day)
        return RIGHT(text, day)

    assert check_knowledge(folder, probe(ask)).ok
    assert days == {date(2024, 5, 16)}


def test_folder_that_does_not_load_is_not_asked(folder: Path) -> None:
    (folder / "vendors" / "zhipu.yaml").write_text("id: zhipu\n", "utf-8")

    def never(knowledge: Knowledge) -> Probe:
        raise AssertionError(knowledge)

    report = check_knowledge(folder, never)
    assert str(report.problems[-1]) == "vendors/zhipu.yaml:1:1: name: is missing; add `name: …` here"


@dataclass
class Shown:
    said: list[str] = field(default_factory=list)
    errors: io.StringIO = field(default_factory=io.StringIO)

    def say(self, text: str) -> None:
        self.said.append(text)


def test_every_name_and_question_of_the_shipped_knowledge_leads_home() -> None:
    shown = Shown()
    status = check(None, shown)
    assert shown.errors.getvalue() == ""
    assert status == OK
    assert shown.said[0].startswith("ok: ")


def test_command_says_problems_one_a_line_on_the_error_stream(folder: Path) -> None:
    (folder / "vendors" / "zhipu.yaml").write_text(VENDOR.replace("models:", "\tmodels:"), "utf-8")
    shown = Shown()
    assert check(folder, shown) == WRONG
    assert shown.errors.getvalue() == "vendors/zhipu.yaml:3:1: the line is indented with a tab; indent with spaces\n"
    assert shown.said == ["1 problem"]
