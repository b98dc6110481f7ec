"""Answers a message once, and changes the answer when the message is changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from telegram import Message

from bot.answers import Reply, Status
from bot.telegram.answering.services import Services
from bot.telegram.chats.chats import Mode, context_for
from bot.telegram.sending.delivery import Place, Target
from bot.telegram.texts.pages import pages

LATEST_EDIT: Final = timedelta(minutes=2)
"""A message edited into a question later than this after it was written is left alone, as old news."""


async def answer(services: Services, message: Message, text: str, *, addressed: bool = True) -> None:
    """Answer the question that this message asks, new or edited; or be silent about it."""
    settings = await services.store.load(message.chat.id)
    if not addressed and settings.mode is Mode.QUIET:
        await withdraw(services, message)
        return
    previous = services.conversations.previous(message, services.me) if addressed else None
    context = context_for(settings, message.from_user, services.usual_language, addressed=addressed, previous=previous)
    reply = services.engine.ask(text, context)
    if reply.status is Status.IGNORED:
        await withdraw(services, message)
    elif addressed or not _repeated(services, message, reply):
        await respond(services, message, reply)


async def respond(services: Services, message: Message, reply: Reply) -> None:
    """Send the reply to a message; where an earlier one was sent to it, change that one."""
    key = message.chat.id, message.message_id
    earlier = services.answers.get(key)
    if earlier is not None:
        if len(earlier) == 1 and len(pages(reply.html)) == 1:
            await services.delivery.edit(Place(message.chat.id, earlier[0]), reply)
            return
        await services.delivery.delete(message.chat.id, earlier)
    elif message.edit_date is not None and message.edit_date - message.date > LATEST_EDIT:
        return
    sent = await services.delivery.send(Target.answering(message), reply)
    services.answers.put(key, tuple(item.message_id for item in sent))


async def withdraw(services: Services, message: Message) -> None:
    """Take back what was answered to a message that is no question any more."""
    if message.edit_date is None:
        return
    earlier = services.answers.pop((message.chat.id, message.message_id))
    if earlier:
        await services.delivery.delete(message.chat.id, earlier)


def _repeated(services: Services, message: Message, reply: Reply) -> bool:
    """Whether the bot, unasked, has just said this in this group: not to be said again, but it may be corrected."""
    if services.answers.get((message.chat.id, message.message_id)) is not None:
        return False
    return services.repeats.again((message.chat.id, reply.code or reply.html))
