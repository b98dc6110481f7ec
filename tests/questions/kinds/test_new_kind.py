"""A new kind of question is one new file: nothing else has to know of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import bot.questions.kinds
from bot.answers import Context, Status
from bot.engine import Engine
from bot.knowledge.entries import Knowledge
from bot.question import Kind, Question
from bot.questions.kinds.handlers import handlers
from bot.replies.machine import reply_object
from tests.conftest import GLM

AGE = """
from bot.answers import Answer
from bot.quantities import DAY, Range
from bot.question import Kind, Question
from bot.questions.frames.handler import Candidate, Handler
from bot.questions.phrases.slots import Slots
from bot.questions.working.market import Market
from bot.questions.working.working import Working


def read(slots: Slots) -> Candidate | None:
    if "没变" not in slots.reading.text or not slots.models:
        return None
    return Candidate(Question(Kind("age"), slots.models), frozenset(range(len(slots.tokens))), spans=((0, len(slots.reading.text)),))


def answer(question: Question, market: Market) -> Answer:
    working = Working(market, question)
    for model in question.subjects:
        for price in working.price_of(model):
            working.add(DAY, Range.exactly((market.day - price.since).days), model, price)
    return working.answer()


HANDLER = Handler(
    kind=Kind("age"),
    letter="age",
    read=read,
    answer=answer,
    examples=("GLM的价格多少天没变了", "for how long has the price of GLM been what it is"),
    precedence=5,
    place=12,
    slots=frozenset({"subjects"}),
    needs=frozenset({"subjects"}),
)
"""


@pytest.fixture
def with_age(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One more file beside those of the other kinds."""
    (tmp_path / "age.py").write_text(AGE, "utf-8")
    monkeypatch.setattr(bot.questions.kinds, "__path__", [*bot.questions.kinds.__path__, str(tmp_path)])
    handlers.cache_clear()
    yield
    monkeypatch.undo()
    handlers.cache_clear()


@pytest.mark.usefixtures("with_age")
def test_one_file_is_asked_answered_worded_encoded_and_decoded(frozen: Knowledge) -> None:
    engine = Engine(frozen)
    context = Context(today=date(2024, 5, 26))
    reply = engine.ask("GLM的价格多少天没变了", context)
    assert (reply.status, reply.kind) == (Status.ANSWERED, Kind("age"))
    assert [(result.subject, result.value and result.value.exact) for result in reply.results] == [(GLM, Decimal(10))]
    assert "10" in reply.text.splitlines()[0]
    assert reply_object(reply)["kind"] == "age"
    assert reply.code is not None
    assert engine.code_of(Question(Kind("age"), (GLM,))) == reply.code
    pressed = engine.press(reply.code, context)
    assert (pressed.kind, pressed.results) == (reply.kind, reply.results)
    assert "GLM的价格多少天没变了" in engine.examples(reply.language)


def test_without_the_file_nobody_asks_for_it(frozen: Knowledge) -> None:
    assert Kind("age") not in handlers()
    assert Engine(frozen).press("age-sbAxg", Context()).kind is None
