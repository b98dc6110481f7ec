"""The price that a call pays: by day and hour, tier, mode, offer, list, and what stands in for another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from bot.knowledge.entries import Knowledge
from bot.knowledge.history import history
from bot.knowledge.load import load_knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import End
from bot.knowledge.selection import ORDINARY_CALL, Wanted, noon, offers, prices, prices_on, reported
from bot.quantities import MILLION, ONE

HOLIDAYS = """\
sources: [{id: council, publisher: 国务院, title: 放假安排, date: 2025-11}]
calendars:
  - country: CN
    source: council
    holidays: [{name: 国庆节, from: 2026-10-01, to: 2026-10-07}]
"""

VENDOR = """\
id: acme
name: Acme
zone: Asia/Shanghai
country: CN
windows:
  - {id: peak, days: [mon, tue, wed, thu, fri], hours: ["09:00-12:00", "14:00-18:00"], holidays: CN}
  - {id: off-peak, other_than: peak}
models:
  - id: acme/new
    name: New
    released: 2026-04-24
    prices:
      - {from: 2026-04-26, currency: CNY, per: 1000000, input: 12, output: 24, cached_input: 1, source: report}
      - {from: 2026-05-01, until: 2026-05-05, currency: CNY, per: 1000000, input: 3, output: 6, promotion: true,
         list: {input: 12, output: 24}, source: report}
      - {from: 2026-08-17, currency: CNY, per: 1000000, input: 9, output: 27, window: peak, source: report}
      - {from: 2026-08-17, currency: CNY, per: 1000000, input: 4.5, output: 13.5, window: off-peak, source: report}
      - {from: 2026-08-17, currency: CNY, per: 1000000, input: 2, output: 6, mode: batch, source: report}
      - {from: 2027-01-01, currency: CNY, per: 1000000, input: 1, output: 2, source: report}
      - {from: 2026-08-17, currency: USD, per: 1000000, input: 0.6, output: 2, region: international, source: report}
  - id: acme/tiers
    name: Tiers
    released: 2025-07
    retired: 2026-06-30
    superseded: {on: 2026-02-11, by: acme/new}
    prices:
      - {from: 2025-08-01, basis: seen, currency: CNY, per: 1000000, input: 4, output: 16,
         input_tokens: {at_least: 32000, below: 128000}, source: report}
      - {from: 2025-08-08, basis: seen, currency: CNY, per: 1000000, input: 2, output: 8,
         input_tokens: {below: 32000}, output_tokens: {below: 200}, source: report}
      - {from: 2025-08-08, basis: seen, currency: CNY, per: 1000000, input: 3, output: 14,
         input_tokens: {below: 32000}, output_tokens: {at_least: 200}, source: report}
      - {from: 2025-10-01, basis: seen, currency: CNY, per: 1000000, cached_input: 0.4, source: report}
  - id: acme/old
    name: Old
    retired: 2026-07-24
    stands_for: {model: acme/new, from: 2026-04-28}
    prices:
      - {from: 2025-01-01, currency: CNY, per: 1000000, input: 2, output: 3, source: report}
  - id: acme/told
    name: Told
    retired: true
    prices:
      - {amount: 0.005, currency: CNY, per: 1000, from: 2024-03-02, basis: seen, source: report}
      - {amount: 1, currency: CNY, per: 1000000, from: 2024-05-11, checked: 2024-06-01, source: report}
      - {buys: 2000000, for: 1, currency: CNY, from: 2024-05-16, basis: report, source: report}
  - id: acme/night
    name: Night
    prices:
      - {from: 2026-08-17, currency: CNY, per: 1000000, input: 9, window: peak, source: report}
      - {from: 2026-08-17, currency: CNY, per: 1000000, input: 4.5, window: off-peak, source: report}
      - {from: 2026-11-01, until: 2026-12-01, currency: CNY, per: 1000000, input: 2, window: off-peak,
         promotion: true, list: {input: 4.5}, source: report}
  - id: acme/painter
    name: Painter
    kind: image
    prices:
      - {amount: 0.1, currency: CNY, per: 1, unit: image, from: 2026-01-01, source: report}
