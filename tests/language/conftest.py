"""The finder with the words of the knowledge files."""

from __future__ import annotations

import pytest

from bot.knowledge.currency_words import currency_words
from bot.knowledge.entries import Knowledge
from bot.language.amounts.amounts import AmountFinder
from bot.language.tokens.reader import Reader
from tests.frozen import frozen_catalogue, frozen_knowledge


@pytest.fixture(scope="session")
def finder() -> AmountFinder:
    knowledge = frozen_knowledge()
    return AmountFinder(currency_words(knowledge.currency_words), knowledge.unit_words)


@pytest.fixture(scope="session")
def reader(frozen: Knowledge) -> Reader:
    return Reader(frozen, frozen_catalogue())
