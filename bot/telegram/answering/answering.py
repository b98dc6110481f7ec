"""Answers a message once, and changes the answer when the message is changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

from telegram import Message

from bot.answers import Reply, Status
from bot.telegram.answering.beside import asked
from bot.telegram.answering.recent import asked_by, remember
from bot.telegram.answering.services import Answered, Services
from bot.telegram.chats.chats import Mode, context_for
from bot.telegram.network.buckets import Taken
from bot.telegram.sending.contents import Photo
from bot.telegram.sending.jobs import Job
from bot.telegram.sending.places import Place, Target
from bot.telegram.texts.about import WORDS
from bot.telegram.texts.pages import pages

LATEST_EDIT: Final = timedelta(minutes=2)
"""A message edited into a question later than this after it was written is left alone, as old news."""


def is_unchanged(services: Services, message: Message) -> bool:
    """Whether an edit changes nothing that the bot answers: a reaction, a preview, or a text that is as it was.

    Without a date of the edit Telegram says that nothing which people see has changed.
    """
    if message.edit_date is None:
        return True
    earlier = services.answers.get(_key(message))
    return earlier is not None and earlier.text == _text(message)


async def answer(services: Services, job: Job, message: Message, text: str) -> None:
    """Answer the question that this message to the bot asks, new or edited."""
    earlier = services.answers.get(_key(message))
    previous = earlier.previous if earlier is not None else services.conversations.previous(message, services.me)
    settings = await services.store.load(message.chat.id)
    context = context_for(settings, message.from_user, services.usual_language, previous=previous)
    reply = await asked(services, message, text, context)
    services.note_unanswered(reply)
    remember(services, job.person, asked_by(reply))
    await respond(services, job, message, reply, previous)


async def overhear(services: Services, job: Job, message: Message, text: str) -> None:
    """Answer a question that was asked into a group, where it certainly is one and the group wants that; or be silent.

    Nobody waits for this answer, so it is given only where the chat has room for it.
    """
    settings = await services.store.load(message.chat.id)
    if settings.mode is Mode.QUIET:
        await withdraw(services, job, message)
        return
    context = context_for(settings, message.from_user, services.usual_language, addressed=False)
    reply = await services.thinking.of(partial(services.engine.ask, text, context), len(text))
    if reply.status is Status.IGNORED:
        services.note(reply, job.kind)
        await withdraw(services, job, message)
        return
    key = _key(message)
    said = message.chat.id, reply.code or reply.html
    corrected = key in services.answering or services.answers.get(key) is not None
    if not corrected and (services.repeats.was(said) or not _room(services, job)):
        return
    services.repeats.again(said)
    services.answering.add(key)
    try:
        async with services.flow.lanes.turn(message.chat.id, key) as mine:
            if mine:
                await respond(services, job, message, reply)
    finally:
        services.answering.discard(key)


async def respond(
    services: Services,
    job: Job,
    message: Message,
    reply: Reply,
    previous: str | None = None,
    photo: Photo | None = None,
) -> None:
    """Send the reply to a message; where an earlier one was sent to it, change that one.

    Args:
        previous: the Question that the message followed up.
        photo: a picture to be sent with it.
    """
    services.note(reply, job.kind)
    key = _key(message)
    earlier = services.answers.get(key)
    ids: tuple[int, ...] = ()
    if earlier is not None and photo is None and _can_become(earlier, reply):
        ids = earlier.ids
        await services.delivery.edit(job, Place(message.chat.id, ids[0]), reply)
    elif earlier is not None:
        await services.delivery.delete(job, message.chat.id, earlier.ids)
    elif message.edit_date is not None and message.edit_date - message.date > LATEST_EDIT:
        return
    if not ids:
        told, target = _dated(reply) if job.late else reply, Target.answering(message)
        if photo is None:
            sent = await services.delivery.send(job, target, told)
        else:
            sent = await services.delivery.send_photo(job, target, photo, told)
        ids = tuple(item.message_id for item in sent)
    services.answers.put(key, Answered(ids, _text(message), previous, photo is not None))


def _can_become(earlier: Answered, reply: Reply) -> bool:
    """Whether the reply can be put in the place of what was answered before: one text for another."""
    return len(earlier.ids) == 1 and not earlier.pictured and len(pages(reply.html)) == 1


async def withdraw(services: Services, job: Job, message: Message) -> None:
    """Take back what was answered to a message that is no question any more."""
    if message.edit_date is None:
        return
    key = _key(message)
    if key in services.answering:  # it is about to be sent
        async with services.flow.lanes.turn(message.chat.id, key):
            earlier = services.answers.pop(key)
    else:
        earlier = services.answers.pop(key)
    if earlier is not None:
        await services.delivery.delete(job, message.chat.id, earlier.ids)


def _room(services: Services, job: Job) -> bool:
    """Whether an answer that nobody waits for may be sent into this chat now."""
    chat_id = job.chat_id or 0
    if services.flow.lanes.is_full(chat_id) or services.flow.groups.take(chat_id) is not Taken.YES:
        services.flow.counts.add("shed", job.kind)
        return False
    return True


def _dated(reply: Reply) -> Reply:
    """The reply to a question that is hours old, which says so."""
    late = WORDS[reply.language].late
    return replace(reply, html=f"<i>{late}</i>\n\n{reply.html}", rich="", text=f"{late}\n\n{reply.text}")


def _key(message: Message) -> tuple[int, int]:
    return message.chat.id, message.message_id


def _text(message: Message) -> str:
    return message.text or message.caption or ""
