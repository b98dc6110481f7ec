"""Each mistake is told with file, line and column, in words, and with what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.knowledge.folder import read_folder
from bot.knowledge.load import load_knowledge
from bot.knowledge.problems import KnowledgeError
from bot.text import Language
from tests.corpus_cases import read_yaml
from tests.knowledge.conftest import ARTICLE, FILES, ZHIPU

Complaints = Callable[..., list[str]]
Write = Callable[..., Path]

VENDOR = "knowledge/vendors/zhipu.yaml"
REPORT = "knowledge/articles/report.yaml"
OTHER = "id: other\nname: Other\nrates: [{tokens: 1, characters: 1, source: nowhere}]\n"

BROKEN = read_yaml(Path(__file__).parent / "broken.yaml")


def cases(told: str) -> list[Any]:
    return [
        pytest.param(file, case["before"], case["after"], case[told], case["zh"], id=case["mistake"])
        for file, cases in BROKEN.items()
        for case in cases
        if told in case
    ]


@pytest.mark.parametrize(("file", "before", "after", "said", "zh"), cases("said"))
def test_mistake_in_a_file(write: Write, file: str, before: str, after: str, said: str, zh: str) -> None:
    assert FILES[file].count(before) == 1
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(write({file: FILES[file].replace(before, after)}))
    [problem] = (problem for problem in error.value.problems if problem.file == f"knowledge/{file}")
    assert problem.told(Language.EN) == f"knowledge/{file}:{said}"
    assert problem.told(Language.ZH_HANS) == f"knowledge/{file}:{zh}"


@pytest.mark.parametrize(("file", "before", "after", "warned", "zh"), cases("warned"))
def test_what_may_be_a_mistake(write: Write, file: str, before: str, after: str, warned: str, zh: str) -> None:
    assert FILES[file].count(before) == 1
    folder = read_folder(write({file: FILES[file].replace(before, after)}))
    assert folder.problems == ()
    [warning] = folder.warnings
    assert warning.told(Language.EN) == f"knowledge/{file}:{warned}"
    assert warning.told(Language.ZH_HANS) == f"knowledge/{file}:{zh}"


WHOLE_FILES = [
    ("empty file", b"", "1:1: is empty; write its contents, or delete the file"),
    ("only a comment", b"# nothing yet\n", "1:1: is empty; write its contents, or delete the file"),
    ("a list instead of a mapping", b"- zhipu\n", "1:1: is no mapping; write keys and values, one `key: value` a line"),
    (
        "UTF-16",
        "id: 智谱".encode("utf-16"),
        "1:1: is not UTF-8; save the file with the encoding UTF-8 (in Notepad: Save as, Encoding)",
    ),
    (
        "GBK",
        "id: zhipu\nname: 智谱".encode("gbk"),
        "2:7: is not UTF-8; save the file with the encoding UTF-8 (in Notepad: Save as, Encoding)",
    ),
    ("too large", b"#" * 1_000_001, "1:1: is larger than 1,000,000 bytes; split it into several files"),
    (
        "too deep",
        b"id: " + b"[" * 400_000,
        "1:16: id[0][0]: is nested deeper than 12 levels; check the brackets and the indentation",
    ),
]


@pytest.mark.parametrize(("content", "said"), [case[1:] for case in WHOLE_FILES], ids=[case[0] for case in WHOLE_FILES])
def test_file_that_is_wrong_as_a_whole(complaints: Complaints, content: bytes, said: str) -> None:
    assert f"{VENDOR}:{said}" in complaints({"vendors/zhipu.yaml": content})


def test_text_as_long_as_an_article(complaints: Complaints) -> None:
    told = complaints({"articles/report.yaml": ARTICLE.replace("很便宜。", "很便宜。" * 501)})
    assert told == [f"{REPORT}:10:21: facts[0].statement.zh: is longer than 2,000 characters; shorten it"]


def test_repetition_is_refused_before_it_multiplies(complaints: Complaints) -> None:
    bomb = "a: &a [x, x, x]\n" + "".join(
        f"{this}: &{this} [*{last}, *{last}, *{last}]\n" for last, this in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    told = complaints({"vendors/zhipu.yaml": bomb})
    assert f"{VENDOR}:2:8: b[0]: `*a` repeats another part of the file; write the value out here" in told


def test_two_models_with_one_alias(complaints: Complaints) -> None:
    other = "id: rival\nname: Rival\nmodels:\n  - id: rival/one\n    name: One\n    aliases: [glm 3turbo]\n"
    assert complaints({"vendors/rival.yaml": other}) == [
        (
            f"{VENDOR}:10:11: models[0].name: `GLM-3 Turbo` (as `glm 3turbo`) already leads to rival/one "
            "(knowledge/vendors/rival.yaml:6:15); one name leads to one thing: remove one of the two"
        )
    ]


def test_two_things_with_one_id(complaints: Complaints) -> None:
    again = ARTICLE.split("facts:\n")[1]
    told = complaints({"articles/report.yaml": ARTICLE + again})
    assert told == [
        f"{REPORT}:15:9: facts[1].id: the id `glm-price` is taken already ({REPORT}:8:9); choose another id"
    ]


OVERLAP = (
    "overlaps the price above that holds from 2024-05-16; "
    "let one end (`until`) before the other begins, or say what each is for: another side, mode, window or length"
)
BACKWARDS = "2023-01-01 is before the price above it; list prices oldest first"


@pytest.mark.parametrize(
    ("until", "line", "said"),
    [
        pytest.param("", "{free: true, from: 2024-05-16, source: report}", f"18:28: {{}}: {OVERLAP}", id="same day"),
        pytest.param(
            "\n        until: 2024-12-31",
            "{free: true, from: 2024-12-30, source: report}",
            f"19:28: {{}}: {OVERLAP}",
            id="the one above was to last longer",
        ),
        pytest.param(
            "",
            "{free: true, side: input, from: 2023-01-01, source: report}",
            f"18:41: {{}}: {BACKWARDS}",
            id="out of order",
        ),
    ],
)
def test_prices_that_overlap(complaints: Complaints, until: str, line: str, said: str) -> None:
    text = ZHIPU.replace("per: 1000", f"per: 1000{until}") + f"      - {line}\n"
    assert complaints({"vendors/zhipu.yaml": text}) == [f"{VENDOR}:{said.format('models[0].prices[1].from')}"]


def test_fact_that_does_not_say_which_of_two_sources(complaints: Complaints) -> None:
    two = "sources:\n  - {id: second, publisher: Other, title: Other}\n"
    assert complaints({"articles/report.yaml": ARTICLE.replace("sources:\n", two)}) == [
        f"{REPORT}:9:5: facts[0]: `glm-price` does not say its source; add `source: …`, for the file has several"
    ]


def test_file_named_otherwise_than_its_vendor(complaints: Complaints) -> None:
    told = complaints({"vendors/rival.yaml": "id: other\nname: Other\n"})
    assert told == [
        (
            "knowledge/vendors/rival.yaml:1:5: id: the file has another name than its vendor; "
            "rename the file to other.yaml, or correct the id"
        )
    ]


def test_file_in_the_wrong_place(complaints: Complaints) -> None:
    told = complaints({"prices.yml": "id: other\n"})
    assert told == [
        (
            "knowledge/prices.yml:1:1: is none of the files that are read; rename or move it: the folder holds "
            "vendors/*.yaml, articles/*.yaml, works.yaml, currencies.yaml, units.yaml, and may hold holidays.yaml, "
            "sources.yaml, catalogue.yaml and rates.yaml"
        )
    ]


def test_all_problems_of_all_files_come_at_once_and_in_order(complaints: Complaints) -> None:
    broken = ZHIPU
    for before, after in (("0.0005", "-1"), ("aliases: [智谱]", "colour: red"), ("per: 1000", "per: 1e3")):
        broken = broken.replace(before, after)
    told = complaints(
        {
            "vendors/zhipu.yaml": broken,
            "articles/report.yaml": ARTICLE.replace("[zhipu/glm-3-turbo]", "[nobody]"),
            "works.yaml": "works: [\n",
        }
    )
    assert [line.split(": ")[0] for line in told] == [
        f"{REPORT}:9:16",
        f"{VENDOR}:3:1",
        f"{VENDOR}:13:17",
        f"{VENDOR}:15:14",
        "knowledge/works.yaml:2:1",
    ]


def test_what_a_file_that_cannot_be_read_may_declare_is_not_missed_elsewhere(complaints: Complaints) -> None:
    told = complaints({"articles/report.yaml": ARTICLE.replace("date:", "\tdate:"), "vendors/other.yaml": OTHER})
    assert [line.split(": ")[0] for line in told] == [f"{REPORT}:5:5", "knowledge/vendors/other.yaml:3:44"]


def test_a_folder_that_is_none(write: Callable[..., Path]) -> None:
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(Path("nowhere"))
    assert [str(problem) for problem in error.value.problems] == [
        "nowhere:1:1: is no folder; name the folder that holds vendors/"
    ]


def test_a_folder_without_yaml(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="holds no YAML files"):
        load_knowledge(tmp_path)


def test_word_that_is_generic_and_not_listed(complaints: Complaints) -> None:
    text = "currencies:\n  - code: CNY\n    after: [元]\n    generic: [块]\n"
    assert complaints({"currencies.yaml": text}) == [
        (
            "knowledge/currencies.yaml:4:14: currencies[0].generic: `块` is none of the words; "
            "list it under `before` or `after` too"
        )
    ]
