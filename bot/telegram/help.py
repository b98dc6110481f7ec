"""What /start and /help say: the engine's own words, with examples to tap."""

from __future__ import annotations

from typing import Final

from telegram import Message

from bot.answers import Button
from bot.telegram.chats import context_for
from bot.telegram.delivery import Target
from bot.telegram.keyboards import keyboard, rows_of
from bot.telegram.services import Services
from bot.telegram.wording import WORDS
from bot.text import Language

MOST_EXAMPLES: Final = 6


async def send_help(services: Services, message: Message) -> None:
    """Say what the bot can do, with examples as buttons."""
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    language = context.usual_language
    reply = services.engine.ask(WORDS[language].questions["help"], context)
    buttons = keyboard(reply) or rows_of(_examples(services, language), keep=True)
    await services.delivery.send_html(Target.answering(message), reply.html, buttons)


def _examples(services: Services, language: Language) -> list[list[Button]]:
    """One example a row, labelled with the question itself."""
    rows = []
    for question in services.engine.examples(language)[:MOST_EXAMPLES]:
        code = services.engine.ask(question).code
        if code:
            rows.append([Button(question, code)])
    return rows
