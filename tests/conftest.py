"""The frozen market of the corpus, and an engine that answers from it on a fixed day."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import settings

from bot import cli, maintaining, opening
from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import Knowledge
from bot.knowledge.exchange import ExchangeRates
from bot.knowledge.load import load_knowledge
from bot.net import Net
from bot.replies.machine import reply_object
from bot.settings import Settings
from tests.corpus_cases import MARKET, TODAYS_MARKET
from tests.frozen import frozen_catalogue, frozen_engine, frozen_exchange, frozen_knowledge, todays_engine

gc.set_threshold(50_000, 20, 50)  # the libraries, knowledge and cases of the tests live long

settings.register_profile("untimed", deadline=None, max_examples=int(os.environ.get("FUZZ_EXAMPLES", "25")))
settings.load_profile("untimed")

TODAY = date(2024, 6, 1)
"""Two weeks after the report."""

CATALOGUE_DAY = date(2026, 11, 9)
"""The day of the market's catalogue, from which its prices are known."""

GLM, DOUBAO, TINY, MINI = "zhipu/glm-3-turbo", "bytedance/doubao-main", "baidu/ernie-tiny", "modelbest/minicpm"
INDUSTRY = "industry/2024-level"


def pytest_configure() -> None:
    """The installed packages of prices and rates are read once a process, however many engines are made."""
    for kind in (Catalogue, ExchangeRates):
        pytest.MonkeyPatch().setattr(kind, "load", staticmethod(_kept(kind.load)))


def _kept(load: Callable[..., Any]) -> Callable[..., Any]:
    installed = load()
    return lambda read=None, **more: installed if read is None else load(read, **more)


def pytest_collection_finish() -> None:
    """Spare the garbage collector what is there before the first test: most objects of the process."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def what_fails_is_raised() -> Iterator[None]:
    """Tests see what goes wrong under an answer, rather than the apology for it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Net, "under", lambda net, deed, text, work, instead: work())
        yield


@pytest.fixture(scope="session")
def frozen() -> Knowledge:
    return frozen_knowledge()


@pytest.fixture(scope="session")
def price_bot() -> Engine:
    return frozen_engine()


@pytest.fixture
def engines_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands answer from the frozen markets with one engine each, rather than with a new one a command."""
    made, kept = opening.engine_of, {MARKET: frozen_engine, TODAYS_MARKET: todays_engine}

    def engine_of(told: Settings) -> Engine:
        return kept[told.knowledge]() if told.knowledge in kept else made(told)

    for commands in (cli, maintaining):
        monkeypatch.setattr(commands, "engine_of", engine_of)


Asked = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def asked(price_bot: Engine) -> Asked:
    """The machine-readable reply to a question; other arguments go into its context."""

    def ask(text: str, **context: Any) -> dict[str, Any]:
        return reply_object(price_bot.ask(text, Context(**{"today": TODAY, **context})))

    return ask


def answers(reply: dict[str, Any], role: str = "answer") -> list[dict[str, Any]]:
    """The results of a role."""
    return [result for result in reply["results"] if result["role"] == role]


def values(reply: dict[str, Any], role: str = "answer") -> list[tuple[Any, Any, str]]:
    """Subject, value or range as (min, max), and unit of each result of a role."""
    return [
        (
            result["subject"],
            result["value"] if result["range"] is None else (result["range"]["min"], result["range"]["max"]),
            result["unit"],
        )
        for result in answers(reply, role)
    ]


AskedOf = Callable[[dict[str, str]], Callable[..., dict[str, Any]]]


@pytest.fixture(scope="session")
def asked_of(tmp_path_factory: pytest.TempPathFactory) -> AskedOf:
    """Asks a market of its own: the texts of its files by their names; in December 2026 unless told otherwise."""

    @cache
    def engine_of(files: tuple[tuple[str, str], ...]) -> Engine:
        folder = tmp_path_factory.mktemp("own")
        for name, text in files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Engine(load_knowledge(folder), frozen_catalogue(), frozen_exchange())

    def market_of(files: dict[str, str]) -> Callable[..., dict[str, Any]]:
        engine = engine_of(tuple(files.items()))

        def ask(text: str, **context: Any) -> dict[str, Any]:
            return reply_object(engine.ask(text, Context(**{"today": date(2026, 12, 1), **context})))

        return ask

    return market_of
