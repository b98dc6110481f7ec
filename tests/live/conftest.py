"""A small knowledge folder, and an engine that answers from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.load import load_knowledge
from tests.frozen import frozen_exchange
from tests.maintain.conftest import FILES


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "knowledge"
    write(made, FILES)
    return made


@pytest.fixture
def engine(folder: Path) -> Engine:
    return Engine(load_knowledge(folder), Catalogue(CatalogueContents), frozen_exchange())
