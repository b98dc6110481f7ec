"""Guest messages: somebody calls the bot by name in a chat that it is no member of. One card is the answer."""

from __future__ import annotations

from telegram import Message, Update

from bot.answers import Reply
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import ChatSettings, context_for
from bot.telegram.sending.addressing import hear, quoted_text
from bot.telegram.sending.cards import card


async def on_guest_message(services: Services, update: Update) -> None:
    """Answer with the best card."""
    message = update.guest_message
    if message is not None and message.guest_query_id:
        reply = _reply(services, message)
        await services.delivery.answer_guest(message.guest_query_id, card(reply, services.me))


def _reply(services: Services, message: Message) -> Reply:
    context = context_for(ChatSettings(), message.from_user, services.usual_language)
    text = hear(message, services.me).text or message.text or quoted_text(message)
    return services.engine.ask(text, context)
