"""Ids as vendors and sellers document them, and the models that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest
from genai_prices.types import (
    ClauseContains,
    ClauseEquals,
    ClauseOr,
    ClauseRegex,
    ClauseStartsWith,
    ModelInfo,
    ModelPrice,
)
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.catalogue_ids import names
from bot.language.tokens.reader import Reader
from bot.text import normal_form, normalize
from tests.corpus_cases import read_yaml
from tests.frozen import frozen_knowledge

CATALOGUE = Catalogue.load()
TABLE = read_yaml(Path(__file__).parent / "documented_ids.yaml")


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One of a knowledge base that curates hardly any model: what ids mean there is what the catalogue knows of them."""
    return Reader(frozen_knowledge(), CATALOGUE)


def test_the_table_holds_as_many_ids_as_vendors_document() -> None:
    assert len(TABLE["known"]) >= 125


def test_a_documented_id_means_its_model(reader: Reader) -> None:
    for text, identity in TABLE["known"].items():
        assert CATALOGUE.entry(identity) is not None, text
        assert CATALOGUE.prices(identity), text
        for question in (f"{text} price per million tokens", f"{text}多少钱"):
            names = [name for _, name in reader.read(normalize(question)).names]
            named = [(name.start, name.end, name.id, name.version) for name in names]
            assert named == [(0, len(text), identity, None)], question


@pytest.mark.parametrize("text", TABLE["unknown"])
def test_what_is_no_model_s_id_means_none(reader: Reader, text: str) -> None:
    assert CATALOGUE.find(normal_form(text)) is None
    named = [name for _, name in reader.read(normalize(f"{text} price")).names]
    assert (0, len(text), None) not in [(name.start, name.end, name.version) for name in named]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("gpt-x1-2026-01-31", True),
        ("gpt-x1-20260131", True),
        ("gpt-x1-latest", True),
        ("gpt-x1-preview-05-20", True),
        ("us.openai.gpt-x1-v1:0", True),
        ("gpt-x1-mini", False),
        ("gpt-x1.5", False),
        ("gpt-x12", False),
        ("gpt-x1-2", False),
        ("some gpt-x1", False),
    ],
)
def test_only_what_tells_no_models_apart_may_be_left_of_an_id(text: str, means: bool) -> None:
    matches = ClauseOr(or_=[ClauseStartsWith(starts_with="gpt-x1"), ClauseContains(contains="openai.gpt-x1")])
    assert names(ModelInfo(id="gpt-x1", match=matches, prices=ModelPrice()), text) is means


def test_a_pattern_that_holds_all_of_an_id_names_the_model() -> None:
    pattern = ClauseOr(or_=[ClauseEquals(equals="claude-x"), ClauseRegex(regex=r"^claude-x-\d{8}$")])
    model = ModelInfo(id="claude-x", match=pattern, prices=ModelPrice())
    assert names(model, "claude-x-20260131")
    assert not names(model, "claude-x-1-20260131")


def test_a_seller_s_own_id_means_its_offer_and_any_other_the_model() -> None:
    assert CATALOGUE.find("openrouter/deepseek/deepseek-v3.2") == "openrouter/deepseek-v3.2"
    assert CATALOGUE.find("deepseek/deepseek-v3.2") in CATALOGUE.models()
    assert "openrouter/deepseek-v3.2" in CATALOGUE.offers(CATALOGUE.find("deepseek/deepseek-v3.2") or "")


@pytest.mark.parametrize("seller", ["aws", "azure", "databricks", "github-copilot", "google", "huggingface-nebius"])
def test_a_seller_s_offers_are_of_models_and_stand_in_no_list_of_models(seller: str) -> None:
    sold = CATALOGUE.sold_by(seller)
    assert sold
    for identity in sold:
        assert identity.startswith(f"{seller}/")
        entry = CATALOGUE.entry(identity)
        assert entry is not None
        assert entry.note is not None
    assert not {offer for model in CATALOGUE.models() for offer in CATALOGUE.offers(model)} & set(CATALOGUE.models())


@given(st.text(max_size=130))
def test_any_text_means_a_model_or_none(text: str) -> None:
    found = CATALOGUE.find(normal_form(text))
    assert found is None or CATALOGUE.entry(found) is not None
