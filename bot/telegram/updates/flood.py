"""The one word to somebody who asks more than the bot can answer."""

from __future__ import annotations

from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import language_of
from bot.telegram.sending.delivery import Target
from bot.telegram.sending.jobs import Job
from bot.telegram.texts.about import WORDS


async def slow_down(services: Services, job: Job) -> None:
    """Ask for patience, below the first message that was left aside."""
    message = job.message
    if message is not None:
        settings = await services.store.load(message.chat.id)
        words = WORDS[settings.language or language_of(message.from_user, services.usual_language)]
        await services.delivery.send_html(job, Target.answering(message), words.slow_down)
