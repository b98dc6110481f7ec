"""Slips in the files that are shipped: each is read or told of, and never costs the running bot what it knew."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import Context, Status
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents
from bot.knowledge.folder import packaged_folder
from bot.knowledge.load import load_knowledge
from bot.live.reloading import Reloader
from bot.telegram.answering.upkeep import Result
from bot.text import Language
from tests.frozen import frozen_exchange

DAY: Final = Context(today=date(2026, 11, 28))
SHIPPED: Final = {
    str(path.relative_to(packaged_folder())): path.read_text("utf-8") for path in packaged_folder().rglob("*.yaml")
}
SLIPS: Final = (
    "", "：", "，", "\u3000", "\u00a0", "\u200b", "\t", "#", " #", "- ", "'", "{", "]", "1,000", "0", "元", "\n", "<<<<<<< HEAD\n",
)  # fmt: skip
"""What is typed in the place of something."""


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A shipped file after a slip: something typed or gone near a sign that means something to YAML, or a line moved."""
    name = draw(st.sampled_from(sorted(SHIPPED)))
    text = SHIPPED[name]
    lines = text.splitlines(keepends=True)
    if draw(st.integers(0, 3)) == 0:
        line = draw(st.integers(0, len(lines) - 1))
        moved = lines.pop(line)
        if draw(st.booleans()):
            lines.insert(draw(st.integers(0, len(lines))), moved)
        return name, "".join(lines)
    signs = [at for at, sign in enumerate(text) if sign in ":,-[]{}\"'0123456789"]
    at = draw(st.sampled_from(signs)) + draw(st.integers(0, 1))
    return name, text[:at] + draw(st.sampled_from(SLIPS)) + text[at + draw(st.integers(0, 2)) :]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Engine]:
    folder = tmp_path_factory.mktemp("shipped") / "knowledge"
    shutil.copytree(packaged_folder(), folder)
    return folder, Engine(load_knowledge(folder), Catalogue(CatalogueContents), frozen_exchange())


@settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "4")),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(slips())
def test_a_slip_never_costs_what_was_known(running: tuple[Path, Engine], slip: tuple[str, str]) -> None:
    folder, engine = running
    name, text = slip
    known = engine.knowledge
    (folder / name).write_text(text, "utf-8")
    outcome = Reloader(engine, folder).reload()
    (folder / name).write_text(SHIPPED[name], "utf-8")
    assert not outcome.fault
    if outcome.result is Result.FAILED:
        assert engine.knowledge is known
        assert outcome.problems
        for language in Language:
            assert all(line.isprintable() for line in outcome.shown_problems(language))
    assert engine.ask("1元能买多少GLM tokens", DAY).status is Status.ANSWERED
