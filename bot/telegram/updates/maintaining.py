"""Commands of those who maintain the knowledge, in their private chats; for all others they do not exist."""

from __future__ import annotations

import html
from functools import partial

from telegram import Message
from telegram.constants import ChatType

from bot.telegram.answering.services import Services
from bot.telegram.answering.state import state_text
from bot.telegram.answering.told import outcome_text
from bot.telegram.chats.chats import context_for
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.places import Target
from bot.telegram.texts.upkeep import UPKEEP_WORDS
from bot.text import Language


def is_maintainer(services: Services, message: Message) -> bool:
    """Whether somebody who maintains the knowledge writes where nobody else reads."""
    author = message.from_user.id if message.from_user is not None else None
    return message.chat.type == ChatType.PRIVATE and author in services.maintainers


async def on_reload(services: Services, job: Job) -> None:
    """/reload: look at the knowledge folder now."""
    message = job.message
    if message is None:
        return
    language = await _language(services, message)
    outcome = await services.upkeep.reload()
    said = outcome_text(outcome, language) if outcome is not None else UPKEEP_WORDS[language].no_folder
    await services.delivery.send_html(job, Target.answering(message), html.escape(said))


async def on_status(services: Services, job: Job) -> None:
    """/status: how the bot is."""
    message = job.message
    if message is None:
        return
    language = await _language(services, message)
    said = await services.thinking.apart(partial(state_text, services, language))
    await services.delivery.send_html(job, Target.answering(message), html.escape(said))


async def _language(services: Services, message: Message) -> Language:
    settings = await services.store.load(message.chat.id)
    return context_for(settings, message.from_user, services.usual_language).usual_language
