"""Text messages: in private each is a question, in groups those that are for the bot."""

from __future__ import annotations

from telegram import Message, Update

from bot.answers import Status
from bot.telegram.addressing import Ear, hear
from bot.telegram.chats import Mode, context_for
from bot.telegram.delivery import Target
from bot.telegram.help import send_help
from bot.telegram.services import Services


async def on_message(services: Services, update: Update) -> None:
    """Answer a message that is for the bot, or that certainly asks its business; else stay silent."""
    message = update.message
    if message is None:
        return
    heard = hear(message, services.me)
    if heard.ear is Ear.DEAF:
        return
    if heard.ear is Ear.ADDRESSED and not heard.text:
        await send_help(services, message)
        return
    await answer(services, message, heard.text, addressed=heard.ear is Ear.ADDRESSED)


async def answer(services: Services, message: Message, text: str, *, addressed: bool = True) -> None:
    """Answer a question that this message asks."""
    settings = await services.store.load(message.chat.id)
    if not addressed and settings.mode is Mode.QUIET:
        return
    previous = services.conversations.previous(message, services.me) if addressed else None
    context = context_for(settings, message.from_user, services.usual_language, addressed=addressed, previous=previous)
    reply = services.engine.ask(text, context)
    if reply.status is not Status.IGNORED:
        await services.delivery.send(Target.answering(message), reply)
