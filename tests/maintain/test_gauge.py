"""The gauge tells which facts are found in other words than those written beside them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.cli import main
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.folder import read_folder
from bot.knowledge.load import knowledge_of
from bot.maintain.gauge import Tried, gauged, tried_questions
from bot.text import Language
from tests.frozen import frozen_exchange
from tests.maintain.conftest import VENDOR

ARTICLE = """\
sources:
  - {id: report, publisher: Paper, title: Report, date: 2026-03-01}
facts:
  - id: card
    subjects: [xinghe]
    statement: {zh: 星河自己设计了推理卡，比市面上的省电。, en: Xinghe designed an inference card that draws less power.}
    asks:
      - 星河的推理卡是自己设计的吗
      - 星河自己设计的推理卡省电吗
      - 食咗飯未呀各位
  - id: staff
    subjects: [xinghe]
    statement: {zh: 星河有 120 名研究员。, en: Xinghe employs 120 researchers.}
    asks: [星河雇了几位科学家]
"""
FILES = {"vendors/xinghe.yaml": VENDOR.replace(", fact: max-price", ""), "articles/report.yaml": ARTICLE}


@pytest.fixture
def tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Tried]:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        Path(name).parent.mkdir()
        Path(name).write_text(text, "utf-8")
    read = read_folder(Path())
    engine = Engine(knowledge_of(read), Catalogue(CatalogueContents), frozen_exchange())
    return {each.question: each for each in tried_questions(read, engine)}


def test_a_question_is_found_by_the_others_or_not(tried: dict[str, Tried]) -> None:
    near, far = tried["星河的推理卡是自己设计的吗"], tried["食咗飯未呀各位"]
    assert (near.answered, near.place) == (True, 1)
    assert (far.answered, far.place, far.reply.kind) == (False, None, None)
    assert [str(each.at) for each in tried.values()] == [
        f"articles/report.yaml:{line}:{column}" for line, column in ((8, 9), (9, 9), (10, 9), (14, 12))
    ]


def test_what_would_not_be_answered_is_told_in_both_languages(tried: dict[str, Tried]) -> None:
    warning = tried["食咗飯未呀各位"].warning()
    assert warning.told(Language.EN).startswith(
        "articles/report.yaml:10:9: warning: facts[0].asks[2]: were `食咗飯未呀各位` not written here, "
        "it would be not understood, and card would come nowhere; add ways of asking"
    )
    assert "如果这里没有写 `食咗飯未呀各位`，它会听不懂，card 找不到；" in warning.told(Language.ZH_HANS)


def test_the_summary_counts_and_names_the_weakest(tried: dict[str, Tried]) -> None:
    report = gauged([tried["星河的推理卡是自己设计的吗"], tried["食咗飯未呀各位"]])
    assert report.ok
    assert report.summary.en == (
        "2 questions, each left out in turn: 1 are still answered, of 0 the fact comes lower, of 1 nowhere; "
        "found least: card (1 / 2)"
    )
    assert report.counts == {"question": 2, "answered": 1, "lower": 0, "nowhere": 1}


def test_command_gauges_the_facts_of_a_file(tried: dict[str, Tried], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--asks", "--format", "json", "articles/report.yaml"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["counts"]["question"] == len(tried)
    assert "食咗飯未呀各位" in [warning["problem"].split("`")[1] for warning in found["warnings"]]


def test_what_is_wrong_comes_before_the_gauge(tried: dict[str, Tried], capsys: pytest.CaptureFixture[str]) -> None:
    assert tried
    Path("articles/report.yaml").write_text(ARTICLE.replace("[xinghe]", "[nobody]"), "utf-8")
    assert main(["check", "--asks", "--lang", "en", "--knowledge", "."]) == 2
    assert capsys.readouterr().out == "2 problems\n"
