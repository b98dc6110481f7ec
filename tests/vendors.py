"""Vendors of nobody, for tests that write a knowledge folder of their own."""

from __future__ import annotations

from typing import Final

BY_THE_HOUR: Final = """\
id: xinghe
name: {zh: 星河, en: Xinghe}
sources:
  - {id: notice, publisher: Xinghe, title: Prices, date: 2026-03-01}
windows:
  - {id: off-peak, hours: ["00:00-08:00"]}
  - {id: peak, other_than: off-peak}
models:
  - id: xinghe/max
    name: {zh: 星河 Max, en: Xinghe Max}
    prices:
"""
"""One that charges less at night, up to the list of its model's prices."""
