"""Prices of the past that an edit changed or took away are told of; what an edit adds is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.knowledge.folder import Folder, read_folder
from bot.maintain.edited import edited_prices
from bot.text import Language
from tests.maintain.conftest import VENDOR

TODAY = date(2026, 11, 28)
LAST = "      - {amount: 0.4, currency: CNY, per: 1000000, side: cached_input, from: 2026-10-01, source: notice}\n"

Read = Callable[[str], Folder]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Reads a folder whose vendor's file is this text."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "vendors").mkdir()

    def folder(text: str) -> Folder:
        Path("vendors/xinghe.yaml").write_text(text, "utf-8")
        return read_folder(Path())

    return folder


def told(read: Read, before: str, now: str, today: date = TODAY) -> list[str]:
    warnings = list(edited_prices(read(before), read(now), today))
    assert all(warning.warning and "（" in warning.told(Language.ZH_HANS) for warning in warnings)
    return [f"{warning.line}: {warning.path}: {warning.words()[0]}" for warning in warnings]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "{amount: 8,",
            "{amount: 6,",
            "15: models[0].prices[0]: 6 CNY for 1,000,000 tokens from 2026-03-01 was 8 CNY for 1,000,000 tokens "
            "before this edit",
            id="amount",
        ),
        pytest.param(
            "{amount: 4, currency: CNY",
            "{amount: 4, currency: USD",
            "18: models[0].prices[3]: 4 USD for 1,000,000 tokens from 2026-10-01 was 4 CNY for 1,000,000 tokens "
            "before this edit",
            id="currency",
        ),
        pytest.param(
            LAST,
            "",
            "15: models[0].prices: the price from 2026-10-01, 0.4 CNY for 1,000,000 tokens, is gone since this edit",
            id="line",
        ),
        pytest.param(
            "{free: true, from: 2026-03-01",
            "{free: true, from: 2026-04-01",
            "29: models[2].prices: the price from 2026-03-01, free, is gone since this edit",
            id="day",
        ),
    ],
)
def test_what_an_edit_changes_of_the_past_is_told(read: Read, old: str, new: str, said: str) -> None:
    assert VENDOR.count(old) == 1
    assert told(read, VENDOR, VENDOR.replace(old, new)) == [said]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(LAST, LAST + LAST.replace("2026-10-01", "2026-11-20").replace("0.4", "0.3"), id="a new price"),
        pytest.param("for: 1, currency: CNY,", "for: 1, currency: CNY, until: 2026-11-01,", id="its end"),
        pytest.param("{amount: 0.002, currency: CNY, per: 1000,", "{amount: 2, currency: CNY, per: 1000000,", id="per"),
        pytest.param("{buys: 2000000, for: 1,", "{amount: 0.5, per: 1000000,", id="another form"),
        pytest.param(
            "{free: true, from: 2026-03-01, source: report}",
            "{free: true, from: 2026-03-01, source: [report, notice], confidence: A}",
            id="more sources",
        ),
        pytest.param("id: xinghe/nano", "id: xinghe/pico", id="another model"),
    ],
)
def test_what_leaves_the_past_as_it_was_is_not_told(read: Read, old: str, new: str) -> None:
    assert VENDOR.count(old) == 1
    assert told(read, VENDOR, VENDOR.replace(old, new)) == []


def test_what_has_not_begun_may_change(read: Read) -> None:
    changed = VENDOR.replace("{amount: 4,", "{amount: 5,")
    assert told(read, VENDOR, changed, date(2026, 9, 30)) == []
    assert len(told(read, VENDOR, changed, date(2026, 10, 1))) == 1


def test_one_price_for_input_and_output_may_be_told_by_sides(read: Read) -> None:
    one = VENDOR.replace("{free: true,", "{amount: 1, currency: CNY, per: 1000,")
    both = VENDOR.replace("{free: true,", "{input: 1, output: 1, currency: CNY, per: 1000,")
    assert told(read, one, both) == []
