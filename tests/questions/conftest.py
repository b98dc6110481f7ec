"""A small market with what the packaged knowledge does not have: sides, dated prices, vendors without a rate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.answers import Context
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.replies.machine import reply_object

ACME = """\
id: acme
name: {zh: 顶尖公司, en: Acme}
sources:
  - id: gazette
    publisher: {zh: 公报, en: The Gazette}
    title: 价目
    date: 2024-01-01
rates:
  - {tokens: 4, characters: 1, source: gazette}
models:
  - id: acme/rocket
    name: Rocket
    prices:
      - {amount: 2, currency: CNY, per: 1000000, side: input, from: 2024-01-01, source: gazette}
      - {amount: 6, currency: CNY, per: 1000000, side: output, from: 2024-01-01, source: gazette}
      - {amount: 0.5, currency: CNY, per: 1000000, side: cached_input, from: 2024-01-01, source: gazette}
  - id: acme/anvil
    name: Anvil
    prices:
      - {amount: 4, currency: CNY, per: 1000000, from: 2024-01-01, source: gazette}
      - {amount: 1, currency: CNY, per: 1000000, from: 2024-06-01, source: gazette}
      - {amount: 3, currency: CNY, per: 1000000, from: 2024-09-01, source: gazette}
"""

ROADRUNNER = """\
id: roadrunner
name: {zh: 走鹃, en: Roadrunner}
models:
  - id: roadrunner/beep
    name: Beep
    prices:
      - {amount: 0.001, currency: CNY, per: 1000, from: 2024-01-01, source: gazette}
  - id: roadrunner/gift
    name: Giftling
    prices:
      - {free: true, from: 2024-01-01, source: gazette}
"""

COYOTE = """\
id: coyote
name: {zh: 郊狼, en: Coyote}
rates:
  - {tokens: 1, characters: 1, at_least: true, source: gazette}
"""

ROCKET, ANVIL, BEEP, GIFT = "acme/rocket", "acme/anvil", "roadrunner/beep", "roadrunner/gift"


@pytest.fixture(scope="session")
def small_bot(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("market")
    (folder / "vendors").mkdir()
    for name, text in {"acme": ACME, "roadrunner": ROADRUNNER, "coyote": COYOTE}.items():
        (folder / "vendors" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Engine(load_knowledge(folder))


@pytest.fixture(scope="session")
def asked_small(small_bot: Engine) -> Callable[..., dict[str, Any]]:
    """The machine-readable reply of the small market, in July 2024 unless told otherwise."""

    def ask(text: str, **context: Any) -> dict[str, Any]:
        return reply_object(small_bot.ask(text, Context(**{"today": date(2024, 7, 1), **context})))

    return ask
