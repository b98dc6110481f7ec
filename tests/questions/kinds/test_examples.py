"""The questions that the bot shows as its examples: of every kind, in Chinese and in English, and where they lead."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.answers import BEIJING, Context, Reply, Status
from bot.engine import Engine
from bot.questions.kinds.handlers import handlers
from bot.replies.machine import reply_object
from bot.text import Language
from tests.frozen import shipped_engine
from tests.reply_objects import breaches

NOW = datetime(2026, 11, 28, 12, tzinfo=BEIJING)
CONTEXT = Context(now=NOW)
LANGUAGES = (Language.ZH_HANS, Language.EN)


@pytest.fixture(scope="module")
def shipped() -> Engine:
    """The examples are asked of what is shipped: some are of models that the frozen market does not have."""
    return shipped_engine()


def replies(bot: Engine, language: Language) -> list[Reply]:
    return [bot.ask(text, CONTEXT) for text in bot.examples(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_an_example_of_every_kind(shipped: Engine, language: Language) -> None:
    found = replies(shipped, language)
    assert {reply.kind for reply in found} == set(handlers())
    assert {reply.status for reply in found} == {Status.ANSWERED}
    assert {reply.language is Language.EN for reply in found} == {language is Language.EN}
    assert [breaches(reply_object(reply)) for reply in found] == [[]] * len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_an_example_gives_the_same_answer(shipped: Engine, language: Language) -> None:
    for reply in replies(shipped, language):
        assert reply.code is not None
        pressed = shipped.press(reply.code, Context(now=NOW, language=language))
        assert (pressed.results, pressed.facts, pressed.steps) == (reply.results, reply.facts, reply.steps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_an_example_leads_on(shipped: Engine, language: Language) -> None:
    for reply in replies(shipped, language):
        for button in (button for row in reply.buttons for button in row):
            pressed = shipped.press(button.code, CONTEXT)
            assert pressed.status is Status.ANSWERED, button
            assert breaches(reply_object(pressed)) == []
