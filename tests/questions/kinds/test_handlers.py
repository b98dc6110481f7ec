"""Every kind of question has a handler, whose examples are answered as that kind."""

from __future__ import annotations

import pytest

from bot.answers import Context, Kind, Status
from bot.engine import Engine
from bot.questions.kinds.handlers import handlers
from bot.replies.machine import reply_object
from bot.text import Language
from tests.conftest import TODAY
from tests.reply_objects import breaches

EXAMPLES = [(kind, text) for kind, handler in handlers().items() for text in handler.examples]


def test_every_kind_has_examples_in_chinese_and_english() -> None:
    assert list(handlers()) == list(Kind)
    for handler in handlers().values():
        assert {text.isascii() for text in handler.examples} == {True, False}, handler.kind


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_an_example_is_answered_as_its_own_kind(price_bot: Engine, kind: Kind, text: str) -> None:
    reply = price_bot.ask(text, Context(today=TODAY))
    assert (reply.status, reply.kind) == (Status.ANSWERED, kind)
    assert (reply.language is Language.EN) is text.isascii()
    assert breaches(reply_object(reply)) == []


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_the_code_of_an_example_gives_the_same_answer(price_bot: Engine, kind: Kind, text: str) -> None:
    context = Context(today=TODAY)
    reply = price_bot.ask(text, context)
    assert reply.code is not None
    pressed = price_bot.press(reply.code, Context(today=TODAY, language=reply.language))
    assert (pressed.results, pressed.facts, pressed.steps) == (reply.results, reply.facts, reply.steps)


@pytest.mark.parametrize(("kind", "text"), EXAMPLES)
def test_every_button_of_an_example_leads_on(price_bot: Engine, kind: Kind, text: str) -> None:
    context = Context(today=TODAY)
    for row in price_bot.ask(text, context).buttons:
        for button in row:
            pressed = price_bot.press(button.code, context)
            assert pressed.status is Status.ANSWERED, button
            assert breaches(reply_object(pressed)) == []
