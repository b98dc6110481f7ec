"""A warning where some hours are left without a price."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.maintain.check import check_knowledge, engine_probe
from tests.live.conftest import write
from tests.vendors import BY_THE_HOUR

_VENDOR = f"""{BY_THE_HOUR}\
      - {{from: 2026-03-01, currency: CNY, per: 1000000, input: 4, output: 8, source: notice}}
      - {{from: 2026-04-01, currency: CNY, per: 1000000, input: 2, output: 4, window: off-peak, source: notice}}
"""
_BY_DAY = "      - {from: 2026-04-01, currency: CNY, per: 1000000, input: 4, output: 8, window: peak, source: notice}\n"
_NEXT_NIGHT = _BY_DAY.replace("2026-04-01", "2026-05-01").replace("peak", "off-peak")


@pytest.mark.parametrize(("lines", "warned"), [("", True), (_BY_DAY, False), (_BY_DAY + _NEXT_NIGHT, False)])
def test_hours_without_a_price_are_warned_of(tmp_path: Path, lines: str, warned: bool) -> None:
    write(tmp_path, {"vendors/xinghe.yaml": _VENDOR + lines})
    found = [str(warning) for warning in check_knowledge(tmp_path, engine_probe).warnings]
    said = "no price holds peak from 2026-04-01 on, only this one for the other hours"
    assert any(said in each for each in found) is warned, found
