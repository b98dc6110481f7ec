"""A small knowledge folder that is right down to its last warning, and an engine that answers all of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Reply, Status
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import CatalogueContents, Knowledge
from bot.maintain.check import Probe, check_knowledge
from bot.maintain.check_report import CheckReport
from bot.question import Kind
from bot.text import Language, normal_form

VENDOR = """\
id: xinghe
name: {zh: 星河, en: Xinghe}
aliases: [星河科技]

sources:
  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-09-28}

models:
  - id: xinghe/max
    name: 星河 Max
    aliases: [Xinghe Max]
    weak_aliases: [大星]
    lookalikes: [大星星]
    prices:
      - {amount: 8, currency: CNY, per: 1000000, side: input, from: 2026-03-01, source: report, fact: max-price}
      - {amount: 24, currency: CNY, per: 1000000, side: output, from: 2026-03-01, source: report}
      - {amount: 0.8, currency: CNY, per: 1000000, side: cached_input, from: 2026-03-01, source: report}
      - {amount: 4, currency: CNY, per: 1000000, side: input, from: 2026-10-01, source: notice}
      - {amount: 12, currency: CNY, per: 1000000, side: output, from: 2026-10-01, source: notice}
      - {amount: 0.4, currency: CNY, per: 1000000, side: cached_input, from: 2026-10-01, source: notice}
  - id: xinghe/lite
    name: 星河 Lite
    prices:
      - {buys: 2000000, for: 1, currency: CNY, side: input, from: 2026-03-01, source: report}
      - {amount: 0.002, currency: CNY, per: 1000, side: output, from: 2026-03-01, source: report}
  - id: xinghe/nano
    name: 星河 Nano
    prices:
      - {free: true, from: 2026-03-01, source: report}
"""

ARTICLE = """\
sources:
  - {id: report, publisher: Paper, title: Report, date: 2026-03-01}
facts:
  - id: max-price
    subjects: [xinghe/max]
    statement: Max costs 8 yuan.
    figures: [{value: 0.008, unit: CNY, per: 1000}]
    keywords: [[价格]]
    asks:
      - 星河Max什么价
      - what is the price of Xinghe Max
"""

FILES = {"vendors/xinghe.yaml": VENDOR, "articles/report.yaml": ARTICLE}
CATALOGUE = Catalogue.load()

Ask = Callable[[str, date | None], Reply]
Check = Callable[..., CheckReport]


def answer(*facts: str, kind: Kind | None = Kind.FACT, status: Status = Status.ANSWERED) -> Ask:
    return lambda text, _: Reply(text, status, Language.EN, kind, facts=facts)


RIGHT = answer("max-price")


def probe(ask: Ask = RIGHT, hidden: Iterable[str] = (), seen: Iterable[str] = ()) -> Callable[[Knowledge], Probe]:
    """An engine that reads each name as it should, but not those ``hidden``, and reads those ``seen`` as Max."""

    def made(knowledge: Knowledge) -> Probe:
        names = {name.text: name.id for name in knowledge.names if name.text not in set(hidden)}
        names |= dict.fromkeys(seen, "xinghe/max")

        def resolve(text: str) -> set[str]:
            return {id_ for name, id_ in names.items() if name == normal_form(text)}

        return Probe(resolve, ask, CATALOGUE)

    return made


@pytest.fixture
def without_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """No prices of other models beside the folder's: to know their names is most of the work of an engine."""
    monkeypatch.setattr(Catalogue, "load", staticmethod(lambda *_, **__: Catalogue(CatalogueContents)))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Git as it is without anybody's settings."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """The report on the folder, with some files changed, by an engine that answers all of it."""
    monkeypatch.chdir(tmp_path)

    def report(
        changed: dict[str, str] | None = None,
        engine: Callable[[Knowledge], Probe] | None = None,
        files: Sequence[Path] = (),
    ) -> CheckReport:
        for name, content in {**FILES, **(changed or {})}.items():
            path = Path(name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, "utf-8")
        return check_knowledge(Path(), engine or probe(), files)

    return report
