"""Hours of models that nobody curated: the catalogue's own windows, of which a seller may have several."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answers import BEIJING, Context, Status
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.load import load_knowledge
from tests.frozen import frozen_exchange

VENDOR = """\
id: deepseek
name: DeepSeek
models: []
"""


@pytest.fixture(scope="module", params=["acme", "deepseek"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """Answers where nobody curates DeepSeek, or only its name."""
    folder = tmp_path_factory.mktemp("own")
    (folder / "vendors").mkdir()
    text = VENDOR.replace("deepseek", request.param).replace("DeepSeek", request.param.title())
    (folder / "vendors" / f"{request.param}.yaml").write_text(text, "utf-8")
    return Engine(load_knowledge(folder), Catalogue.load(), frozen_exchange())


@pytest.mark.parametrize("hour", [3, 10, 15, 23])
@pytest.mark.parametrize(
    "text", ["deepseek chat晚上便宜吗", "DeepSeek R1现在是高峰吗", "deepseek v4 pro off-peak price"]
)
def test_the_windows_of_the_catalogue_are_told_by_their_plain_names(engine: Engine, text: str, hour: int) -> None:
    reply = engine.ask(text, Context(now=datetime(2026, 11, 27, hour, tzinfo=BEIJING)))
    assert reply.status is Status.ANSWERED
    assert "0030" not in reply.full
    assert "高峰" in reply.full or "peak" in reply.full


def test_the_next_change_is_that_of_the_model_by_the_clock_of_beijing(engine: Engine) -> None:
    noon = Context(now=datetime(2026, 11, 28, 12, tzinfo=BEIJING))
    assert "2026-11-28 14:00" in engine.ask("deepseek v4 pro现在是高峰吗", noon).full
    assert "2026-11-29 00:30" in engine.ask("deepseek chat现在是高峰吗", noon).full


def test_models_in_different_windows_are_not_said_to_be_in_one(engine: Engine) -> None:
    noon = Context(now=datetime(2026, 11, 28, 12, tzinfo=BEIJING))
    reply = engine.ask("deepseek v4 pro和deepseek chat现在是高峰吗", noon)
    assert "现在" not in reply.full.split("\n")[0]
