"""``pricebot stale``: what nobody has checked for long, in the order in which it is worth checking."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bot.cli import main
from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.knowledge.load import load_knowledge
from bot.maintain.stale import Wish, due, report, times_asked
from bot.telegram.chats.records import kept_records
from bot.text import Language
from tests.frozen import frozen_catalogue, frozen_exchange

TODAY = date(2026, 11, 28)

VENDOR = """\
id: xinghe
name: {zh: 星河, en: Xinghe}
today: [xinghe/old]
status_checked: 2026-06-01
plans:
  - id: xinghe/pass
    name: Xinghe Pass
    currency: CNY
    prices:
      - {amount: 20, checked: 2026-07, source: undated}
models:
  - id: xinghe/fresh
    name: Xinghe Fresh
    status_source: list
    prices:
      - {input: 4, output: 12, currency: CNY, per: 1000000, from: 2026-03-01, checked: 2026-11-01, source: notice}
  - id: xinghe/half
    name: Xinghe Half
    prices:
      - {input: 4, output: 12, currency: CNY, per: 1000000, from: 2026-03-01, checked: 2026-11-01, source: notice}
      - {input: 2, output: 6, currency: CNY, per: 1000000, mode: batch, from: 2026-03-01, checked: 2026-05-01,
         source: [undated, list]}
  - id: xinghe/old
    name: Xinghe Old
    superseded: {on: 2026-09-01, by: xinghe/fresh}
    prices:
      - {input: 8, currency: CNY, per: 1000000, from: 2026-01-01, checked: 2026-01-01, source: notice}
      - {input: 4, currency: CNY, per: 1000000, from: 2026-03-01, source: notice}
  - id: xinghe/gone
    name: Xinghe Gone
    retired: 2026-09-01
    prices:
      - {amount: 1, currency: CNY, per: 1000000, from: 2025-01-01, source: notice}
  - id: xinghe/told
    name: Xinghe Told
    prices:
      - {amount: 1, currency: CNY, per: 1000000, from: 2025-01-01, basis: report, source: notice}
sources:
  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-02-28, url: "https://xinghe.example/notice"}
  - {id: list, publisher: Xinghe, title: Price list, url: "https://xinghe.example/prices"}
  - {id: undated, publisher: Xinghe, title: A page}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / "knowledge" / "vendors" / "xinghe.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(VENDOR, "utf-8")
    return tmp_path / "knowledge"


@pytest.fixture
def knowledge(folder: Path) -> Knowledge:
    return load_knowledge(folder)


def found(knowledge: Knowledge, days: int) -> dict[str, tuple[str, int, bool]]:
    return {each.id: (str(each.day), len(each.prices), each.life) for each in due(knowledge, TODAY, days)}


def test_what_was_not_checked_for_long(knowledge: Knowledge) -> None:
    assert found(knowledge, 90) == {
        "xinghe/fresh": ("2026-06-01", 0, True),  # whether it is still sold
        "xinghe/half": ("2026-05-01", 2, True),  # the prices of batches alone
        "xinghe/old": ("2026-02-28", 1, True),  # by the day of its source
        "xinghe/told": ("2026-06-01", 0, True),  # a report is of its day
        "xinghe/pass": ("2026-07-01", 0, False),
    }
    assert found(knowledge, 200) == {
        "xinghe/half": ("2026-05-01", 2, False), "xinghe/old": ("2026-02-28", 1, False)
    }  # fmt: skip
    assert found(knowledge, 273) == {}


def test_longer_ago_never_means_more(knowledge: Knowledge) -> None:
    listed = [set(found(knowledge, days)) for days in range(0, 300, 9)]
    assert all(later <= earlier for earlier, later in pairwise(listed))
    assert listed[0] >= {"xinghe/fresh", "xinghe/half", "xinghe/old", "xinghe/told", "xinghe/pass"}


def lines(knowledge: Knowledge, asked: dict[str, int], language: Language = Language.EN, most: int = 9) -> list[str]:
    return list(report(knowledge, due(knowledge, TODAY, 200), asked, Wish(200, TODAY, language, most)))


def test_the_report(knowledge: Knowledge) -> None:
    assert lines(knowledge, {}) == [
        "# Not checked for 200 days",
        "",
        "As of 2026-11-28: 2 in all.",
        "",
        "| Model or plan | Status | Last checked | Days | What |",
        "| --- | --- | --- | --- | --- |",
        "| Xinghe Half | current | 2026-05-01 | 211 | prices: input, output; batch |",
        "| Xinghe Old | superseded | 2026-02-28 | 273 | all prices |",
        "",
        "## Sources to open",
        "",
        "- [Xinghe: Price list](<https://xinghe.example/prices>) — Xinghe Half",
        "- [Xinghe: New prices](<https://xinghe.example/notice>) — Xinghe Old",
    ]


def test_what_is_asked_most_comes_first(knowledge: Knowledge) -> None:
    rows = [line for line in lines(knowledge, {"xinghe/old": 7}, Language.ZH_HANS) if line.startswith("| Xinghe")]
    assert rows == [
        "| Xinghe Old | 有新型号 | 7 | 2026-02-28 | 273 | 全部价格 |",
        "| Xinghe Half | 在售 | 0 | 2026-05-01 | 211 | 价格：输入、输出，批处理 |",
    ]
    assert "… and 1 more" in lines(knowledge, {}, most=1)


@dataclass
class Kept:
    text: str
    count: int


def test_how_often_a_model_is_asked_about(knowledge: Knowledge) -> None:
    engine = Engine(knowledge, frozen_catalogue(), frozen_exchange())
    kept = [
        Kept("Xinghe Half的微调价格", 3),
        Kept("星河的微调", 2),
        Kept("今天天气", 9),
        Kept("xinghe half vs 星河", 1),
    ]
    assert times_asked(engine, kept) == {"xinghe/half": 4, "xinghe/old": 3}


def test_the_command(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_STATE_HOME", "PRICEBOT_DATABASE", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    told = ["stale", "--days", "200", "--now", str(TODAY), "--lang", "en", "--knowledge", str(folder)]
    assert main(told) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[4] == "| Model or plan | Status | Last checked | Days | What |"
    assert not shown.err

    async def keep() -> None:
        async with kept_records(tmp_path / "chats.sqlite") as records:
            await records.storage.ready()
            records.questions.note("星河的微调", Language.ZH_HANS)

    asyncio.run(keep())
    monkeypatch.setenv("PRICEBOT_DATABASE", str(tmp_path / "chats.sqlite"))
    assert main(told) == 0
    assert capsys.readouterr().out.splitlines()[6] == "| Xinghe Old | superseded | 1 | 2026-02-28 | 273 | all prices |"
    monkeypatch.setenv("PRICEBOT_DATABASE", str(tmp_path / "none.sqlite"))
    assert main(told) == 0
    shown = capsys.readouterr()
    assert "cannot be read" in shown.err and "Xinghe Half" in shown.out


def test_all_was_checked(knowledge: Knowledge) -> None:
    wish = Wish(300, TODAY, Language.EN, 9)
    assert list(report(knowledge, due(knowledge, TODAY, 300), {}, wish))[-1].startswith("Nothing: ")
