"""The knowledge grows as CONTRIBUTING shows: a vendor, a newer price, an article; nothing else has to be touched."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answers import Context
from bot.cli import main
from bot.engine import Engine
from bot.knowledge.folder import packaged_folder
from bot.knowledge.load import load_knowledge
from bot.replies.machine import reply_object
from tests.conftest import GLM, values
from tests.frozen import shipped_knowledge
from tests.test_contributing import WHOLE

NEWER = "zhipu/glm-5.3"
"""The model that gets a newer price of input and output; that of cached input stays."""
PRICE = [
    "--input", "0.0003", "--output", "0.0006", "--per", "1000", "--from", "2099-01-15",
    "--publisher", "智谱", "--publisher-en", "Zhipu", "--title", "关于价格调整的公告", "--published", "2099-01-15",
]  # fmt: skip


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the knowledge that comes with the program, with what a maintainer adds to it."""
    folder = tmp_path_factory.mktemp("grown") / "knowledge"
    shutil.copytree(packaged_folder(), folder)
    for name, content in WHOLE.items():
        (folder / name).write_text(content, encoding="utf-8")
    assert main(["new", "price", "--model", NEWER, *PRICE, "--knowledge", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def bot(grown: Path) -> Engine:
    return Engine(load_knowledge(grown))


def said(bot: Engine, text: str, day: date = date(2099, 6, 1)) -> dict[str, Any]:
    return reply_object(bot.ask(text, Context(today=day)))


def test_every_name_and_every_question_still_leads_home(grown: Path, bot: Engine) -> None:
    """``pricebot new`` has checked all of the folder, or it would not have written the price."""
    assert "source: zhipu-2099-01-15" in (grown / "vendors" / "zhipu.yaml").read_text("utf-8")
    assert len(bot.knowledge.facts) == len(shipped_knowledge().facts) + 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("星河 Max什么价", [("xinghe/max", "10", "CNY"), ("xinghe/max", "30", "CNY"), ("xinghe/max", "0.8", "CNY")]),
        ("1元能买多少星河Lite tokens", [("xinghe/lite", "500000", "token")]),
        ("how much is a million tokens of Xinghe Lite in yuan", [("xinghe/lite", "2", "CNY")]),
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
    ("text", "fact"),
    [("星河的推理卡能省多少电", "xinghe-card"), ("xinghe researchers, how many", "xinghe-researchers")],
)
def test_a_fact_that_was_added_is_found(bot: Engine, text: str, fact: str) -> None:
    assert said(bot, text)["facts"][:1] == [fact]


def test_before_the_newer_price_the_old_one_holds(bot: Engine) -> None:
    assert values(said(bot, "1元能买多少GLM tokens", date(2024, 6, 1))) == [(GLM, "2000000", "token")]
