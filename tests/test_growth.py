"""However many models there are, a reply names a few of them and counts the others: it fits into one message."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers import Context, Reply, Status
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.question import Kind
from bot.replies.machine import reply_object
from tests.conftest import DOUBAO, GLM, MINI, TINY, answers
from tests.corpus_cases import CORPUS, MARKET, load_cases

MODELS = int(os.environ.get("GROWTH_MODELS", "1500"))
"""So many that a reply which grows with them is found; another number can be tried."""
VENDORS = 150
MESSAGE = 4_096
"""UTF-16 code units of the longest message of Telegram."""
FEW, NAMED = 5, 12
"""Models that a reply tells of where none was named, and where many were."""
TODAY = date(2024, 6, 1)
EVERY = 150
"""Of so many questions of the corpus one is asked here."""


def vendor_file(number: int) -> str:
    """A vendor with its models: some free, some with one price, most with one for each side, a few in dollars."""
    lines = [f"id: vendor-{number}", f"name: {{zh: 厂商{number}号, en: Vendor {number}}}", "models:"]
    for model in range(number, MODELS, VENDORS):
        lines += [
            f"  - id: vendor-{number}/model-{model}",
            f"    name: {{zh: 模型{model}号, en: Model {model}}}",
            "    prices:",
            *prices(model),
        ]
    return "\n".join(lines)


def cents(model: int) -> int:
    return model * 7919 % 9973 + 1


def blended_cents(model: int) -> Decimal:
    """What a model goes by: three parts of input and one of output, which costs four times as much, in yuan."""
    yuan = Decimal("6.5") if model % 11 == 0 else Decimal(1)  # at the least, for a dollar
    return cents(model) * yuan * (1 if model % 3 == 0 else Decimal("1.75"))


def prices(model: int) -> Iterator[str]:
    since = "from: 2024-05-01, source: sanyi-2024-05-16"
    if model % 97 == 0:
        yield f"      - {{free: true, {since}}}"
        return
    currency = "USD" if model % 11 == 0 else "CNY"
    if model % 3 == 0:
        yield f"      - {{amount: {cents(model) / 100}, currency: {currency}, per: 1000000, {since}}}"
        return
    for side, times in (("input", 1), ("output", 4)):
        yield f"      - {{amount: {cents(model) * times / 100}, currency: {currency}, per: 1000000, side: {side}, {since}}}"


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    """An engine on a folder with very many models beside those of the market."""
    folder = tmp_path_factory.mktemp("crowded") / "knowledge"
    shutil.copytree(MARKET, folder)
    for number in range(VENDORS):
        (folder / "vendors" / f"vendor-{number}.yaml").write_text(vendor_file(number), encoding="utf-8")
    return Engine(load_knowledge(folder))


def many(count: int, joint: str = "、") -> str:
    return joint.join(f"模型{number}号" for number in range(2, 2 + count))


ASKED = (
    "讯飞星火多少钱", "price of foobar", "1元能买多少token", "how many tokens for 10 dollars", "100万tokens多少钱", "一百萬字要幾錢",
    "哪个最便宜", "哪个最贵", "which model is the cheapest", "把所有模型按价格从低到高排一下", "所有模型的价格", "哪些模型免费", "list all free models",
    "你知道哪些模型", "which models do you know", "数据来源是什么", "最便宜和最贵差多少", "比豆包便宜的有哪些", "除了豆包，1元能买多少token", "不算免费的，100万tokens多少钱",
    "每百万tokens 0.8元的是哪个", "which models cost under 5 yuan per million tokens", "前十便宜的模型", "top 50 cheapest models", "第三便宜的是哪个",
    "所有厂商的模型从便宜到贵", "all models of all vendors by price", "GLM是不是最便宜的", "100万tokens输入50万输出哪个最便宜", "写一本三体用哪个最便宜", "1元能写多少字",
    "哪些降价了", "厂商7号多少钱", "厂商7号最便宜的是哪个", "能买多少token", "多少钱", "便宜多少", "foobar和豆包哪个便宜", "20块写30本三体够吗",
    f"{many(60)}多少钱", f"{many(60)}哪个最便宜", f"{many(60)}哪个最贵", f"10元买{many(60)}各能买多少", f"100万tokens用{many(60)}各多少钱", f"{many(60)}按价格排",
    f"{many(300, ' ')} price", f"除了{many(60)}哪个最便宜",
)  # fmt: skip
CONTEXT = Context(today=TODAY)


def checked(reply: Reply) -> Reply:
    for text in (reply.text, reply.html):
        assert len(text.encode("utf-16-le")) // 2 <= MESSAGE, f"{reply.question[:60]}: {len(text)} characters"
    told = {result.subject for result in reply.results}
    assert len(told) <= NAMED + 1, f"{reply.question[:60]}: {len(told)} subjects"
    return reply


@pytest.mark.parametrize("text", ASKED, ids=lambda text: text[:30])
def test_a_reply_fits_into_one_message(crowded: Engine, text: str) -> None:
    reply = checked(crowded.ask(text, CONTEXT))
    for row in reply.buttons:
        for button in row:
            checked(crowded.press(button.code, CONTEXT))
    for fragment in ("差多少", "那豆包呢", "除了豆包呢", "所有模型呢", "最贵的呢"):
        checked(crowded.ask(fragment, replace(CONTEXT, previous=reply.code)))
    for card in crowded.suggest(text, CONTEXT):
        checked(card)


def test_questions_of_the_corpus_get_replies_of_one_message(crowded: Engine) -> None:
    cases = [case for path in sorted((CORPUS / "questions").glob("*.yaml")) for case in load_cases(path)]
    for case in islice(cases, 0, None, EVERY):
        checked(crowded.ask(case["ask"], CONTEXT))


@settings(suppress_health_check=list(HealthCheck))
@given(
    start=st.sampled_from(["", "1元", "100万tokens", "10美元用", "每百万tokens", "除了免费的，", "all "]),
    names=st.integers(0, 40).map(many),
    end=st.sampled_from(
        [
            "多少钱",
            "哪个便宜",
            "能买多少",
            "按价格排名",
            "哪些便宜",
            "免费吗",
            "便宜多少",
            "cost",
            "输出多少钱",
            "能写多少字",
        ]
    ),
)
def test_whatever_is_put_together_fits_into_one_message(crowded: Engine, start: str, names: str, end: str) -> None:
    checked(crowded.ask(f"{start}{names}{end}", CONTEXT))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1元能买多少token", Kind.BUDGET),
        ("what do 2 million tokens cost", Kind.COST),
        ("哪個最平", Kind.RANK),
        ("把所有模型按价格排一下", Kind.RANK),
        ("which models do you know", Kind.HELP),
    ],
)
def test_a_few_are_told_of_and_the_others_are_counted(crowded: Engine, text: str, kind: Kind) -> None:
    reply = reply_object(crowded.ask(text, CONTEXT))
    assert reply["kind"] == kind
    told = [result["subject"] for result in answers(reply)]
    assert len(told) == FEW
    assert len({subject.partition("/")[0] for subject in told}) == FEW or kind is Kind.RANK
    shown = FEW if kind in (Kind.RANK, Kind.HELP) else listed(reply["text"])
    assert f"{MODELS + 4 - shown:,}" in reply["text"]


def listed(text: str) -> int:
    """How many lines of a list are shown; others are folded away and counted."""
    return sum(line.startswith("·") for line in text.splitlines())


def test_a_ranking_shows_the_cheapest_that_costs_money_beside_the_free_ones(crowded: Engine) -> None:
    reply = reply_object(crowded.ask("最便宜的是哪家", CONTEXT))
    *free, paid = answers(reply)
    assert all(result["free"] for result in free)
    cheapest = min((model for model in range(MODELS) if model % 97), key=blended_cents)
    assert paid["subject"] == f"vendor-{cheapest % VENDORS}/model-{cheapest}"
    assert Decimal(paid["value"]) * 100 == cents(cheapest)


def test_a_condition_counts_only_those_that_meet_it(crowded: Engine) -> None:
    reply = crowded.ask("which models cost under 1 yuan per million tokens", CONTEXT)
    under = sum(
        price.amount * (1 if price.currency == "CNY" else Decimal("7.2")) < 1
        for prices in crowded.knowledge.prices.values()
        for price in prices[:1]
        if not crowded.knowledge.entries[price.model].reference
    )
    assert f"And {under - listed(reply.text):,} more" in reply.text


def test_a_place_of_the_order_is_told(crowded: Engine) -> None:
    assert crowded.ask(f"模型{MODELS - 1}号是不是最便宜的", CONTEXT).text.startswith("不是")
    reply = crowded.ask("第三便宜的是哪个", CONTEXT)
    assert (reply.status, len(reply.results)) == (Status.ANSWERED, 1)


@pytest.mark.parametrize("text", ["1元能买多少token", "100万tokens多少钱", "你知道哪些模型", "把所有模型按价格排一下"])
def test_few_models_are_all_told_of(price_bot: Engine, text: str) -> None:
    reply = price_bot.ask(text, CONTEXT)
    assert {result.subject for result in reply.results} == {GLM, DOUBAO, TINY, MINI}
    assert "还有" not in reply.text.partition("另外还知道")[0]