"""


@pytest.fixture
def knowledge(write: Callable[..., Path]) -> Knowledge:
    return load_knowledge(write({"vendors/acme.yaml": VENDOR, "holidays.yaml": HOLIDAYS}))


def paid(knowledge: Knowledge, model: str, when: str, wanted: Wanted = ORDINARY_CALL) -> dict[str | None, str]:
    moment = datetime.fromisoformat(when)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=knowledge.vendors["acme"].zone)
    return {price.side: str(price.amount) for price in prices(knowledge, f"acme/{model}", moment, wanted)}


@pytest.mark.parametrize(
    ("when", "input_price"),
    [
        ("2026-04-25T12:00", "12"),  # after the release, before the first sighting
        ("2026-04-30T23:59", "12"),
        ("2026-05-01T00:00", "3"),  # the offer
        ("2026-05-04T23:59", "3"),
        ("2026-05-05T00:00", "12"),  # what held before it holds again
        ("2026-08-17T10:00", "9"),
        ("2026-08-17T12:00", "4.5"),
        ("2026-10-05T10:00", "4.5"),  # a holiday
        ("2026-10-10T10:00", "4.5"),  # a weekend that is worked
        ("2026-11-27T02:00:00+00:00", "9"),  # ten o'clock in Beijing
        ("2026-12-31T15:59:00+00:00", "4.5"),
        ("2026-12-31T16:00:00+00:00", "1"),  # the year begins in Beijing
    ],
)
def test_price_of_a_moment(knowledge: Knowledge, when: str, input_price: str) -> None:
    assert paid(knowledge, "new", when)["input"] == input_price


def test_a_promotion_of_some_hours_leaves_the_others_as_they_are(knowledge: Knowledge) -> None:
    assert paid(knowledge, "night", "2026-11-27T10:00") == {"input": "9"}
    assert paid(knowledge, "night", "2026-11-27T12:30") == {"input": "2"}
    assert paid(knowledge, "night", "2026-12-01T12:30") == {"input": "4.5"}


def test_nothing_is_known_before_the_release(knowledge: Knowledge) -> None:
    assert paid(knowledge, "new", "2026-04-23T12:00") == {}


def test_a_first_sighting_in_the_life_of_a_model_is_said_to_be_one(knowledge: Knowledge) -> None:
    early = prices_on(knowledge, "acme/new", date(2026, 4, 24))
    assert [(price.side, price.early) for price in early] == [
        ("input", True), ("output", True), ("cached_input", True)
    ]  # fmt: skip
    assert not any(price.early for price in prices_on(knowledge, "acme/new", date(2026, 4, 26)))
    # A price of the cache that was first seen later than others may have come later.
    assert [price.side for price in prices_on(knowledge, "acme/tiers", date(2025, 7, 28))] == ["input", "output"]


def test_conditions_that_are_wanted(knowledge: Knowledge) -> None:
    saturday = "2026-11-28T12:00"
    assert paid(knowledge, "new", saturday, Wanted(window="peak"))["input"] == "9"
    assert paid(knowledge, "new", saturday, Wanted(mode="batch")) == {"input": "2", "output": "6"}
    assert paid(knowledge, "new", saturday, Wanted(mode="flex")) == {}
    assert paid(knowledge, "new", saturday, Wanted(region="international")) == {"input": "0.6", "output": "2"}
    assert paid(knowledge, "painter", saturday) == {}
    assert paid(knowledge, "painter", saturday, Wanted(unit="image")) == {None: "0.1"}


@pytest.mark.parametrize(
    ("tokens", "out", "pays"),
    [
        (None, None, {"input": "2", "output": "8", "cached_input": "0.4"}),
        (31_999, 199, {"input": "2", "output": "8", "cached_input": "0.4"}),
        (31_999, 200, {"input": "3", "output": "14", "cached_input": "0.4"}),
        (32_000, None, {"input": "4", "output": "16", "cached_input": "0.4"}),
        (128_000, None, {"cached_input": "0.4"}),
    ],
)
def test_tiers_by_the_tokens_of_a_request(
    knowledge: Knowledge, tokens: int | None, out: int | None, pays: dict[str | None, str]
) -> None:
    wanted = Wanted(input_tokens=_decimal(tokens), output_tokens=_decimal(out))
    assert paid(knowledge, "tiers", "2025-12-01T12:00", wanted) == pays


def _decimal(number: int | None) -> Decimal | None:
    return Decimal(number) if number is not None else None


def test_the_lowest_tier_knows_those_above_it(knowledge: Knowledge) -> None:
    first, *_ = prices_on(knowledge, "acme/tiers", date(2025, 12, 1))
    assert first.long == ((Decimal(32_000), Decimal(4)),)


def test_a_retired_model_keeps_its_last_price(knowledge: Knowledge) -> None:
    assert paid(knowledge, "tiers", "2026-11-28T12:00") == paid(knowledge, "tiers", "2026-06-29T12:00")
    last, *_ = prices_on(knowledge, "acme/tiers", date(2026, 11, 28))
    assert (last.until, last.until_basis) == (date(2026, 6, 30), End.RETIRED)
    life = knowledge.models["acme/tiers"].life
    assert [life.status_on(day) for day in (date(2026, 2, 10), date(2026, 2, 11), date(2026, 6, 30))] == [
        ModelStatus.CURRENT, ModelStatus.SUPERSEDED, ModelStatus.RETIRED
    ]  # fmt: skip
    assert life.successors == ("acme/new",)


def test_a_model_that_was_retired_on_an_unknown_day_is_so_after_its_last_sighting(knowledge: Knowledge) -> None:
    life = knowledge.models["acme/told"].life
    assert life.status_on(date(2024, 6, 1)) is ModelStatus.CURRENT
    assert life.status_on(date(2024, 6, 2)) is ModelStatus.RETIRED


def test_an_old_id_bills_as_the_model_that_serves_it(knowledge: Knowledge) -> None:
    assert paid(knowledge, "old", "2026-04-27T12:00") == {"input": "2", "output": "3"}
    assert paid(knowledge, "old", "2026-05-01T12:00")["input"] == "3"
    last, *_ = prices_on(knowledge, "acme/old", date(2026, 11, 28))
    assert (last.model, last.served_by, str(last.amount)) == ("acme/old", "acme/new", "12")


def test_a_report_stands_beside_the_list(knowledge: Knowledge) -> None:
    (listed,) = prices_on(knowledge, "acme/told", date(2024, 5, 20))
    (told,) = reported(knowledge, "acme/told", date(2024, 5, 20))
    assert [price.for_tokens(MILLION) for price in (listed, told)] == [ONE, Decimal("0.5")]
    assert reported(knowledge, "acme/told", date(2024, 5, 15)) == ()


def test_offers_are_all_that_hold(knowledge: Knowledge) -> None:
    held = offers(knowledge, "acme/new", datetime(2026, 11, 28, tzinfo=UTC))
    assert {(price.conditions.window, price.conditions.mode, price.currency) for price in held} == {
        ("peak", None, "CNY"), ("off-peak", None, "CNY"), (None, "batch", "CNY"), (None, None, "USD"), (None, None, "CNY")
    }  # fmt: skip


def test_history_of_what_calls_paid(knowledge: Knowledge) -> None:
    when = noon(knowledge, "acme/new", date(2026, 11, 28))
    told = [
        (str(price.amount), str(price.since), str(price.until))
        for price in history(knowledge, "acme/new", when)
        if price.side == "input"
    ]
    assert told == [
        ("12", "2026-04-26", "2026-05-01"),
        ("3", "2026-05-01", "2026-05-05"),
        ("12", "2026-05-05", "2026-08-17"),
        ("4.5", "2026-08-17", "2027-01-01"),
        ("1", "2027-01-01", "None"),
    ]
    served = [str(price.until) for price in history(knowledge, "acme/old", when) if price.side == "input"]
    assert served == ["2026-04-28", "2026-05-01", "2026-05-05", "2026-07-24"]
