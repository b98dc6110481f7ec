"""The knowledge that comes with the program says what the report says."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from bot.knowledge.catalogue import Catalogue
from bot.knowledge.entries import EntryKind, Fact, Knowledge
from bot.knowledge.model_entries import ModelStatus
from bot.knowledge.selection import Wanted, prices_on, reported
from bot.quantities import ONE, Range
from bot.text import normal_form
from tests.frozen import shipped_knowledge

DAY = date(2024, 5, 16)
REPORT = "sanyi-2024-05-16"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return shipped_knowledge()


FACTS = {
    "events-2024-05-15": "2024-05-15",
    "google-astra": "",
    "google-veo": "",
    "doubao-launch": "2024-05-15",
    "doubao-price": "0.0008 CNY per 1000",
    "doubao-characters": ">= 1500 character",
    "doubao-vs-industry": "99.3 percent",
    "doubao-why": "",
    "price-war-starter": "",
    "li-open-source": "",
    "li-closed-source": "",
    "wenxin-inference-cost": "1 percent",
    "wenxin-calls": "100 times, 1000000 call",
    "wenxin-training-efficiency": "5.1 times",
    "wenxin-effective-training": "98.8 percent",
    "wenxin-inference-performance": "105 times",
    "glm-price": "2000000 token",
    "glm-cut": "<= 90 percent",
    "glm-rival": "",
    "glm-novel": "1000000 character",
    "ernie-tiny-price": "0.001 CNY per 1000",
    "minicpm-free": "0 CNY",
    "theme-2023": "",
    "theme-2024": "",
    "old-price-level": "0.1 CNY per 1000",
    "why-cheaper": "",
    "why-not-compute": "",
    "why-not-data": "",
    "baige-throughput": "30-60 percent",
    "baige-effective-training": "98 percent",
    "baige-bandwidth": "95 percent",
    "baidu-training-days": "40 day, 100 day",
    "qianfan-chips": "",
    "angel-training": "2.6 times",
    "angel-cost": "50 percent",
    "angel-inference": "1.3 times",
    "how-costs-fell": "",
    "outlook-sustain": "0.0008 CNY per 1000",
    "outlook-squeeze": "",
    "outlook-war": "",
}


def figures(fact: Fact) -> str:
    shown = []
    for figure in fact.figures:
        if figure.day is not None:
            shown.append(str(figure.day))
            continue
        assert figure.value is not None
        per = f" per {figure.per}" if figure.per else ""
        shown.append(f"{ends(figure.value)} {figure.unit}{per}")
    return ", ".join(shown)


def ends(value: Range) -> str:
    if value.exact is not None:
        return str(value.exact)
    if value.low is None:
        return f"<= {value.high}"
    return f">= {value.low}" if value.high is None else f"{value.low}-{value.high}"


def test_every_fact_of_the_report_with_its_figures(knowledge: Knowledge) -> None:
    stated = [fact for fact in knowledge.facts.values() if fact.source == REPORT]
    assert {fact.id: figures(fact) for fact in stated} == FACTS


@pytest.mark.parametrize(
    ("model", "tokens"),
    [
        ("bytedance/doubao-main", 1_250_000),
        ("zhipu/glm-3-turbo", 2_000_000),
        ("baidu/ernie-tiny", 1_000_000),
        ("industry/2024-level", 10_000),
    ],
)
def test_tokens_for_one_yuan(knowledge: Knowledge, model: str, tokens: int) -> None:
    (price,) = reported(knowledge, model, DAY) or prices_on(knowledge, model, DAY)
    assert price.for_tokens(Decimal(tokens)) == ONE
    assert knowledge.facts[price.fact or ""].source == price.source == REPORT


def test_models_that_the_report_gives_a_price_of(knowledge: Knowledge) -> None:
    told = (*knowledge.prices.items(), *knowledge.reports.items())
    priced = {model for model, prices in told if any(price.source == REPORT and price.fact for price in prices)}
    assert priced & set(knowledge.priced_models()) == {
        "baidu/ernie-tiny",
        "bytedance/doubao-main",
        "modelbest/minicpm",
        "zhipu/glm-3-turbo",
    }
    (free,) = prices_on(knowledge, "modelbest/minicpm", DAY)
    assert free.free
    assert reported(knowledge, "zhipu/glm-3-turbo", date(2024, 5, 1)) == ()


def test_the_list_of_the_vendor_stands_beside_the_report(knowledge: Knowledge) -> None:
    (online,) = prices_on(knowledge, "zhipu/glm-3-turbo", DAY)
    (batch,) = prices_on(knowledge, "zhipu/glm-3-turbo", DAY, Wanted(mode="batch"))
    assert [price.for_tokens(Decimal(2_000_000)) for price in (online, batch)] == [2, ONE]


@pytest.mark.parametrize(
    ("family", "headline", "flagship"),
    [
        ("zhipu/glm", "zhipu/glm-3-turbo", "zhipu/glm-5.3"),
        ("bytedance/doubao", "bytedance/doubao-main", "bytedance/doubao-seed-2.1-pro"),
        ("baidu/wenxin", "baidu/ernie-tiny", "baidu/ernie-5.1"),
        ("alibaba/qwen", None, "alibaba/qwen3.8-max"),
        ("tencent/hunyuan", None, "tencent/hy4"),
        ("moonshot/kimi", None, "moonshot/kimi-k3.1-pro"),
        ("deepseek", None, "deepseek/deepseek-flash"),
        ("minimax", None, "minimax/minimax-m3"),
        ("iflytek/spark", None, "iflytek/spark-x2.5"),
    ],
)
def test_what_a_family_stands_for(knowledge: Knowledge, family: str, headline: str | None, flagship: str) -> None:
    entry = knowledge.entries[family]
    assert (entry.headline, entry.today[0]) == (headline, flagship)
    for model in entry.today:
        assert knowledge.models[model].life.status_on(date(2026, 11, 28)) is ModelStatus.CURRENT


def test_rates_belong_to_their_vendors(knowledge: Knowledge) -> None:
    assert [rate.per_token for rate in knowledge.rates["zhipu"]] == [Range.exactly(Decimal("0.5"))]
    assert [rate.per_token for rate in knowledge.rates["bytedance"]] == [Range.at_least(Decimal("1.5"))]
    assert "baidu" not in knowledge.rates


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [
        ("GLM", "zhipu/glm"),
        ("GLM3", "zhipu/glm-3-turbo"),
        ("glm-3-turbo", "zhipu/glm-3-turbo"),
        ("LM-3 Turbo", "zhipu/glm-3-turbo"),
        ("豆包", "bytedance/doubao"),
        ("Doubao", "bytedance/doubao"),
        ("字節跳動", "bytedance"),
        ("火山引擎", "bytedance"),
        ("文心", "baidu/wenxin"),
        ("ERNIE", "baidu/wenxin"),
        ("ERNIE_Tiny", "baidu/ernie-tiny"),
        ("文心輕量版", "baidu/ernie-tiny"),
        ("mini cpm", "modelbest/minicpm"),
        ("小钢炮", "modelbest/minicpm"),
        ("行业价", "industry/2024-level"),
        ("混元", "tencent/hunyuan"),
        ("Robin Li", "baidu/robin-li"),
        ("谭待", "bytedance/tan-dai"),
        ("三体", "three-body"),
        ("War and Peace", "war-and-peace"),
    ],
)
def test_name(knowledge: Knowledge, name: str, leads_to: str) -> None:
    assert [found.id for found in knowledge.names if found.text == normal_form(name)] == [leads_to]


def test_industry_level_is_no_vendor_and_no_model(knowledge: Knowledge) -> None:
    assert knowledge.entries["industry"].kind is EntryKind.SUBJECT
    assert knowledge.entries["industry/2024-level"].reference


def test_lookalikes_hold_a_name_and_are_none(knowledge: Knowledge) -> None:
    names = {name.text for name in (*knowledge.names, *Catalogue.load().names())}
    for word in knowledge.lookalikes:
        assert word not in names
        assert any(name in word for name in names), word


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_fact_is_asked_for_in_many_ways(knowledge: Knowledge, fact: str) -> None:
    asks = knowledge.facts[fact].asks
    chinese = [ask for ask in asks if any("\u4e00" <= character <= "\u9fff" for character in ask)]
    assert len(set(asks)) == len(asks)
    assert len(chinese) >= 3
    assert len(asks) - len(chinese) >= 2
    assert any(_is_traditional(ask) for ask in chinese)


def _is_traditional(text: str) -> bool:
    return normal_form(text) != text.casefold()


@pytest.mark.parametrize("fact", sorted(FACTS))
def test_statement_is_a_sentence_in_each_language(knowledge: Knowledge, fact: str) -> None:
    statement = knowledge.facts[fact].statement
    assert statement.zh.endswith("。")
    assert statement.en.endswith(".")
    assert statement.en[0].isupper()


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        ("doubao-vs-industry", "0.1143 99.2% 125"),
        ("wenxin-training-efficiency", "5.1 20 40 2.5"),
        ("baidu-training-days", "2.5 5.1 20 62.5 77"),
        ("baige-throughput", "62.5 77 40"),
        ("glm-cut", "90% 0.005"),
    ],
)
def test_what_does_not_add_up_is_said_with_its_figures(knowledge: Knowledge, fact: str, words: str) -> None:
    caveat = knowledge.facts[fact].caveat
    assert caveat is not None
    for word in words.split():
        assert word in caveat.zh
        assert word in caveat.en
