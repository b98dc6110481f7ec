"""A question that is written beside a fact leads to it by itself, whatever its words may mean elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.answers import Context, Reply, Status
from bot.engine import Engine
from bot.knowledge.load import load_knowledge
from bot.question import Kind

VENDOR = """\
id: xinghe
name: {zh: 星河智能, en: Xinghe}
aliases: [星河]
models:
  - id: xinghe/max
    name: {zh: 星河 Max, en: Xinghe Max}
    prices:
      - {amount: 8, currency: CNY, per: 1000000, side: input, from: 2026-03-01, source: report, fact: max-price}
      - {amount: 24, currency: CNY, per: 1000000, side: output, from: 2026-03-01, source: report}
      - {amount: 6, currency: CNY, per: 1000000, side: input, from: 2026-09-01, source: report}
      - {amount: 18, currency: CNY, per: 1000000, side: output, from: 2026-09-01, source: report}
  - id: xinghe/lite
    name: {zh: 星河 Lite, en: Xinghe Lite}
    prices:
      - {amount: 1, currency: CNY, per: 1000000, from: 2026-03-01, source: report}
"""

ARTICLE = """\
sources:
  - {id: report, publisher: Paper, title: Report, date: 2026-03-01}
facts:
  - id: max-users
    subjects: [xinghe/max]
    statement: {zh: 星河 Max 有三百万用户。, en: Xinghe Max has three million users.}
    keywords: [[用户]]
    asks:
      - 星河Max有多少用户
      - 星河Max多快
      - how many users does Xinghe Max have
  - id: card
    subjects: [xinghe]
    statement: {zh: 星河的推理卡省电四成。, en: Its card draws 40% less power.}
    keywords: [[推理卡]]
    asks:
      - 星河的推理卡省多少电
      - 价格战是谁先挑起的呢
      - 星河Lite多少钱
  - id: max-price
    subjects: [xinghe/max]
    statement: {zh: 星河 Max 卖 8 元。, en: Xinghe Max costs 8 yuan.}
    keywords: [[价格]]
    asks:
      - 星河Max的价格到底是多少
      - "？！"
"""

DAY = date(2026, 11, 28)


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    folder: Path = tmp_path_factory.mktemp("knowledge")
    for name, content in (("vendors/xinghe.yaml", VENDOR), ("articles/report.yaml", ARTICLE)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(content, "utf-8")
    return Engine(load_knowledge(folder))


def said(bot: Engine, text: str, *, addressed: bool = True) -> Reply:
    return bot.ask(text, Context(today=DAY, addressed=addressed))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("星河Max有多少用户", "max-users"),
        ("星河 max，有多少用户？", "max-users"),
        ("星河Max有多少用戶", "max-users"),
        ("How many users does Xinghe Max have?", "max-users"),
        ("星河Max多快", "max-users"),
        ("星河的推理卡省多少电", "card"),
    ],
)
def test_to_the_letter_it_leads_to_its_fact_in_private_and_in_groups(bot: Engine, text: str, fact: str) -> None:
    for addressed in (True, False):
        reply = said(bot, text, addressed=addressed)
        assert (reply.status, reply.kind, reply.facts) == (Status.ANSWERED, Kind.FACT, (fact,))


@pytest.mark.parametrize(
    "text",
    [
        "请问星河Max有几多用户呢",
        "星河Max的用户有多少",
        "Xinghe Max，有多少用户啊",
        "so how many users does xinghe max have",
    ],
)
def test_with_the_same_telling_words_it_leads_to_its_fact_in_private(bot: Engine, text: str) -> None:
    assert said(bot, text).facts == ("max-users",)


@pytest.mark.parametrize("text", ["星河Lite有多少用户", "星河Max有多少员工", "星河有多少用户", "星河Max慢不慢"])
def test_with_another_name_or_word_it_is_another_question(bot: Engine, text: str) -> None:
    assert "max-users" not in said(bot, text).facts
    assert said(bot, text, addressed=False).status is Status.IGNORED


def test_in_a_group_it_is_not_heard_where_nothing_speaks_of_models(bot: Engine) -> None:
    assert said(bot, "价格战是谁先挑起的呢").facts == ("card",)
    assert said(bot, "价格战是谁先挑起的呢", addressed=False).status is Status.IGNORED


def test_a_price_that_was_reported_gives_way_to_the_price_of_today(bot: Engine) -> None:
    reply = said(bot, "星河Max的价格到底是多少")
    assert reply.kind is Kind.PRICE
    assert "输入 6、输出 18 元" in reply.text


def test_a_price_that_is_asked_for_in_full_is_no_question_of_a_fact(bot: Engine) -> None:
    assert said(bot, "星河Lite多少钱").kind is Kind.PRICE


def test_it_is_heard_beside_another_question(bot: Engine) -> None:
    reply = said(bot, "星河Max多少钱？星河Max有多少用户？")
    assert "三百万用户" in reply.text
    assert "18 元" in reply.text


@pytest.mark.parametrize("text", ["", "？！", "😂", "…"])
def test_marks_alone_are_no_question(bot: Engine, text: str) -> None:
    assert said(bot, text).status is Status.UNKNOWN


def test_it_is_no_follow_up(bot: Engine) -> None:
    earlier = said(bot, "星河Lite多少钱")
    reply = bot.ask("星河Max多快", Context(today=DAY, previous=earlier.code))
    assert reply.facts == ("max-users",)


def test_the_explanation_says_so(bot: Engine) -> None:
    explained = bot.explain("星河Max多快", Context(today=DAY))
    assert "the fact has this question" in explained.candidates[0].why
    assert explained.speaks_up
    assert not bot.explain("星河有多少用户", Context(today=DAY)).speaks_up
