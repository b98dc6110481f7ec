"""The questions that the bot shows as its examples: of every kind, in Chinese and in English, and where they lead."""

from __future__ import annotations

import pytest

from bot.answers import Context, Kind, Reply, Status
from bot.engine import Engine
from bot.replies.machine import reply_object
from bot.text import Language
from tests.conftest import TODAY
from tests.reply_objects import breaches

CONTEXT = Context(today=TODAY)
LANGUAGES = (Language.ZH_HANS, Language.EN)


def replies(bot: Engine, language: Language) -> list[Reply]:
    return [bot.ask(text, CONTEXT) for text in bot.examples(language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_an_example_of_every_kind(price_bot: Engine, language: Language) -> None:
    found = replies(price_bot, language)
    assert {reply.kind for reply in found} == set(Kind)
    assert {reply.status for reply in found} == {Status.ANSWERED}
    assert {reply.language is Language.EN for reply in found} == {language is Language.EN}
    assert [breaches(reply_object(reply)) for reply in found] == [[]] * len(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_code_of_an_example_gives_the_same_answer(price_bot: Engine, language: Language) -> None:
    for reply in replies(price_bot, language):
        assert reply.code is not None
        pressed = price_bot.press(reply.code, Context(today=TODAY, language=language))
        assert (pressed.results, pressed.facts, pressed.steps) == (reply.results, reply.facts, reply.steps)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_an_example_leads_on(price_bot: Engine, language: Language) -> None:
    for reply in replies(price_bot, language):
        for button in (button for row in reply.buttons for button in row):
            pressed = price_bot.press(button.code, CONTEXT)
            assert pressed.status is Status.ANSWERED, button
            assert breaches(reply_object(pressed)) == []
