"""Which prices changed lately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.conftest import AskedOf, answers

Prices = list[tuple[str, str]]
"""Of a model, what each of its prices is and the day from which it holds."""

MOST = 8
"""Models named at once."""


@pytest.fixture
def asked_about(asked_of: AskedOf) -> Callable[..., dict[str, Any]]:
    """Asks which models became cheaper, where those of one vendor have these prices."""

    def ask(models: dict[str, Prices], today: date = date(2025, 1, 1)) -> dict[str, Any]:
        lines = [
            "id: nebula",
            "name: {zh: 星河, en: Nebula}",
            "sources: [{id: gazette, publisher: {zh: 公报, en: The Gazette}, title: 价目, date: 2024-06-01}]",
            "models:",
        ]
        for name, prices in models.items():
            lines += [f"  - id: nebula/{name}", f"    name: Nebula {name.title()}", "    prices:"]
            lines += [
                f"      - {{{price}, currency: CNY, per: 1000000, from: {day}, source: gazette}}"
                for price, day in prices
            ]
        return asked_of({"vendors/nebula.yaml": "\n".join(lines) + "\n"})("哪些模型降价了", today=today)

    return ask


def subjects(reply: dict[str, Any]) -> list[str]:
    return [each["subject"] for each in answers(reply)]


LITE: Prices = [("amount: 8", "2024-06-01"), ("amount: 3", "2024-07-01")]
MAX: Prices = [("amount: 9", "2024-06-01"), ("amount: 6", "2024-08-01")]


def test_what_changed_last_comes_first(asked_about: Callable[..., dict[str, Any]]) -> None:
    assert subjects(asked_about({"lite": LITE, "max": MAX})) == ["nebula/max", "nebula/lite"]


def test_what_happens_later_is_not_known_yet(asked_about: Callable[..., dict[str, Any]]) -> None:
    assert subjects(asked_about({"lite": LITE, "max": MAX}, today=date(2024, 7, 1))) == ["nebula/lite"]
    assert subjects(asked_about({"lite": LITE, "max": MAX}, today=date(2024, 6, 30))) == []


def test_the_same_price_again_or_of_another_side_is_no_change(asked_about: Callable[..., dict[str, Any]]) -> None:
    again: Prices = [("amount: 8", "2024-06-01"), ("amount: 8", "2024-07-01")]
    sides: Prices = [("amount: 1, side: input", "2024-06-01"), ("amount: 2, side: output", "2024-06-01")]
    assert subjects(asked_about({"lite": again, "max": sides})) == []


def test_only_so_many_are_named(asked_about: Callable[..., dict[str, Any]]) -> None:
    models = {
        f"m{number:02}": [("amount: 8", "2024-06-01"), ("amount: 3", f"2024-07-{number:02}")]
        for number in range(1, MOST + 4)
    }
    assert subjects(asked_about(models)) == [f"nebula/{name}" for name in list(models)[: -MOST - 1 : -1]]
