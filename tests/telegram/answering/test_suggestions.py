"""Cards for what is still being typed, with the real engine."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Reply
from bot.engine import Engine
from bot.question import Kind
from bot.telegram.answering.recent import asked_by, remember
from bot.telegram.answering.services import Services
from bot.telegram.answering.suggestions import suggestions
from bot.telegram.texts.completion import Completer
from bot.text import Language
from tests.corpus_cases import TODAYS_CLOCK
from tests.frozen import frozen_engine, frozen_knowledge, todays_engine

ENGINE = frozen_engine()
TODAY = todays_engine()
COMPLETER = Completer(frozen_knowledge())


def services_with(engine: Engine) -> Services:
    """Of the services only the engine and the memory are needed."""
    unused = cast("Any", None)
    return Services(engine, unused, unused, unused, unused, Language.ZH_HANS, unused)


def cards(text: str, language: Language = Language.ZH_HANS, engine: Engine = ENGINE) -> tuple[Reply, ...]:
    """The replies for a text."""
    return suggestions(services_with(engine), text, replace(TODAYS_CLOCK, usual_language=language))


@pytest.mark.parametrize(
    ("text", "first", "kinds"),
    [
        ("100块 豆", "b-sb70B-m1e2CNY-tt", {Kind.BUDGET, Kind.PRICE}),
        ("100块豆包", "b-sb70B-m1e2CNY-tt", {Kind.BUDGET, Kind.PRICE}),
        ("100塊 豆", "b-sb70B-m1e2CNY-tt", {Kind.BUDGET, Kind.PRICE}),
        ("100块", "b-m1e2CNY-tt", {Kind.BUDGET, Kind.PRICE}),
        ("10 yuan", "b-m1e1CNY-tt", {Kind.BUDGET, Kind.PRICE}),
        ("dou", "p-sb70B", {Kind.PRICE, Kind.COMPARE}),
        ("minic", "p-sd4ja", {Kind.PRICE}),
        ("GLM", "p-sbAxg", {Kind.PRICE, Kind.BUDGET}),
        ("1元能买多少GLM tokens", "b-sbAxg-m1CNY-tt", {Kind.BUDGET, Kind.PRICE}),
    ],
)
def test_an_unfinished_query_already_helps(text: str, first: str, kinds: set[Kind]) -> None:
    found = cards(text)
    assert first in [reply.code for reply in found[:2]]
    assert kinds <= {reply.kind for reply in found}
    assert len({reply.code for reply in found}) == len(found)


def test_a_card_keeps_to_the_language_of_what_was_typed() -> None:
    assert {reply.language for reply in cards("100塊 豆", Language.EN)} == {Language.ZH_HANT}


@pytest.mark.parametrize(
    ("text", "language", "kind", "said"),
    [
        ("写一本小说", Language.ZH_HANS, Kind.COST, "长篇小说"),
        ("写一本50万字的小说", Language.ZH_HANS, Kind.COST, "50万汉字"),
        ("write a novel of 100k words", Language.EN, Kind.COST, "100,000 English words"),
        ("chatgpt plus", Language.ZH_HANS, Kind.PLAN, "20 美元 / 月"),
        ("claude ma", Language.EN, Kind.PLAN, "Claude Max"),
    ],
)
def test_a_piece_of_work_and_a_plan_have_cards(text: str, language: Language, kind: Kind, said: str) -> None:
    first = cards(text, language, TODAY)[0]
    assert first.kind is kind
    assert said in first.title


@pytest.mark.parametrize("text", ["claude", "gpt-5 vs gemini 3 pro", "100块 豆包", "100块", "写一本小说"])
def test_no_card_ranks_models_where_nobody_asked_for_it(text: str) -> None:
    assert Kind.RANK not in {reply.kind for reply in cards(text, engine=TODAY)}


def test_a_ranking_that_is_asked_for_has_a_card() -> None:
    assert cards("最便宜", engine=TODAY)[0].kind is Kind.RANK


def test_what_is_sold_is_completed_before_what_is_not() -> None:
    assert "Seed 2" in cards("dou", engine=TODAY)[1].title + cards("豆包se", engine=TODAY)[0].title


@pytest.mark.parametrize("language", Language)
def test_where_nothing_was_typed_there_are_questions_of_today_in_the_readers_language(language: Language) -> None:
    found = cards("", language, TODAY)
    assert {reply.language for reply in found} == {language}
    assert [reply.kind for reply in found] == [Kind.PRICE, Kind.COMPARE, Kind.BUDGET, Kind.COST, Kind.PLAN]
    assert all("2024" not in reply.title for reply in found)


def test_what_somebody_asked_last_comes_first_and_to_nobody_else() -> None:
    services, context = services_with(TODAY), replace(TODAYS_CLOCK, usual_language=Language.ZH_HANS)
    for text in ("GLM-5.3多少钱", "Claude Opus 5.5 price", "GLM-5.3多少钱"):
        remember(services, 7, asked_by(TODAY.ask(text, context)))
    own, others = (suggestions(services, "", context, person) for person in (7, 8))
    assert ["GLM-5.3" in own[0].title, "Opus 5.5" in own[1].title] == [True, True]
    assert [reply.language for reply in own[:2]] == [Language.ZH_HANS, Language.EN]
    assert own[2:] == others


def test_what_is_none_of_its_business_gets_no_card() -> None:
    assert cards("天气") == ()


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("100块 豆", ["100块 豆包主力模型"]),
        ("100塊豆", ["100塊豆包主力模型"]),
        ("price of mini", ["price of MiniCPM"]),
        ("ＧＬＭ３", []),
        ("豆包", []),
        ("100", []),
        ("", []),
        ("x", []),
        ("glmx", []),
        ("semini", []),
    ],
)
def test_a_name_is_completed_where_it_is_not_whole(text: str, completed: list[str]) -> None:
    assert COMPLETER.complete(text, Language.ZH_HANS) == completed


@given(st.text(max_size=40))
def test_a_completion_keeps_what_was_typed_before(text: str) -> None:
    for whole in COMPLETER.complete(text, Language.EN):
        assert whole[: max(0, len(text) - 24)] == text[: max(0, len(text) - 24)]
