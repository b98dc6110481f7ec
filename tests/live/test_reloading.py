"""Edits are taken over whole or not at all."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import re
import resource
import weakref
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents, Knowledge
from bot.knowledge.load import load_knowledge
from bot.live.reloading import Reloader
from bot.telegram.answering.told import outcome_text
from bot.telegram.answering.upkeep import Result
from bot.text import Language
from tests.frozen import frozen_exchange
from tests.live.conftest import write
from tests.maintain.conftest import ARTICLE, FILES, VENDOR

RELOADS = int(os.environ.get("RELOADS", "12"))
"""1,000 are what was measured."""

DAY = Context(today=date(2026, 11, 1))
CHEAP, DEAR = VENDOR, VENDOR.replace("amount: 4,", "amount: 6,").replace("amount: 12,", "amount: 18,")


def edited(folder: Path, text: str) -> None:
    write(folder, {"vendors/xinghe.yaml": text})


def prices(engine: Engine) -> list[str]:
    """Of input and output of the one model, as the answer says them."""
    return re.findall(r"(?:输入|输出) ([\d.]+)", engine.ask("星河Max多少钱", DAY).text)


def test_an_edit_is_taken_over(folder: Path, engine: Engine) -> None:
    before = engine.edition
    edited(folder, DEAR)
    outcome = Reloader(engine, folder).reload()
    assert (outcome.result, outcome.digest, outcome.version) == (Result.TAKEN, *[engine.knowledge.version] * 2)
    assert prices(engine) == ["6", "18"]
    assert engine.edition != before


def test_a_folder_that_is_as_it_was_is_no_news(folder: Path, engine: Engine) -> None:
    known = engine.knowledge
    assert Reloader(engine, folder).reload().result is Result.SAME
    assert engine.knowledge is known


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("vendors/xinghe.yaml", VENDOR.replace("amount: 4,", "amount: four,"), r"xinghe\.yaml:18:\d+: .*amount"),
        ("vendors/xinghe.yaml", VENDOR.replace("prices:", "prices", 1), r"xinghe\.yaml:\d+:\d+"),
        ("articles/report.yaml", ARTICLE.replace("[xinghe/max]", "[xinghe/min]"), r"report\.yaml:5:\d+"),
        ("vendors/xinghe.yaml", VENDOR.replace("[星河科技]", "[星河科技, 多少钱]"), r"xinghe\.yaml:3:\d+"),
    ],
    ids=["a value", "the form", "what another file names", "a name that questions are asked with"],
)
def test_what_is_wrong_changes_nothing_and_is_told_with_its_place(
    folder: Path, engine: Engine, caplog: pytest.LogCaptureFixture, name: str, text: str, where: str
) -> None:
    known = engine.knowledge
    write(folder, {name: text})
    with caplog.at_level(logging.ERROR, "bot.live"):
        outcome = Reloader(engine, folder).reload()
    assert outcome.result is Result.FAILED
    assert any(re.search(where, str(problem)) for problem in outcome.problems), outcome.problems
    assert re.search(where, caplog.text)
    told = outcome_text(outcome, Language.ZH_HANS).splitlines()[1:]
    assert any(re.search(where, line) and "；" in line for line in told), told
    assert engine.knowledge is known
    assert prices(engine) == ["4", "12"]


def test_a_folder_that_is_gone_changes_nothing(folder: Path, engine: Engine) -> None:
    folder.rename(folder.with_name("elsewhere"))
    assert Reloader(engine, folder).reload().result is Result.FAILED
    assert prices(engine) == ["4", "12"]


def test_a_fault_of_the_program_changes_nothing(folder: Path, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_engine: Engine, _knowledge: Knowledge) -> Engine:
        raise RecursionError

    monkeypatch.setattr(Engine, "trial", fail)
    edited(folder, DEAR)
    outcome = Reloader(engine, folder).reload()
    assert (outcome.result, outcome.fault) == (Result.FAILED, "RecursionError")
    assert prices(engine) == ["4", "12"]


def test_what_was_replaced_is_gone_at_once(folder: Path, engine: Engine) -> None:
    engine.warm()
    for text in ("星河Max多少钱", "星河Mxa多少钱", "foobar多少钱", "今晚吃什么好呢"):
        engine.ask(text, DAY)
    reader = weakref.ref(engine._shelf.reader)
    edited(folder, DEAR)
    gc.collect()
    gc.disable()
    try:
        assert Reloader(engine, folder).reload().result is Result.TAKEN
        assert reader() is None
    finally:
        gc.enable()


def test_buttons_of_before_get_a_polite_answer(folder: Path, engine: Engine) -> None:
    code = engine.ask("星河Lite多少钱", DAY).code
    assert code is not None
    edited(folder, re.sub(r"  - id: xinghe/lite\n.*?(?=  - id: xinghe/nano)", "", VENDOR, flags=re.DOTALL))
    assert Reloader(engine, folder).reload().result is Result.TAKEN
    reply = engine.press(code, DAY)
    assert reply.text
    assert "2" not in reply.text


_EDITS = st.tuples(
    st.sampled_from(sorted(FILES)),
    st.sampled_from(["cut", "line out", "line twice", "insert", "gone", "swap"]),
    st.integers(0, 10_000),
    st.sampled_from(
        [":", "\t", "[", "}", "'", "，", "\0", "-", "&a ", "!!python/object:os.system ", "9" * 400, "\ud800"]
    ),
)


def damaged(text: str, deed: str, place: int, what: str) -> str:
    lines = text.splitlines(keepends=True)
    at, line = place % len(text), place % len(lines)
    return {
        "cut": text[:at],
        "line out": "".join(lines[:line] + lines[line + 1 :]),
        "line twice": "".join(lines[: line + 1] + lines[line:]),
        "insert": text[:at] + what + text[at:],
        "swap": "".join(lines[:line][::-1] + lines[line:]),
    }[deed]


@settings(max_examples=int(os.environ.get("FUZZ_EXAMPLES", "25")))
@given(st.lists(_EDITS, min_size=1, max_size=3))
def test_no_edit_takes_the_last_good_knowledge_away(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, int, str]]
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    write(folder, FILES)
    engine = Engine(load_knowledge(folder), Catalogue(CatalogueContents), frozen_exchange())
    reloader = Reloader(engine, folder)
    for name, deed, place, what in edits:
        known = engine.knowledge
        path = folder / name
        if deed == "gone" or not path.exists() or not path.read_bytes():
            path.unlink(missing_ok=True)
        else:
            text = path.read_bytes().decode("utf-8", "surrogateescape")
            path.write_bytes(
                damaged(text, deed, place, what).encode(
                    "utf-8", "surrogateescape" if what != "\ud800" else "surrogatepass"
                )
            )
        outcome = reloader.reload()
        if outcome.result is Result.TAKEN:
            assert load_knowledge(folder).version == engine.knowledge.version == outcome.digest
        else:
            assert engine.knowledge is known
            assert outcome.result is Result.SAME or outcome.problems
        assert engine.ask("星河Max多少钱", DAY).text
    write(folder, FILES)
    assert reloader.reload().result is not Result.FAILED
    assert prices(engine) == ["4", "12"]


async def test_reloads_under_load_lose_no_question_and_show_no_half(folder: Path, engine: Engine) -> None:
    engine.warm()
    reloader = Reloader(engine, folder)
    done, wrong, asked = asyncio.Event(), list[list[str]](), 0

    async def ask() -> None:
        nonlocal asked
        while not done.is_set():
            found = prices(engine)
            asked += 1
            if found not in (["4", "12"], ["6", "18"]):
                wrong.append(found)
            await asyncio.sleep(0.02)

    asking = asyncio.create_task(ask())
    memory = []
    for number in range(RELOADS):
        edited(folder, CHEAP if number % 2 else DEAR)
        assert (await asyncio.to_thread(reloader.reload)).result is Result.TAKEN
        memory.append(_megabytes())
    done.set()
    await asking
    assert asked > RELOADS
    assert wrong == []
    told = f"{RELOADS} reloads, {asked} questions, memory from {memory[0]} to {memory[-1]} MB, at most {_peak()} MB"
    logging.getLogger(__name__).info(told)
    if RELOADS >= 100:
        assert memory[-1] < memory[RELOADS // 10] * 1.1, told


def _megabytes() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * resource.getpagesize() // 2**20


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
