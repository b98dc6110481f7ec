"""Cards for what is still being typed, with the real engine."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Context, Reply
from bot.question import Kind
from bot.telegram.answering.services import Services
from bot.telegram.answering.suggestions import suggestions
from bot.telegram.texts.completion import Completer
from bot.text import Language
from tests.frozen import frozen_engine, frozen_knowledge

ENGINE = frozen_engine()
COMPLETER = Completer(frozen_knowledge())


def cards(text: str, language: Language = Language.ZH_HANS) -> tuple[Reply, ...]:
    """The replies for a text; of the services only the engine and the memory are needed."""
    unused = cast("Any", None)
    services = Services(ENGINE, unused, unused, unused, unused, language, unused)
    return suggestions(services, text, Context(usual_language=language))


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
