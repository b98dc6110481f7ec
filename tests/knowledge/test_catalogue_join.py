"""Models of the wider catalogue that are curated: their own lists answer, and the catalogue's is one more."""

from __future__ import annotations

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.catalogue_join import curated_models
from bot.knowledge.entries import Knowledge
from bot.knowledge.load import load_knowledge
from bot.language.tokens.reader import Reader
from bot.text import normalize

VENDOR = """
id: xingyue
name: 星月
sources:
  - {id: list, publisher: 星月, title: 价格, date: 2026-09-01}
models:
"""
MODEL = """
  - id: xingyue/%s
    name: %s
    prices:
      - {from: 2026-09-01, currency: CNY, per: 1000000, input: 1, output: 2, source: list}
"""
CURATED = {"kimi-k3": "Kimi K3", "k2": "Kimi K2", "qwen": "Qwen3.8", "glm-5.3": "GLM-5.3"}
CATALOGUE = Catalogue.load()


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "vendors").mkdir()
    text = VENDOR + "".join(MODEL % model for model in CURATED.items())
    (folder / "vendors" / "xingyue.yaml").write_text(text, encoding="utf-8")
    return load_knowledge(folder)


def test_a_model_that_has_the_whole_name_is_the_curated_one(knowledge: Knowledge) -> None:
    joined = curated_models(knowledge, CATALOGUE)
    assert joined["zai/glm-5.3"] == "xingyue/glm-5.3"
    assert joined["moonshotai/kimi-k3"] == "xingyue/kimi-k3"
    assert joined["moonshotai/kimi-k2-0711-preview"] == "xingyue/k2"
    assert not {"groq/qwen3.8-27b", "fireworks/qwen3.8-max", "zai/glm-5.3-flash"} & joined.keys()


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("kimi-k3", "xingyue/kimi-k3"),
        ("moonshotai/kimi-k3", "xingyue/kimi-k3"),
        ("kimi-k2-0711-preview", "xingyue/k2"),
        ("z-ai/glm-5.3", "xingyue/glm-5.3"),
        ("openrouter/z-ai/glm-5.3", "openrouter/glm-5.3"),
    ],
)
def test_an_id_of_a_curated_model_means_the_curated_one_and_a_seller_s_its_offer(
    knowledge: Knowledge, text: str, identity: str
) -> None:
    names = [name.id for _, name in Reader(knowledge, CATALOGUE).read(normalize(f"{text} price")).names]
    assert names == [identity]
