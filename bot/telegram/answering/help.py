"""What /start and /help say: what the bot is for, its commands, and examples to tap."""

from __future__ import annotations

from typing import Final

from telegram import Message

from bot.answers import Button
from bot.question import Kind, Question, Topic
from bot.telegram.answering.examples import examples
from bot.telegram.answering.services import Services
from bot.telegram.answering.thinking import MANY
from bot.telegram.chats.chats import context_for
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.keyboards import rows_of
from bot.telegram.sending.places import Target
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.fixed import code_of

MOST_EXAMPLES: Final = 6

HELP_PAYLOAD: Final = "help"
"""Start payload that asks for the help text; no code of a Question has this form."""

_HELP: Final = Question(Kind.HELP, topic=Topic.ABILITIES)


async def send_help(services: Services, job: Job, message: Message) -> None:
    """Say once what the bot can do, with examples as buttons, one a row and labelled with the question itself."""
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language)
    reply, found = await services.thinking.of(
        lambda: (services.engine.press(code_of(_HELP), context), examples(services, context.usual_language)), MANY
    )
    others = (item for item in found if item.kind is not Kind.HELP)
    rows = [[Button(item.question, item.code)] for item in others if item.code][:MOST_EXAMPLES]
    buttons = rows_of(rows, reply.language)
    head = reply.html.partition("\n")[0]
    said = f"{head}\n\n{WORDS[reply.language].commands}"
    await services.delivery.send_html(job, Target.answering(message), said, buttons)
