"""Prices by the hour that begin on a day to come hold on the days after it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from tests.vendors import BY_THE_HOUR

_VENDOR = f"""{BY_THE_HOUR}\
      - {{from: 2026-03-01, currency: CNY, per: 1000000, input: 4, output: 8, window: peak, source: notice}}
      - {{from: 2026-03-01, currency: CNY, per: 1000000, input: 2, output: 4, window: off-peak, source: notice}}
      - {{from: 2026-12-10, currency: CNY, per: 1000000, input: 6, output: 9, window: peak, source: notice}}
      - {{from: 2026-12-10, currency: CNY, per: 1000000, input: 3, output: 5, window: off-peak, source: notice}}
"""


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("星河Max多少钱", "4"),
        ("星河Max 12月16号多少钱", "6"),
        ("星河Max 12月16号上午10点多少钱", "6"),
        ("星河Max 12月16号早上7点多少钱", "3"),
    ],
)
def test_an_announced_price_is_told_of_the_days_after_it(tmp_path: Path, text: str, amount: str) -> None:
    (tmp_path / "vendors").mkdir()
    (tmp_path / "vendors" / "xinghe.yaml").write_text(_VENDOR, encoding="utf-8")
    now = dt.datetime(2026, 11, 28, 4, tzinfo=dt.UTC)
    reply = Engine(load_knowledge(tmp_path)).ask(text, Context(now=now))
    prices = {result.value.exact for result in reply.results if result.value and result.side == "input"}
    assert Decimal(amount) in prices, reply.text
