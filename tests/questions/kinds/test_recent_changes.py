"""Which prices changed lately."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from bot.answers import Baseline, Kind
from bot.knowledge.entries import Knowledge, Price, Side
from bot.questions.kinds.recent_changes import MOST, latest_changes

GLM, DOUBAO, TINY = "zhipu/glm-3-turbo", "bytedance/doubao-main", "baidu/ernie-tiny"
TODAY = date(2025, 1, 1)


def without_facts(knowledge: Knowledge, **prices: tuple[Price, ...]) -> Knowledge:
    """The knowledge with these prices of the Doubao or ERNIE Tiny model, and without announced cuts."""
    ids = {"doubao": DOUBAO, "tiny": TINY}
    changed = {ids[name]: found for name, found in prices.items()}
    return replace(knowledge, facts={}, prices={**knowledge.prices, **changed})


def price(knowledge: Knowledge, model: str, amount: str, day: date, side: Side | None = None) -> Price:
    return replace(knowledge.prices[model][0], amount=Decimal(amount), since=day, side=side)


def test_a_cut_that_was_announced_counts(frozen: Knowledge) -> None:
    question = latest_changes(frozen, TODAY)
    assert question is not None
    assert (question.kind, question.baseline) == (Kind.DISCOUNT, Baseline.BEFORE)
    assert question.subjects[0] == GLM
    assert DOUBAO not in question.subjects


def test_what_happens_later_is_not_known_yet(frozen: Knowledge) -> None:
    assert latest_changes(frozen, date(2024, 5, 15)) is None


def test_prices_that_went_up_or_down_come_latest_first(frozen: Knowledge) -> None:
    first, later, last = (date(2024, month, 1) for month in (6, 7, 8))
    knowledge = without_facts(
        frozen,
        doubao=(price(frozen, DOUBAO, "0.0008", first), price(frozen, DOUBAO, "0.0003", later)),
        tiny=(price(frozen, TINY, "0.001", first), price(frozen, TINY, "0.002", last)),
    )
    question = latest_changes(knowledge, TODAY)
    assert question is not None
    assert question.subjects == (TINY, DOUBAO)
    earlier = latest_changes(knowledge, later)
    assert earlier is not None
    assert earlier.subjects == (DOUBAO,)


def test_the_same_price_again_or_of_another_side_is_no_change(frozen: Knowledge) -> None:
    first, later = date(2024, 6, 1), date(2024, 7, 1)
    knowledge = without_facts(
        frozen,
        doubao=(price(frozen, DOUBAO, "0.0008", first), price(frozen, DOUBAO, "0.0008", later)),
        tiny=(price(frozen, TINY, "0.001", first, Side.INPUT), price(frozen, TINY, "0.002", first, Side.OUTPUT)),
    )
    assert latest_changes(knowledge, TODAY) is None


def test_only_so_many_are_named(frozen: Knowledge) -> None:
    entry, usual = frozen.entries[DOUBAO], frozen.prices[DOUBAO][0]
    models = [f"bytedance/doubao-{number}" for number in range(MOST + 3)]
    days = (date(2024, 6, 1), date(2024, 7, 1))
    prices = {
        model: tuple(
            replace(usual, model=model, amount=Decimal(place + 1), since=day + timedelta(number))
            for place, day in enumerate(days)
        )
        for number, model in enumerate(models)
    }
    entries = {**frozen.entries, **{model: replace(entry, id=model) for model in models}}
    question = latest_changes(replace(frozen, facts={}, entries=entries, prices=prices), TODAY)
    assert question is not None
    assert question.subjects == tuple(reversed(models[3:]))
