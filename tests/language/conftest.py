"""The finder with the words of the knowledge files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.currency_words import currency_words
from bot.knowledge.entries import Knowledge
from bot.knowledge.load import load_knowledge
from bot.language.amounts.amounts import AmountFinder
from bot.language.tokens.reader import Reader


@pytest.fixture(scope="session")
def finder() -> AmountFinder:
    knowledge = load_knowledge(Path(__file__).parents[2] / "knowledge")
    return AmountFinder(currency_words(knowledge.currency_words), knowledge.unit_words)


@pytest.fixture(scope="session")
def reader(shipped: Knowledge) -> Reader:
    return Reader(shipped, Catalogue.load())
