"""Guest messages: somebody calls the bot by name in a chat that it is no member of. One card is the answer."""

from __future__ import annotations

from bot.telegram.answering.beside import asked
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.addressing import hear, quoted_text
from bot.telegram.sending.cards import card
from bot.telegram.sending.jobs import Job


async def on_guest_message(services: Services, job: Job) -> None:
    """Answer with the best card."""
    message = job.update.guest_message
    if message is None or not message.guest_query_id:
        return
    context = context_for(ChatSettings(), message.from_user, services.usual_language)
    text = hear(message, services.me).text or message.text or quoted_text(message)
    reply = await asked(services, message, text, context)
    services.note(reply, job.kind)
    services.note_unanswered(reply)
    await services.delivery.answer_guest(job, message.guest_query_id, card(reply, services.me, services.pictures))
