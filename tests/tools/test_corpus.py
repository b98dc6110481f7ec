"""What `make corpus` says: the figures, what is wrong, and what was won and lost since another revision."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus_run import Case
from tests.frozen import frozen_engine
from tools import corpus
from tools.corpus import main

ROOT = Path(__file__).parents[2]
RIGHT = Case("price", {"ask": "GLM-3 Turbo什么价", "expect": {"kind": "price", "winner": None}})
WRONG = Case("price", {"ask": "GLM-3 Turbo什么价", "expect": {"kind": "cost"}})
SILENT = Case("silence", {"text": "今天天气不错"})
TALK = Case("conversation", {"turns": [{"ask": "GLM多少钱", "kind": "price"}, {"ask": "豆包呢", "kind": "price"}]})

needs_git = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs a checkout with its history"
)


@pytest.fixture(autouse=True)
def _one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """All these cases are about the market of the article, which is loaded already."""
    monkeypatch.setattr(corpus, "_engines", lambda: (frozen_engine(), frozen_engine()))


@pytest.fixture
def holding(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes the corpus hold these cases alone, here and in the other revision."""

    def hold(here: list[Case], there: list[Case] | None = None) -> None:
        monkeypatch.setattr(
            corpus, "corpus_cases", lambda folder=None: here if folder is None or there is None else there
        )
        monkeypatch.setattr(corpus, "todays_cases", lambda folder=None: [])

    return hold


def test_all_is_right(holding: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    holding([RIGHT, SILENT, TALK])
    assert main([]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert [line.split() for line in shown[1:-1]] == [
        ["price", "1", "1"],
        ["silence", "1", "1"],
        ["conversation", "1", "1"],
        ["all", "3", "3"],
    ]
    assert shown[-1].startswith(
        "1 questions, 1 messages that deserve silence, 1 conversations of 2 messages; known gaps: 0"
    )


def test_what_is_wrong_is_told_and_fails(holding: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    holding([RIGHT, WRONG])
    assert main([]) == 1
    shown = capsys.readouterr().out
    assert "price: GLM-3 Turbo什么价\n    kind is price, not cost\n" in shown
    assert shown.splitlines()[-2].split() == ["all", "2", "1"]


def test_a_gap_that_closed_is_wrong(holding: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    gaps = [Case("known gap", RIGHT.body), Case("silence gap", SILENT.body), Case("conversation gap", TALK.body)]
    holding([*gaps, Case("known gap", WRONG.body)])
    assert main([]) == 1
    assert capsys.readouterr().out.count(" now: move it to the ") == 3


def test_what_was_won_and_lost(
    holding: Callable[..., None], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = Case("cost", {"ask": "GLM什么价", "expect": {"kind": "cost"}})
    holding([RIGHT, WRONG, SILENT], [RIGHT, gone])
    monkeypatch.setattr(corpus, "_check_out", lambda revision, folder: None)
    monkeypatch.setattr(corpus, "_ask_there", lambda cases, folder: None)
    monkeypatch.setattr(corpus, "_problems_there", lambda asked, folder: [["was worse"], [], [], []])
    assert main(["--against", "v1"]) == 1
    shown = capsys.readouterr().out.partition("\nagainst ")[2].splitlines()
    assert shown == [
        "v1: 1 won, 1 lost",
        "1 cases only in v1: 1 of them right there and otherwise here",
        "  won           1  price",
        "  lost          1  price",
        "  otherwise     1  cost",
        "won: price: GLM-3 Turbo什么价",
        "    was worse",
        "lost: price: GLM-3 Turbo什么价",
        "    kind is price, not cost",
        "otherwise: cost: GLM什么价",
        "    kind is price, not cost",
    ]


@needs_git
def test_the_code_of_a_revision_is_asked(holding: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    """The last commit answers these as the code at hand does."""
    holding([RIGHT, WRONG, SILENT, TALK])
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
    assert main(["--against", head.strip()]) == 1
    assert f"against {head.strip()}: 0 won, 0 lost\n0 cases only in" in capsys.readouterr().out


@needs_git
def test_a_revision_that_is_none_is_refused(holding: Callable[..., None], capsys: pytest.CaptureFixture[str]) -> None:
    holding([RIGHT])
    with pytest.raises(SystemExit) as stopped:
        main(["--against", "no-such-revision"])
    assert stopped.value.code == 2
    assert "no-such-revision cannot be asked" in capsys.readouterr().err
