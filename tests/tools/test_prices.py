"""The knowledge base says what the tables of prices say: every row is found again by the engine's own selection."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest

from bot.knowledge.entries import Knowledge
from bot.knowledge.history import history
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.price_entries import Price
from bot.knowledge.selection import Wanted, day_of, noon, prices_on, vendor_of
from bot.questions.working.market import Market
from tests.frozen import frozen_catalogue, frozen_exchange, shipped_knowledge
from tools.prices.files import knowledge_files
from tools.prices.lines import _BOUND_EXCLUDED, _INTERNATIONAL, checked_on, lines_of
from tools.prices.tables import Row, Tier, price_rows, sources, statuses

ROWS = price_rows()
TODAY = date(2026, 11, 28)
STILL_ANSWERING = "deepseek/deepseek-v4-flash"
"""Retired in the table, whose own note says that its id still answers at the price of its successor."""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped_knowledge()


def wanted(row: Row, *, at_the_end: bool) -> Wanted:
    """A request that the row is for, as short or as long as its tier allows."""
    excluded = row.model.startswith(_BOUND_EXCLUDED)
    return Wanted(
        mode=row.mode,
        cache_life=row.cache_life,
        window=row.window,
        input_tokens=_tokens(row.input_tokens, excluded, at_the_end),
        output_tokens=_tokens(row.output_tokens, excluded, at_the_end),
        region="international" if row.model.startswith(_INTERNATIONAL) else None,
        unit=row.unit,
    )


def _tokens(tier: Tier, excluded: bool, at_the_end: bool) -> Decimal | None:
    if tier == Tier(None, None):
        return None
    first = (tier.low or Decimal(0)) + (0 if excluded else 1)
    last = tier.high - (1 if excluded else 0) if tier.high is not None else first * 1000
    return last if at_the_end else first


def days(row: Row) -> Iterator[date]:
    """The first and the last day of a row."""
    yield row.since
    if row.until is not None:
        yield row.until - timedelta(days=1)
    elif statuses()[row.model].status != "retired":
        yield TODAY


def sides(row: Row) -> tuple[str | None, ...]:
    """The sides that a row may be found by: what is free on every side is written once."""
    if row.side in ("both", "image", "request"):
        return (None,)
    return (row.side, None) if row.amount == 0 else (row.side,)


def test_every_row_is_found_by_the_selection(knowledge: Knowledge) -> None:
    for row in ROWS:
        for day in days(row):
            for at_the_end in (False, True):
                _is_found(knowledge, row, day, wanted(row, at_the_end=at_the_end))


def _is_found(knowledge: Knowledge, row: Row, day: date, for_whom: Wanted) -> None:
    name = f"{row.number}-{row.model}-{row.side} on {day}"
    held = [price for price in prices_on(knowledge, row.model, day, for_whom) if price.side in sides(row)]
    assert [(price.amount * row.per, price.currency) for price in held] == [
        (row.amount * price.per, row.currency) for price in held
    ], name
    assert len(held) == 1, name
    price = held[0]
    assert not price.early, name
    assert price.free is (row.amount == 0), name
    assert price.list_amount == row.listed, name
    assert price.since <= row.since, name
    if price.until != row.until:  # only its hours changed then
        assert row.until is not None, name
        assert price in prices_on(knowledge, row.model, row.until, for_whom), name
    assert price.confidence is None or price.confidence == row.confidence, name
    assert {*row.sources} <= {price.source, *price.other_sources} or row.sources == ("sanyi-2024-05-16",), name


def test_there_are_as_many_rows_and_models_as_the_tables_have() -> None:
    assert len(ROWS) == 1_003
    assert len({row.model for row in ROWS}) == len(statuses()) == 264


def test_status_of_every_model_is_that_of_the_table(knowledge: Knowledge) -> None:
    market = Market(knowledge, frozen_catalogue(), frozen_exchange(), TODAY)
    differing = {id_ for id_, status in statuses().items() if market.status(id_) != status.status}
    assert differing == {STILL_ANSWERING}
    assert market.status(STILL_ANSWERING) is ModelStatus.SUPERSEDED
    for id_, status in statuses().items():
        life = knowledge.models[id_].life
        assert (life.superseded_by or "") == status.superseded_by
        assert (life.released.text if life.released else "") == status.released
        assert set(status.sources) == set(life.sources)


def test_old_ids_bill_as_their_successors(knowledge: Knowledge) -> None:
    def input_price(model: str, day: date) -> Price:
        return next(price for price in prices_on(knowledge, model, day) if price.side == "input")

    flash = input_price("deepseek/deepseek-flash", TODAY)
    assert input_price(STILL_ANSWERING, TODAY).amount == flash.amount
    for old in ("deepseek/deepseek-chat", "deepseek/deepseek-reasoner"):
        served = input_price(old, date(2026, 6, 1))
        assert (served.amount, served.served_by) == (Decimal(1), STILL_ANSWERING)


def test_history_has_no_holes_and_no_overlaps_that_the_table_has_not(knowledge: Knowledge) -> None:
    for model in sorted({row.model for row in ROWS}):
        told = history(knowledge, model, noon(knowledge, model, TODAY))
        for side in {price.side for price in told}:
            spans = [(price.since, price.until) for price in told if price.side == side]
            assert spans == sorted(spans, key=lambda span: span[0]), model
            assert all(until is not None and until <= later for (_, until), (later, _) in pairwise(spans)), model


def test_the_files_of_the_tables_are_those_that_are_written(knowledge: Knowledge) -> None:
    """The same tables give the same texts, and all that they state is loaded."""
    files = knowledge_files()
    assert files == knowledge_files()
    for model in {row.model for row in ROWS}:
        assert f"- id: {model}\n" in files[f"vendors/{model.partition('/')[0]}.yaml"]
        assert model in knowledge.models


def test_a_check_is_within_the_days_of_its_price() -> None:
    known = sources()
    by_model: dict[str, list[Row]] = {}
    for row in ROWS:
        by_model.setdefault(row.model, []).append(row)
    for rows in by_model.values():
        for line in lines_of(rows):
            checked = checked_on(line, known)
            assert line.since <= checked
            assert line.until is None or checked < line.until


def test_days_begin_in_the_vendors_zone(knowledge: Knowledge) -> None:
    vendor = vendor_of(knowledge, "deepseek/deepseek-v4-pro")
    assert (str(vendor.zone), vendor.country) == ("Asia/Shanghai", "CN")
    assert day_of(knowledge, "deepseek/deepseek-v4-pro", noon(knowledge, "deepseek/deepseek-v4-pro", TODAY)) == TODAY
