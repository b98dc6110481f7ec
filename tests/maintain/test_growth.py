"""The knowledge grows as CONTRIBUTING shows: a vendor, a newer price, an article; nothing else has to be touched."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.folder import packaged_folder
from bot.knowledge.load import load_knowledge
from bot.maintain.check import check_knowledge, engine_probe
from bot.replies.machine import reply_object
from tests.conftest import GLM, values
from tests.frozen import shipped_knowledge

CONTRIBUTING = Path(__file__).parents[2] / "CONTRIBUTING.md"
NEWER = "zhipu/glm-5.3"
"""The model that gets a newer price of input and output; that of cached input stays."""
LATER = "2099"
"""The year in which the examples of 2025 are made to happen: after all that the program knows by then."""
EXAMPLES: list[str] = re.findall(
    r"^```yaml\n(.*?)^```$", CONTRIBUTING.read_text(encoding="utf-8").replace("2025", LATER), re.DOTALL | re.MULTILINE
)

ARTICLE = """\
sources:
  - id: daily-2099-03-02
    publisher: {zh: 某日报, en: Some Daily}
    title: 星河智能谈推理成本
    date: 2099-03-02
facts:
  - id: xinghe-card
    subjects: [xinghe]
    statement:
      zh: 星河智能自己设计了推理卡，比市面上的省电 40%。
      en: Xinghe designed an inference card of its own, which draws 40% less power than those on the market.
    figures:
      - {value: 40, unit: percent}
    keywords:
      - [星河, Xinghe]
      - [推理卡, 省电, card, power]
    asks:
      - 星河的推理卡省电多少
      - how much less power does Xinghe's card draw
  - id: xinghe-staff
    subjects: [xinghe]
    statement:
      zh: 星河智能有 120 名研究员。
      en: Xinghe employs 120 researchers.
    keywords:
      - [星河, Xinghe]
      - [研究员, researchers]
    asks:
      - 星河有多少研究员
      - how many researchers does Xinghe employ
"""


def example(beginning: str) -> str:
    """The example in CONTRIBUTING that begins so."""
    [found] = [text for text in EXAMPLES if text.startswith(beginning)]
    return found


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge that comes with the program, with what a maintainer adds to it."""
    folder = tmp_path_factory.mktemp("grown") / "knowledge"
    shutil.copytree(packaged_folder(), folder)
    new_vendor = example("id: xinghe\n").replace("sources:\n", example("sources:\n"))
    (folder / "vendors" / "xinghe.yaml").write_text(new_vendor, encoding="utf-8")
    (folder / "articles" / "2099-03-02-xinghe.yaml").write_text(ARTICLE, encoding="utf-8")
    vendor = folder / "vendors" / "zhipu.yaml"
    before, model, after = vendor.read_text(encoding="utf-8").partition("  - id: zhipu/glm-5.3\n")
    own, others, more = after.partition("\n  - id:")
    newer = [line for line in example("    prices:\n").splitlines() if f"{LATER}-01-15" in line]
    assert len(newer) == 1
    grown_model = "\n".join((own.rstrip("\n"), *newer, ""))
    vendor.write_text(before + model + grown_model + others + more, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def bot(grown: Path) -> Engine:
    return Engine(load_knowledge(grown))


def said(bot: Engine, text: str, day: date = date(2099, 6, 1)) -> dict[str, Any]:
    return reply_object(bot.ask(text, Context(today=day)))


def test_every_name_and_every_question_still_leads_home(grown: Path) -> None:
    report = check_knowledge(grown, engine_probe)
    assert report.problems == ()
    shipped = shipped_knowledge()
    assert f"{len(shipped.facts) + 2} facts" in report.summary.en


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星河 Max什么价", [("xinghe/max", "2", "CNY"), ("xinghe/max", "8", "CNY")]),
        ("1元能买多少星河Lite tokens", [("xinghe/lite", "2000000", "token")]),
        ("how much is a million tokens of Xinghe Lite in yuan", [("xinghe/lite", "0.5", "CNY")]),
        (
            "GLM-5.3每千token多少钱",
            [(NEWER, "0.0003", "CNY"), (NEWER, "0.0006", "CNY"), (NEWER, "0.002", "CNY")],
        ),
    ],
)
def test_what_was_added_answers(bot: Engine, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert values(said(bot, text)) == expected


def test_a_free_model_that_was_added_is_free(bot: Engine) -> None:
    assert [(one["subject"], one["free"]) for one in said(bot, "星河 Mini要钱吗")["results"]] == [("xinghe/mini", True)]


@pytest.mark.parametrize(
    ("text", "fact"), [("星河的推理卡能省多少电", "xinghe-card"), ("xinghe researchers, how many", "xinghe-staff")]
)
def test_a_fact_that_was_added_is_found(bot: Engine, text: str, fact: str) -> None:
    assert said(bot, text)["facts"][:1] == [fact]


def test_before_the_newer_price_the_old_one_holds(bot: Engine) -> None:
    assert values(said(bot, "1元能买多少GLM tokens", date(2024, 6, 1))) == [(GLM, "2000000", "token")]
