"""The models that one is weighed against."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers import Context
from bot.questions.working.market import Market
from bot.questions.working.rivals import rivals
from tests.corpus_cases import TODAYS_CLOCK
from tests.frozen import frozen_engine, todays_engine


@pytest.fixture(scope="module")
def market() -> Market:
    return todays_engine()._shelf.market(TODAYS_CLOCK)


def vendors(models: tuple[str, ...]) -> list[str]:
    return [model.partition("/")[0] for model in models]


@pytest.mark.parametrize("model", ["openai/gpt-5", "zhipu/glm-5.3", "anthropic/claude-opus-5-5"])
def test_they_are_of_other_vendors_and_of_one_each(market: Market, model: str) -> None:
    found = vendors(rivals(market, model, most=10))
    assert len(set(found)) == len(found) > 2
    assert model.partition("/")[0] not in found


def test_the_nearest_in_price_come_first(market: Market) -> None:
    assert rivals(market, "openai/gpt-5") == ("x-ai/grok-4.7", "mistral/mistral-medium-3-5")
    assert rivals(market, "zhipu/glm-5.3") == ("bytedance/doubao-seed-2.1-pro", "moonshot/kimi-k2.7-code")


def test_those_beside_it_already_and_their_vendors_are_left_out(market: Market) -> None:
    assert rivals(market, "openai/gpt-5", ("x-ai/grok-4.6",), most=1) == ("mistral/mistral-medium-3-5",)


def test_curated_models_are_held_against_curated_ones(market: Market) -> None:
    assert set(rivals(market, "deepseek/deepseek-v4-pro", most=20)) <= market.knowledge.entries.keys()


@pytest.mark.parametrize("model", ["zhipu/glm-3-turbo", "zhipu/glm-4.7-flash", "openai/whisper-1", "nobody/nothing"])
def test_what_is_gone_or_free_or_no_chat_has_none(market: Market, model: str) -> None:
    assert rivals(market, model) == ()


def test_where_no_vendor_says_what_it_sells_today_all_on_sale_are_weighed() -> None:
    market = frozen_engine()._shelf.market(Context(today=date(2024, 6, 1)))
    assert rivals(market, "zhipu/glm-3-turbo") == ("bytedance/doubao-main", "baidu/ernie-tiny")
