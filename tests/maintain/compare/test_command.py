"""``pricebot compare-sources``: the curated prices against those of others."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cli import main
from bot.knowledge.catalogue import Catalogue
from bot.knowledge.load import load_knowledge
from bot.maintain.compare.lists import Listed, PriceList, Sum
from bot.maintain.compare.mapping import charged
from bot.maintain.compare.matching import Findings, Outcome, compare, of_catalogue, of_list
from tests.frozen import shipped_knowledge

DAY = date(2026, 11, 28)

VENDOR = """\
id: xinghe
name: {zh: 星河, en: Xinghe}
models:
  - id: xinghe/max
    name: {zh: 星河 Max, en: Xinghe Max}
    prices:
      - {input: 8, output: 24, currency: USD, per: 1000000, from: 2026-03-01, source: notice}
      - {input: 4, output: 12, currency: USD, per: 1000000, from: 2026-10-01, source: notice}
      - {input: 2, output: 6, currency: USD, per: 1000000, mode: batch, from: 2026-10-01, source: notice}
  - id: xinghe/lite
    name: Xinghe Lite
    prices:
      - {amount: 0.0008, currency: CNY, per: 1000, from: 2026-03-01, source: notice}
      - {amount: 0.12, currency: USD, per: 1000000, region: international, from: 2026-03-01, source: notice}
  - id: xinghe/yuan
    name: Xinghe Yuan
    prices:
      - {input: 7, output: 14, currency: CNY, per: 1000000, from: 2026-03-01, source: notice}
  - id: xinghe/long
    name: Xinghe Long
    prices:
      - {input: 1, currency: USD, per: 1000000, input_tokens: {up_to: 32000}, from: 2026-03-01, source: notice}
      - {input: 2, currency: USD, per: 1000000, input_tokens: {above: 32000}, from: 2026-03-01, source: notice}
  - id: xinghe/gone
    name: Xinghe Gone
    retired: 2026-09-01
    prices:
      - {amount: 1, currency: USD, per: 1000000, from: 2025-01-01, until: 2026-09-01, source: notice}
  - id: xinghe/own
    name: Xinghe Own
    prices:
      - {free: true, from: 2026-03-01, source: notice}
sources:
  - {id: notice, publisher: Xinghe, title: New prices, date: 2026-02-28}
"""
RESELLER = """\
id: laden
name: Laden
reseller: true
models:
  - id: laden/max
    name: Xinghe Max (Laden)
    of: xinghe/max
    prices:
      - {input: 5, output: 12, currency: USD, per: 1000000, from: 2026-10-01, source: notice}
