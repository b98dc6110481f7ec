"""The frozen markets of the corpus, loaded once a process: what tests of answers go by, whatever the program ships."""

from __future__ import annotations

from functools import cache

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from tests.corpus_cases import MARKET, TODAYS_MARKET


@cache
def frozen_knowledge() -> Knowledge:
    """The market's knowledge, with the catalogue and exchange rates that it brings."""
    return load_knowledge(MARKET)


@cache
def frozen_catalogue() -> Catalogue:
    """The market's catalogue."""
    return Catalogue.beside(frozen_knowledge())


@cache
def frozen_exchange() -> ExchangeRates:
    """The market's exchange rates."""
    return ExchangeRates.beside(frozen_knowledge())


@cache
def frozen_engine() -> Engine:
    """Answers from the market."""
    return Engine(frozen_knowledge())


@cache
def shipped_knowledge() -> Knowledge:
    """The knowledge that the program comes with."""
    return load_knowledge()


@cache
def shipped_engine() -> Engine:
    """Answers from the knowledge that the program comes with."""
    return Engine(shipped_knowledge())


@cache
def todays_engine() -> Engine:
    """Answers from the market of today."""
    return Engine(load_knowledge(TODAYS_MARKET))
