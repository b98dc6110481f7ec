"""What the market tells of the knowledge that is shipped: who sells, what is still sold, what a bare name stands for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.answers import Context
from bot.knowledge.entries import Knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.questions.working.families import models_of
from bot.questions.working.market import Market
from bot.questions.working.sellers import sellers_of
from bot.replies.machine import reply_object
from tests.frozen import frozen_catalogue, frozen_exchange, shipped_engine, shipped_knowledge

SATURDAY = datetime(2026, 11, 28, 4, tzinfo=UTC)
"""Noon in Beijing."""
V4_PRO = "deepseek/deepseek-v4-pro"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped_knowledge()


@pytest.fixture(scope="module")
def market(knowledge: Knowledge) -> Market:
    return Market(knowledge, frozen_catalogue(), frozen_exchange(), SATURDAY.date(), SATURDAY)


def test_what_is_on_sale_is_current_chats_and_is_sold_by_its_vendor(market: Market, knowledge: Knowledge) -> None:
    offered = market.on_sale()
    assert len(offered) > 50
    for model in offered:
        assert market.status(model) is ModelStatus.CURRENT
        assert knowledge.models[model].kind == "chat"
        assert not knowledge.vendors[model.partition("/")[0]].reseller
    assert {"zhipu/glm-3-turbo", "siliconflow/qwen3-8b", "zhipu/glm-image", "bytedance/doubao-main"}.isdisjoint(offered)


def test_peak_hours_decide_the_price(market: Market, knowledge: Knowledge) -> None:
    def paid(when: datetime) -> dict[str | None, str]:
        at = Market(knowledge, frozen_catalogue(), frozen_exchange(), when.date(), when)
        return {price.side: str(price.amount) for price in at.prices(V4_PRO)}

    assert paid(SATURDAY) == {"input": "4.5", "output": "13.5", "cached_input": "0.15"}
    assert paid(datetime(2026, 11, 30, 2, tzinfo=UTC)) == {"input": "9", "output": "27", "cached_input": "0.3"}
    assert paid(datetime(2026, 10, 5, 2, tzinfo=UTC)) == paid(SATURDAY)


def test_resellers_sell_it_too(market: Market) -> None:
    assert "siliconflow/deepseek-v4-pro" in sellers_of(market, V4_PRO)


@pytest.mark.parametrize(
    ("name", "day", "models"),
    [
        ("zhipu/glm", date(2026, 11, 28), ("zhipu/glm-3-turbo",)),
        ("deepseek", date(2026, 11, 28), ("deepseek/deepseek-flash", V4_PRO)),
        ("moonshot/kimi", date(2026, 11, 28), ("moonshot/kimi-k3.1-pro", "moonshot/kimi-k2.7-code")),
        ("zhipu", date(2024, 5, 16), ("zhipu/glm-3-turbo",)),
        ("baidu", date(2024, 5, 16), ("baidu/ernie-tiny",)),
    ],
)
def test_what_a_bare_name_stands_for(knowledge: Knowledge, name: str, day: date, models: tuple[str, ...]) -> None:
    assert models_of(Market(knowledge, frozen_catalogue(), frozen_exchange(), day), name) == models


def test_plans_and_free_quotas(market: Market) -> None:
    (plan,) = market.plans("openai/chatgpt-plus")
    assert [(str(price.amount), plan.currency, plan.period) for price in plan.prices] == [("20", "USD", "month")]
    (coding,) = market.plans("zhipu")
    assert [price.amount for price in coding.prices if price.holds_on(SATURDAY.date())] == [118, 538, 1078]
    assert [quota.tokens for quota in market.free_quotas("zhipu")] == [5_000_000, 25_000_000]


def test_a_report_answers_for_its_model_unless_a_day_is_asked_for(knowledge: Knowledge) -> None:
    def paid(day: date, *, asked_day: bool) -> str:
        at = Market(knowledge, frozen_catalogue(), frozen_exchange(), day, asked_day=asked_day)
        (price,) = at.prices("zhipu/glm-3-turbo")
        return f"{price.amount.normalize():f} for {price.per.normalize():f}"

    assert paid(SATURDAY.date(), asked_day=False) == "1 for 2000000"
    assert paid(date(2024, 6, 1), asked_day=True) == "1 for 1000000"
    assert paid(date(2024, 3, 10), asked_day=True) == "0.005 for 1000"


def told(question: str) -> dict[str, Any]:
    return reply_object(shipped_engine().ask(question, Context(now=SATURDAY)))


def test_the_json_tells_whose_price_it_is_and_what_it_hangs_on() -> None:
    first, *_ = told("deepseek v4 pro多少钱")["results"]
    assert {
        key: first[key] for key in ("seller", "condition", "from", "until", "checked", "model_status", "as_of")
    } == {
        "seller": "deepseek",
        "condition": {"window": "off-peak"},
        "from": "2026-08-17",
        "until": None,
        "checked": "2026-10-27",
        "model_status": "current",
        "as_of": "2026-11-28",
    }
    article, *_ = told("1元能买多少GLM-3 Turbo tokens")["results"]
    assert {
        key: article[key] for key in ("seller", "condition", "from", "until", "checked", "model_status", "as_of")
    } == {
        "seller": "zhipu",
        "condition": None,
        "from": "2024-05-16",
        "until": None,
        "checked": "2024-05-16",
        "model_status": "retired",
        "as_of": "2024-05-16",
    }