"""
LIST = """\
model,seller,in,out,batch,long
Xinghe Max,,4,15,2,
xinghe/lite,xinghe,0.12,0.12,,
Xinghe-Yuan,,1,2,,
Xinghe Long,,1,,,3
Xinghe Gone,,1,,,
Xinghe Next,Xinghe,1,,,
Xinghe Max,Laden,6,12,,
Somebody's,Somebody,1,,,
Broken,Xinghe,x,,,
"""
OPTIONS = (
    "--currency", "USD", "--column", "model=model", "--column", "seller=seller", "--column", "input=in",
    "--column", "output=out", "--column", "batch input=batch", "--column", "input above 32K=long",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("PRICEBOT_KNOWLEDGE", "LC_ALL", "LC_MESSAGES", "LANG", "PRICEBOT_LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, text in (("xinghe", VENDOR), ("laden", RESELLER)):
        file = tmp_path / "knowledge" / "vendors" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (tmp_path / "list.csv").write_text(LIST, "utf-8")
    return tmp_path / "knowledge"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["compare-sources", *arguments, "--knowledge", "knowledge", "--now", str(DAY)]) == 0
    shown = capsys.readouterr()
    assert not shown.err
    return shown.out


def test_a_list_against_the_knowledge(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [found] = json.loads(run(capsys, "list.csv", *OPTIONS, "--json"))["lists"]
    told = [(one["model"], one["side"], one["here"]["amount"], one["there"]["amount"], one["percent"])
            for one in found["different"]]  # fmt: skip
    assert told == [
        ("laden/max", "input", "5", "6", "20"),
        ("xinghe/long", "input", "2", "3", "50"),
        ("xinghe/max", "output", "12", "15", "25"),
    ]
    assert [one["above_input_tokens"] for one in found["different"]] == [None, "32000", None]
    assert found["same"] == 6  # Max in, batch in, Lite by its list abroad, Long, the reseller's output
    assert [(one["model"], one["side"]) for one in found["other_currency"]] == [
        ("xinghe/yuan", "input"), ("xinghe/yuan", "output")
    ]  # fmt: skip
    assert [(one["model"], one["side"], one["mode"]) for one in found["only_here"]] == [
        ("xinghe/max", "output", "batch")
    ]
    assert found["only_there"] == []
    assert found["unpriced_here"] == [{"model": "xinghe/gone", "listed_as": "Xinghe Gone"}]
    assert found["missing_here"] == ["Xinghe Next"]
    assert found["missing_there"] == ["xinghe/own"]
    assert found["unreadable"] == ["9: `in`: `x` is no amount"]
    assert found["not_curated"] == 1


def test_the_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "list.csv", *OPTIONS, "--lang", "en").splitlines()
    assert lines[:6] == ["# Against other price lists", "", "Prices of 2026-11-28.", "", "## list.csv", ""]
    assert lines[6] == (
        "- Prices: the same 6, different 3, in another currency, which cannot be compared 2, only here 1"
    )
    rows = [line for line in lines if line.startswith("| Xinghe") and " USD" in line and "CNY" not in line]
    assert rows == [
        (
            "| Xinghe Long | `Xinghe Long` | input; over 32,000 input tokens in a request | 2 USD per million tokens "
            "| 3 USD per million tokens | +50% |"
        ),
        "| Xinghe Max | `Xinghe Max` | output | 12 USD per million tokens | 15 USD per million tokens | +25% |",
        "| Xinghe Max (Laden) | `Xinghe Max` | input | 5 USD per million tokens | 6 USD per million tokens | +20% |",
    ]
    [yuan] = [line for line in lines if line.startswith("| Xinghe Yuan") and "| input |" in line]
    assert "| 7 CNY per million tokens | 1 USD per million tokens | ≈ " in yuan and " CNY (at " in yuan
    chinese = run(capsys, "list.csv", *OPTIONS, "--lang", "zh")
    assert "| 星河 Max | `Xinghe Max` | 输出 | 12 美元 / 百万 tokens | 15 美元 / 百万 tokens | +25% |" in chinese


def test_a_mapping_in_a_file(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text(
        "currency: USD\nseller: Xinghe\ncolumns:\n  model: model\n  input: in\n", "utf-8"
    )
    [found] = json.loads(run(capsys, "list.csv", "--map", "map.yaml", "--json"))["lists"]
    assert "Somebody's" in found["missing_here"]
    assert {one["model"] for one in found["different"]} == {"xinghe/max"}  # the reseller's row is taken for Xinghe's


def test_what_cannot_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare-sources", "list.csv", "--knowledge", "knowledge"]) == 2
    assert capsys.readouterr().err.startswith("pricebot: no column for `model`")
    with pytest.raises(SystemExit) as left:
        main(["compare-sources", "--currency", "USD"])
    assert left.value.code == 2
    assert "name its file" in capsys.readouterr().err


# --- the wider catalogue ----------------------------------------------------------------------------------------------


def test_the_catalogue_is_compared_by_seller_and_currency() -> None:
    knowledge, catalogue = shipped_knowledge(), Catalogue.load()
    found = compare("catalogue", of_catalogue(catalogue, knowledge, DAY), knowledge, DAY, ())
    assert found.compared
    for one in found.compared:
        seller = one.model.partition("/")[0]
        assert knowledge.entries[one.model].id == one.lane.model or one.outcome is Outcome.ONLY_THERE
        assert one.here is not None or one.there is not None
        if one.outcome is Outcome.DIFFERENT:
            assert one.here is not None and one.there is not None
            assert one.here.currency == one.there.currency and one.here.amount != one.there.amount
        assert seller in {model.partition("/")[0] for model in knowledge.prices}
    assert {model for model, _ in found.unpriced_here}.isdisjoint(one.model for one in found.compared)
    assert not set(found.missing_there) & {one.model for one in found.compared}


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "vendors").mkdir()
    (folder / "vendors" / "xinghe.yaml").write_text(VENDOR, "utf-8")
    return load_knowledge(folder)


def of_rows(knowledge: Any, rows: list[tuple[str, Any, Any]]) -> Findings:
    listed = [
        Listed(number, model, None, {charged("input"): Sum(first, "USD"), charged("output"): Sum(second, "USD")})
        for number, (model, first, second) in enumerate(rows, 1)
    ]
    return compare("list", of_list(PriceList("list", tuple(listed), ()), knowledge), knowledge, DAY, ())


AMOUNTS = st.decimals(0, 1000, places=3)
MODELS = st.sampled_from(["Xinghe Max", "xinghe/lite", "XINGHE YUAN", "xinghe-long", "Xinghe Own", "Nobody"])


@given(rows=st.lists(st.tuples(MODELS, AMOUNTS, AMOUNTS), max_size=6))
def test_every_price_of_a_list_is_accounted_for(knowledge: Any, rows: list[tuple[str, Any, Any]]) -> None:
    found = of_rows(knowledge, rows)
    there = [one for one in found.compared if one.there is not None]
    known = [row for row in rows if row[0] != "Nobody"]
    assert len(there) == 2 * len(known)
    assert found.beside == len(rows) - len(known)
    for one in there:
        assert one.there is not None
        if one.here is not None and one.here.currency == "USD":
            assert (one.outcome is Outcome.SAME) == (one.here.amount == one.there.amount)
